import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readRegular } from "../../files/regular-file.ts";
import { reason } from "../../files/system-error.ts";
import { readTable } from "../../language/lexicon/lexicon-table.ts";

/** An operator's own entries, as lines of a lexicon, and what is wrong with the others. */
export type OwnLexicon = { lines: string[]; problems: string[] };

/**
 * Reads the .tsv files of the folder that ISNAD_LEXICON names. A line that is not as it should be is
 * left out and named by file and line; so is a file or folder that cannot be read. Nothing throws.
 */
export async function readOwnLexicon(folder: string | undefined): Promise<OwnLexicon> {
	const out: OwnLexicon = { lines: [], problems: [] };
	if (folder === undefined) return out;
	const files = await readdir(folder).catch((error: unknown) => {
		out.problems.push(
			`${folder} cannot be read${reason(error, "name a folder of .tsv files in ISNAD_LEXICON")}.`,
		);
		return [];
	});
	for (const name of files.filter((file) => file.endsWith(".tsv")).sort()) {
		try {
			add(out, join(folder, name), (await readRegular(join(folder, name))).toString("utf8"));
		} catch (error) {
			out.problems.push(
				`${join(folder, name)} cannot be read${reason(error, "make it readable or remove it")}.`,
			);
		}
	}
	return out;
}

function add({ lines, problems }: OwnLexicon, file: string, text: string): void {
	// An editor's mark, its line ends and an open last line say nothing about the entries.
	const plain = `${text
		.replace(/^\ufeff/, "")
		.replaceAll("\r\n", "\n")
		.replace(/\n$/, "")}\n`;
	const { entries, findings } = readTable({ name: file, text: plain });
	problems.push(...findings.map((finding) => `${finding}; the line is left out.`));
	const all = plain.split("\n");
	for (const { line } of entries) {
		if (findings.some((finding) => finding.startsWith(`${file}:${line}: `))) continue;
		lines.push(all[line - 1] ?? "");
	}
}
