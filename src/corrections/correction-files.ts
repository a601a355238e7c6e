import { randomInt, randomUUID } from "node:crypto";
import { type Stats, stat } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type StoreFiles, storeFiles } from "../corpus/store/files.ts";
import { unwritable } from "../corpus/store/unwritable.ts";
import { Correction, type NewCorrection, Undoing } from "../domain/corrections.ts";
import { IsnadError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import { systemCode, systemLimit } from "../files/system-error.ts";

/** Beside the articles of a corpus; a file for each correction, and one for what took it back. */
export const correctionsFolder = "corrections";
const undoMark = ".undo.json";
const idLetters = "23456789abcdefghjkmnpqrstuvwxyz";
/** A correction is some kilobytes; what is larger is none of ours. */
const mostBytes = 100_000;

export type KeptCorrection = Correction & { undone: Undoing | null };
export type ReadCorrections = {
	/** The oldest first. */
	all: KeptCorrection[];
	/** Files that cannot be read: they are left out, and the others hold. */
	problems: { file: string; says: string }[];
};

/**
 * Changes with every correction and every undoing; "" where there are none. One look at one folder.
 * Errors: `path_unreadable`: whether there are any is not known then, and none must lapse by it.
 */
export async function correctionsState(corpusDir: string): Promise<string> {
	const folder = join(corpusDir, correctionsFolder);
	try {
		const { mtimeMs, ino, size } = await statOf(folder);
		return `${mtimeMs} ${ino} ${size}`;
	} catch (error) {
		const code = systemCode(error);
		if (code === "ENOENT" || code === "ENOTDIR") return "";
		throw unreadable(folder, error);
	}
}

/** Every answer looks, mostly at a folder that is not there: without the stack that a promise's error collects. */
function statOf(path: string): Promise<Stats> {
	return new Promise((resolve, reject) =>
		stat(path, (error, stats) => (error ? reject(error) : resolve(stats))),
	);
}

/** Everything that was ever corrected. Errors: `path_unreadable` of the folder, `disk_full` and the like. */
export async function readCorrections(
	corpusDir: string,
	files: StoreFiles = storeFiles,
): Promise<ReadCorrections> {
	const folder = join(corpusDir, correctionsFolder);
	const names = (await listed(folder, files)).filter((name) => name.endsWith(".json"));
	const undone = new Map<string, Undoing>();
	const made: Correction[] = [];
	const problems: ReadCorrections["problems"] = [];
	for (const name of names) {
		const isUndoing = name.endsWith(undoMark);
		const id = name.slice(0, isUndoing ? -undoMark.length : -".json".length);
		try {
			const bytes = await files.read(join(folder, name));
			if (isUndoing) undone.set(id, parse(bytes, Undoing));
			else made.push(parse(bytes, Correction));
		} catch (error) {
			const limit = systemLimit(error);
			if (limit) throw limit;
			// Taken away since the folder was listed.
			if (systemCode(error) === "ENOENT") continue;
			const file = `${correctionsFolder}/${name}`;
			problems.push({ file, says: `${file} cannot be read: mend it, or remove the file.` });
			// What somebody took back must not hold again because the note of it is damaged.
			if (isUndoing) undone.set(id, { at: 0, by: "?", why: "?" });
		}
	}
	const all = made.map((each) => ({ ...each, undone: undone.get(each.id) ?? null }));
	return { all: all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)), problems };
}

async function listed(folder: string, files: StoreFiles): Promise<string[]> {
	try {
		return await files.list(folder);
	} catch (error) {
		throw unreadable(folder, error);
	}
}

function unreadable(folder: string, cause: unknown): IsnadError {
	return new IsnadError(
		"path_unreadable",
		`The corrections in ${folder} cannot be read: make the folder readable for this user.`,
		{ cause },
	);
}

function parse<T>(bytes: Buffer, schema: z.ZodType<T>): T {
	if (bytes.length > mostBytes) throw new Error("too large");
	return schema.parse(JSON.parse(bytes.toString("utf8")));
}

/** Keeps a correction; several processes may at a time. Errors: `corpus_unwritable`, `correction_refused`. */
export async function keepCorrection(
	corpusDir: string,
	made: NewCorrection,
	now: Clock,
	files: StoreFiles = storeFiles,
): Promise<Correction> {
	const id = Array.from({ length: 6 }, () => idLetters[randomInt(idLetters.length)]).join("");
	const checked = Correction.safeParse({ ...made, id, at: now() });
	if (!checked.success) {
		const [issue] = checked.error.issues;
		const field = issue?.path.join(".") ?? "";
		throw new IsnadError(
			"correction_refused",
			`The correction is not kept, since its ${field} cannot be taken (${issue?.message}): change it.`,
			{ params: { field }, cause: checked.error },
		);
	}
	await put(corpusDir, `${id}.json`, checked.data, files);
	return checked.data;
}

/** Takes a correction back; one that was taken back before stays so. Errors: `correction_unknown`, `corpus_unwritable`. */
export async function undoCorrection(
	corpusDir: string,
	id: string,
	undoing: Undoing,
	files: StoreFiles = storeFiles,
): Promise<KeptCorrection> {
	const { all } = await readCorrections(corpusDir, files);
	const known = all.find((each) => each.id === id.toLowerCase());
	if (!known)
		throw new IsnadError(
			"correction_unknown",
			`There is no correction ${JSON.stringify(id.slice(0, 20))}: correct list shows the ids.`,
			{ params: { id: id.slice(0, 20) } },
		);
	if (known.undone) return known;
	await put(corpusDir, `${known.id}${undoMark}`, Undoing.parse(undoing), files);
	return { ...known, undone: undoing };
}

/** Written beside and renamed: a reader sees the whole of it or nothing. */
async function put(
	corpusDir: string,
	name: string,
	value: unknown,
	files: StoreFiles,
): Promise<void> {
	const folder = join(corpusDir, correctionsFolder);
	const beside = join(folder, `.${randomUUID()}.new`);
	try {
		await files.makeFolder(folder);
		await files.write(beside, `${JSON.stringify(value, null, "\t")}\n`);
		await files.rename(beside, join(folder, name));
		await files.syncFolder(folder);
	} catch (error) {
		await files.remove(beside).catch(() => undefined);
		throw unwritable(corpusDir, error);
	}
}
