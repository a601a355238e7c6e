import { dirname, resolve } from "node:path";
import type { z } from "zod";
import { type Collection, CollectionsFile, defaultCollection } from "../../domain/collection.ts";
import { IsnadError } from "../../domain/errors.ts";
import { readRegularSync } from "../../files/regular-file.ts";
import { reason, systemLimit } from "../../files/system-error.ts";

/**
 * The collections that an operator names in a file, their folders as whole paths.
 * Errors: `config_invalid`, which names the file, and what in it to change.
 */
export function readCollections(file: string): Collection[] {
	const refuse = (what: string, cause?: unknown) =>
		new IsnadError("config_invalid", `ISNAD_COLLECTIONS, ${file}: ${what}`, { cause });
	const { data, error } = CollectionsFile.safeParse(jsonOf(file, refuse));
	if (error) throw refuse(toldIssue(error), error);
	const twice = firstTwice(data.collections);
	if (twice) throw refuse(twice);
	return data.collections.map((each) => ({
		...each,
		corpus: resolve(dirname(file), each.corpus),
	}));
}

/** What two collections may not have in common: then nobody could tell which one is meant. */
function firstTwice(all: readonly Collection[]): string | null {
	const ids = new Set([defaultCollection]);
	const folders = new Set<string>();
	const places = new Set<string>();
	for (const { id, corpus, answers } of all) {
		if (id === defaultCollection)
			return `${id} is the corpus of ISNAD_CORPUS: give the collection another id.`;
		if (ids.has(id)) return `two collections are called ${id}: give each an id of its own.`;
		if (folders.has(resolve(corpus)))
			return `${id} has the folder of another collection: give each a folder of its own.`;
		const taken = answers.find((place) => places.has(place));
		if (taken) return `${taken} is answered by two collections: name it in one of them.`;
		ids.add(id);
		folders.add(resolve(corpus));
		for (const place of answers) places.add(place);
	}
	return null;
}

function jsonOf(file: string, refuse: (what: string, cause: unknown) => IsnadError): unknown {
	let text: string;
	try {
		text = readRegularSync(file).toString();
	} catch (error) {
		const mend = "name a file that is there and can be read";
		throw systemLimit(error) ?? refuse(`it cannot be read${reason(error, mend)}.`, error);
	}
	try {
		return JSON.parse(text);
	} catch (error) {
		throw refuse("it is no JSON: mend it, or leave ISNAD_COLLECTIONS out.", error);
	}
}

function toldIssue({ issues }: z.ZodError): string {
	const [issue] = issues;
	const where = issue?.path.join(".") || "it";
	return `${where} ${issue?.message ?? "cannot be read"}: mend it as docs/operating.md shows.`;
}
