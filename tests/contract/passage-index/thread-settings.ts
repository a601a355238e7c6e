import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SearchSettings } from "../../../src/app/load/segments/messages.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-segments-"));
// Several files of a worker share this module: it is gone with the worker, not with the first of them.
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const joints = { english: ["and"], arabic: ["و"] };
const noNames = { states: [], numbers: [], people: [], joints, endings: [] };
/** A few words of language data, so that a thread starts at once. */
const indexData = join(folder, "index-data");
for (const [name, text] of [
	["lexicon/some.tsv", "n\tharbour\tميناء\n"],
	["lexicon/stop.txt", "the of to\n"],
	["thesaurus/some.tsv", ""],
	["names.json", JSON.stringify(noNames)],
	["spoken.json", JSON.stringify({ verbs: {}, perfects: {}, others: {} })],
	["families.json", JSON.stringify({})],
] as const) {
	mkdirSync(join(indexData, name, ".."), { recursive: true });
	writeFileSync(join(indexData, name), text);
}

let opened = 0;

/** Of a search thread with a folder of its own. */
export function threadSettings(): SearchSettings {
	return { folder: join(folder, String(++opened)), indexData, ownLexicon: [] };
}
