import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { IsnadError } from "../../domain/errors.ts";
import { readRegular } from "../../files/regular-file.ts";
import { systemLimit } from "../../files/system-error.ts";
import type { DateFinder } from "../../language/dates/index.ts";

/** Reads a JSON file of the language data. Errors: `data_invalid`. */
export async function readData(folder: string, name: string): Promise<unknown> {
	const path = join(folder, name);
	const text = await readDataText(path);
	try {
		return JSON.parse(text);
	} catch (error) {
		throw damaged(path, error);
	}
}

/** The same, checked. Errors: `data_invalid`. */
export async function readChecked<T>(
	folder: string,
	name: string,
	schema: z.ZodType<T>,
): Promise<T> {
	return fitting(join(folder, name), schema, await readData(folder, name));
}

/** What a file of the language data holds, checked. Errors: `data_invalid`. */
export function fitting<T>(path: string, schema: z.ZodType<T>, value: unknown): T {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new IsnadError(
		"data_invalid",
		`${path} does not fit its schema: ${z.prettifyError(parsed.error)}`,
	);
}

/** The text of a file of the language data. Errors: `data_invalid`, `too_many_files`. */
export async function readDataText(path: string): Promise<string> {
	try {
		return (await readRegular(path)).toString("utf8");
	} catch (error) {
		throw damaged(path, error);
	}
}

/** What is wrong with a file of the language data that could not be read or understood. */
export function damaged(path: string, error: unknown): IsnadError {
	return (
		systemLimit(error) ??
		new IsnadError("data_invalid", `${path} is damaged or missing: restore it from the release.`, {
			cause: error,
		})
	);
}

/** The files of `index-data/dates`, keyed by base name. */
export async function readDateFiles(folder: string): Promise<Record<string, unknown>> {
	const dates = join(folder, "dates");
	const names = (await readdir(dates)).filter((name) => name.endsWith(".json"));
	const files = await Promise.all(
		names.map(async (name) => [name.slice(0, -5), await readData(dates, name)] as const),
	);
	return Object.fromEntries(files);
}

export async function loadDateFinder(folder: string): Promise<DateFinder> {
	// Read here only: most questions hold no date, and a start should not wait for what reads them.
	const [{ createDateFinder, parseDateData }, files] = await Promise.all([
		import("../../language/dates/index.ts"),
		readDateFiles(folder),
	]);
	return createDateFinder(parseDateData(files));
}

/** Texts of the lexicon's tables. */
export async function readLexicon(folder: string): Promise<string[]> {
	const lexicon = join(folder, "lexicon");
	const names = (await readdir(lexicon)).filter((name) => name.endsWith(".tsv")).sort();
	return Promise.all(names.map((name) => readDataText(join(lexicon, name))));
}

type Names = Record<"name" | "people" | "capital", string[]>;

/** Names that stand for one another, from `index-data/names.json`: a state and its capital, spellings of a person. */
export async function loadAliases(folder: string): Promise<string[][]> {
	const file = (await readData(folder, "names.json")) as {
		states: Record<"english" | "arabic", Names>[];
		people: Record<"english" | "arabic", string[]>[];
	};
	const states = file.states.map(({ english, arabic }) => [
		...english.name,
		...english.capital,
		...arabic.name,
		...arabic.capital,
	]);
	return [...states, ...file.people.map(({ english, arabic }) => [...english, ...arabic])];
}

/** Words that say nothing of what a text is about, in both languages. */
export async function readStopWords(folder: string): Promise<string[]> {
	const lexicon = join(folder, "lexicon");
	const names = (await readdir(lexicon)).filter((name) => name.endsWith(".txt")).sort();
	const texts = await Promise.all(names.map((name) => readDataText(join(lexicon, name))));
	return texts.flatMap((text) => text.split(/\s+/).filter((word) => word && !word.startsWith("#")));
}
