import { randomBytes, randomUUID } from "node:crypto";
import { open, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { IsnadError } from "../../../domain/errors.ts";
import type { Clock, Logger } from "../../../domain/ports.ts";
import { reason } from "../../../files/system-error.ts";
import { isKept } from "../../../storage/open.ts";
import type { Config } from "../../config.ts";
import { write, writeJson } from "../../io.ts";
import { loadMessages } from "../../load/messages.ts";
import { readOwnLexicon } from "../../load/own-lexicon.ts";
import { indexDataFolder } from "../../paths.ts";
import { printableLine } from "../../printable.ts";
import { platforms } from "../../serving/platforms/platforms.ts";
import { readerProblem } from "../../serving/reader-access.ts";
import type { Call } from "../call.ts";
import { damagedLines } from "../damaged-lines.ts";
import { explained } from "../explained.ts";
import { corpusFindings } from "../findings/corpus-findings.ts";
import { databaseFindings } from "../findings/database-findings.ts";
import type { Finding } from "../findings/finding.ts";
import { installationFindings } from "../findings/installation-findings.ts";
import { checkOperating } from "../findings/operating-findings.ts";
import { checkTranslator } from "../findings/translator-findings.ts";
import { collectionFindings } from "./collections.ts";

const leastNode = 24;

/** Looks at everything that a start needs; exit 1 where something has to be mended. */
export async function run({ io, config, log, options }: Call): Promise<number> {
	const findings = [
		checkNode(process.versions.node),
		{ check: "configuration", ok: true, says: "every setting can be read." },
		...(await corpusFindings(config)),
		...(await collectionFindings(config)),
		await checkLanguageData(),
		...(await checkOwnLexicon(config)),
		...(await checkStorage(config, io.now)),
		...(await checkOperating(config)),
		...checkReader(config),
		...(await checkTranslator(config)),
		...(await checkPlatforms(config, log)),
		...(await installationFindings(config, io.now)),
	];
	const ok = findings.every((finding) => finding.ok);
	if (options.json) await writeJson(io.stdout, { ok, findings });
	else
		for (const finding of findings)
			await write(
				io.stdout,
				`${printableLine(`${finding.ok ? "ok   " : "WRONG"} ${finding.check}: ${finding.says}`)}\n`,
			);
	return ok ? 0 : 1;
}

export function checkNode(version: string): Finding {
	const ok = Number(version.split(".")[0]) >= leastNode;
	const says = ok
		? `${version}.`
		: `${version} is too old: start it with npm start, which uses the locked Node, or install Node ${leastNode}.`;
	return { check: "node", ok, says };
}

async function checkLanguageData(): Promise<Finding> {
	try {
		const [{ shippedSearchData }, { shippedExtraction }] = await Promise.all([
			import("../../load/search-data.ts"),
			import("../../load/extraction.ts"),
		]);
		await loadMessages(indexDataFolder);
		await shippedExtraction();
		const { lexicon } = await shippedSearchData();
		return { check: "language data", ok: true, says: `${lexicon.size} entries in the lexicon.` };
	} catch (error) {
		return { check: "language data", ok: false, says: explained(error).message };
	}
}

async function checkOwnLexicon({ lexicon }: Config): Promise<Finding[]> {
	if (lexicon === undefined) return [];
	const { lines, problems } = await readOwnLexicon(lexicon);
	const check = "own lexicon";
	return [
		...problems.map((says) => ({ check, ok: false, says })),
		{ check, ok: true, says: `${lines.length} entries from ${lexicon}.` },
	];
}

async function checkStorage(config: Config, now: Clock): Promise<Finding[]> {
	const { data, databaseUrl } = config;
	try {
		const folder = await nearestFolder(data);
		await tryWriting(folder);
		const says = folder === data ? `${data} can be written to.` : `${data} can be made.`;
		// A check makes no state: only one that is there is opened.
		const database = databaseUrl === undefined ? null : await databaseFindings(databaseUrl, now);
		const isThere = database ? database.reached : isKept(config);
		const damaged = isThere ? await checkRows(config) : [];
		return [{ check: "storage", ok: true, says }, ...(database?.findings ?? []), ...damaged];
	} catch (error) {
		if (error instanceof IsnadError) return [{ check: "storage", ok: false, says: error.message }];
		const mend = "make it writable, or name another folder in ISNAD_DATA";
		const says = `${data} cannot be written to${reason(error, mend)}.`;
		return [{ check: "storage", ok: false, says }];
	}
}

/** Rows that are left out while everything else goes on. */
async function checkRows(config: Config): Promise<Finding[]> {
	const lines = await damagedLines(config, await loadMessages(indexDataFolder));
	return lines.map((line) => ({ ...line, ok: false }));
}

/** What a day's work of the program writes at least. A full disk still takes an empty file. */
const probeBytes = 1_000_000;

async function tryWriting(folder: string): Promise<void> {
	const probe = join(folder, `.doctor-${randomUUID()}`);
	try {
		const file = await open(probe, "wx");
		try {
			// Bytes that differ: a file system that packs zeros would take them without any room.
			await file.writeFile(randomBytes(probeBytes));
			await file.sync();
		} finally {
			await file.close();
		}
	} finally {
		await rm(probe, { force: true });
	}
}

/** The folder itself, or the nearest one above it that is there; a check makes no folders. */
async function nearestFolder(path: string): Promise<string> {
	for (let at = path; ; at = dirname(at)) {
		try {
			if ((await stat(at)).isDirectory()) return at;
			throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
		} catch (error) {
			if ((error as { code?: string }).code !== "ENOENT") throw error;
		}
	}
}

/** Whether citations lead to pages of ours, and why not. */
function checkReader(config: Config): Finding[] {
	const problem = readerProblem(config);
	const { reader, publicUrl } = config;
	// Who names a public address means its pages; an address that is listened on may be for others.
	if (problem) return [{ check: "reader", ok: publicUrl === undefined, says: problem }];
	const { shows } = reader;
	if (shows === "off") return [{ check: "reader", ok: true, says: "switched off." }];
	const whole = shows === "articles" ? "whole articles" : "what is cited with its neighbours";
	const linked = publicUrl
		? `citations are linked to ${publicUrl}`
		: "citations are not linked, since PUBLIC_URL is not set";
	return [{ check: "reader", ok: true, says: `it shows ${whole}; ${linked}.` }];
}

async function checkPlatforms(config: Config, log: Logger): Promise<Finding[]> {
	const out: Finding[] = [];
	for (const platform of platforms) {
		const { name: check } = platform;
		if (!platform.isConfigured(config)) {
			out.push({ check, ok: true, says: "not configured." });
			continue;
		}
		const problems = platform.problems(config);
		for (const says of problems) out.push({ check, ok: false, says });
		if (problems.length > 0) continue;
		const say = await loadMessages(indexDataFolder);
		for (const found of await platform.check(config, log, say)) out.push({ check, ...found });
	}
	return out;
}
