import type { Lexicon } from "../../src/language/lexicon/lexicon.ts";
import type { Finding, Table } from "../../src/language/lexicon/lexicon-table.ts";
import { Thesaurus } from "../../src/language/lexicon/thesaurus.ts";

/** Everything in the thesaurus's tables that is not as it should be. `lexicon`: what its words are looked up in. */
export function checkFields(
	tables: readonly Table[],
	lexicon: Lexicon,
): { fields: number; findings: Finding[] } {
	const findings: Finding[] = [];
	let fields = 0;
	for (const { name, text } of tables) {
		const lines = text.split("\n");
		if (lines.pop() !== "") findings.push(`${name}:${lines.length + 1}: end the last line`);
		const numbered = lines.map((line, index) => ({ line, at: `${name}:${index + 1}` }));
		const rows = numbered.filter(({ line }) => line && !line.startsWith("#"));
		const read = new Thesaurus(
			rows.map(({ line }) => line),
			lexicon,
		).fields;
		fields += rows.length;
		for (const [index, { line, at }] of rows.entries()) {
			const [pos = "", words = "", ...others] = line.split("\t");
			const own = words.split("|");
			if (!/^[nva]$/.test(pos) || others.length > 0)
				findings.push(`${at}: write n, v or a, a tab, and words with | between them`);
			else if (own.length < 2) findings.push(`${at}: holds one word; a field needs two`);
			else if (new Set(own).size < own.length) findings.push(`${at}: repeats a word; remove one`);
			else
				for (const { word, entries } of read[index] ?? []) {
					if (entries.length > 0) continue;
					findings.push(
						`${at}: ${JSON.stringify(word)} is in no entry of the lexicon with this part of speech, or none of its senses shares an Arabic word with the rest; remove it`,
					);
				}
		}
	}
	return { fields, findings };
}
