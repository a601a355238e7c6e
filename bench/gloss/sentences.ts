/**
 * How many right translations the checks drop that nobody made for them: sentences of XQuAD's paragraphs, which people
 * translated, where both languages have as many in a paragraph. Some are badly translated or cut elsewhere, so that not every
 * one that is dropped should be kept.
 *   npm run bench -- gloss-sentences [--misses]
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGlossReaders } from "../../src/app/load/gloss-readers.ts";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { namesOver } from "../../src/app/load/who.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import { faultOf } from "../../src/gloss/check-gloss.ts";

/** Characters of a sentence, and of its translation for each of them. */
const length = { least: 40, most: 260 };
const ratio = { least: 0.55, most: 1.25 };

const { values } = parseArgs({
	options: {
		ar: { type: "string", default: "../shared/bench/xquad/articles" },
		en: { type: "string", default: "../shared/bench/xquad-en/articles" },
		misses: { type: "boolean" },
	},
});
const data = await loadSearchData(indexDataFolder);
const readers = await loadGlossReaders(indexDataFolder, data, await namesOver(data));
const counts = [0, 1].map(() => ({ all: 0, faults: new Map<string, number>() }));
for (const [at, file] of readdirSync(values.ar).sort().entries()) {
	const count = counts[at % 2];
	if (!count) continue;
	for (const [text, gloss] of sentencesOf(file)) {
		count.all++;
		const fault = faultOf({ text, from: "en", to: "ar", gloss }, readers);
		if (!fault) continue;
		count.faults.set(fault, (count.faults.get(fault) ?? 0) + 1);
		if (values.misses && at % 2 === 0) console.log([fault, text, gloss].join("\n  "));
	}
}
console.log("| articles | sentences | dropped | share | for |\n| --- | ---: | ---: | ---: | --- |");
for (const [half, { all, faults }] of counts.entries()) {
	const dropped = [...faults.values()].reduce((sum, count) => sum + count, 0);
	const reasons = [...faults].map(([fault, count]) => `${fault} ${count}`).join(", ");
	const share = `${((100 * dropped) / all).toFixed(1)} %`;
	console.log(`| ${[half === 0 ? "even" : "odd", all, dropped, share, reasons].join(" | ")} |`);
}

function sentencesOf(file: string): [string, string][] {
	const [english = [], arabic = []] = [values.en, values.ar].map((folder) =>
		readFileSync(join(folder, file), "utf8").split("\n"),
	);
	return english.flatMap((paragraph, at) => {
		const [here, there] = [inSentences(paragraph), inSentences(arabic[at] ?? "")];
		if (here.length !== there.length) return [];
		return here.flatMap((sentence, n): [string, string][] => {
			const other = there[n] ?? "";
			return isComparable(sentence, other) ? [[sentence, other]] : [];
		});
	});
}

function inSentences(paragraph: string): string[] {
	return paragraph.trim().split(/(?<=[.!?؟])\s+(?=\S)/u);
}

function isComparable(sentence: string, translation: string): boolean {
	const share = translation.length / sentence.length;
	const isLong = sentence.length >= length.least && sentence.length <= length.most;
	return isLong && share >= ratio.least && share <= ratio.most;
}
