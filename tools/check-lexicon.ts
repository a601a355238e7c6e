import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Lexicon } from "../src/language/lexicon/lexicon.ts";
import {
	type Entry,
	type Finding,
	readTable,
	type Table,
} from "../src/language/lexicon/lexicon-table.ts";
import { root } from "./files.ts";
import { countEntries, leastCounts } from "./lexicon/counts.ts";
import { checkFields } from "./lexicon/fields.ts";
import { duplicates, mergeDuplicates } from "./lexicon/merge.ts";

/** The .tsv files of a folder in the order of their names, which is the order of merging. */
export function readLexicon(folder: string): Table[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".tsv"))
		.sort()
		.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Everything that is wrong with the tables: each one's lines, and what stands in two places. */
export function checkTables(tables: readonly Table[]): { entries: Entry[]; findings: Finding[] } {
	const read = tables.map(readTable);
	const entries = read.flatMap((table) => table.entries);
	const twice = duplicates(entries).map(([first, ...others]) => {
		const where = others.map(({ file, line }) => `${file}:${line}`).join(", ");
		return `${first?.file}:${first?.line}: ${JSON.stringify(first?.english[0])} stands again in ${where}; merge them (--merge)`;
	});
	return { entries, findings: [...read.flatMap(({ findings }) => findings), ...twice] };
}

/**
 * `check-lexicon [--merge] [FOLDER]`: says what is wrong; with --merge it first merges what stands
 * twice, within a line and across files, into the first place. Status 1 where anything is wrong.
 */
function main(args: string[]): number {
	const { values, positionals } = parseArgs({
		args,
		options: { merge: { type: "boolean" } },
		allowPositionals: true,
	});
	const shipped = join(root, "index-data", "lexicon");
	const folder = positionals[0] ?? shipped;
	let tables = readLexicon(folder);
	if (values.merge) {
		const { entries } = checkTables(tables);
		const merged = mergeDuplicates(tables, entries);
		for (const [index, { name, text }] of merged.entries())
			if (text !== tables[index]?.text) writeFileSync(join(folder, name), text);
		tables = merged;
	}
	const { entries, findings } = checkTables(tables);
	const counts = countEntries(entries);
	let fields = "";
	if (folder === shipped) {
		findings.push(...leastCounts(counts));
		const lexicon = new Lexicon(tables.map(({ text }) => text));
		const checked = checkFields(readLexicon(join(root, "index-data", "thesaurus")), lexicon);
		findings.push(...checked.findings);
		fields = ` ${checked.fields} fields of the thesaurus,`;
	}
	for (const finding of findings) process.stderr.write(`${finding}\n`);
	process.stdout.write(
		`lexicon: ${tables.length} files, ${counts.entries} entries, ${counts.multiWord} multi-word,${fields} ${findings.length} findings\n`,
	);
	return findings.length > 0 || tables.length === 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
