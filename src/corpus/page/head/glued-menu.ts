import { foldWords } from "../../../language/text/phrase-index.ts";
import { evenLetters } from "../furniture-data.ts";
import { countWords } from "../line-parts.ts";
import type { MarkedLine } from "../marks.ts";
import { isSection } from "../outlet/name-form.ts";
import type { PageRules } from "../page-rules.ts";

/** One section's name before a headline may be its own first word. */
const fewestSections = 2;
/** A menu that is longer is no menu. */
const longestMenu = 300;
const longestSectionName = 3;
/** Letters; a shorter word is found inside others. */
const shortestWord = 4;

/**
 * Where the headline begins in a line that a menu was glued onto without a blank ("HomeMarketsTechMill burns"),
 * in UTF-16 units; 0 where nothing was.
 */
export function headlineStart(
	line: MarkedLine,
	lines: readonly MarkedLine[],
	rules: PageRules,
): number {
	return Math.max(latinStart(line.text, rules), arabicStart(line, lines, rules));
}

/** A capital right behind a small letter begins another name. */
function latinStart(text: string, rules: PageRules): number {
	let from = 0;
	let sections = 0;
	for (const { index } of text.slice(0, longestMenu).matchAll(/(?<=\p{Ll})(?=\p{Lu})/gu)) {
		const part = text.slice(from, index);
		if (countWords(part) > longestSectionName) break;
		if (rules.furniture.nameParticles.has(foldWords(part).at(-1) ?? "")) break;
		if (isSection(part, rules)) sections++;
		from = index;
	}
	return sections >= fewestSections ? from : 0;
}

/**
 * Arabic has no capitals: names of sections one after the other, the letters that only end words, and a word that the
 * text has too.
 */
function arabicStart(line: MarkedLine, lines: readonly MarkedLine[], rules: PageRules): number {
	const text = evenLetters(line.text.slice(0, longestMenu));
	const glued = (at: number) => /^\p{L}/u.test(text.slice(at));
	let at = 0;
	let sections = 0;
	while (at < text.length) {
		const name = rules.furniture.menuNames.find(
			(one) => text.startsWith(one, at) && glued(at + one.length),
		);
		if (name) {
			at += name.length;
			sections++;
			continue;
		}
		if (sections === 0) return 0;
		const end = /^\p{L}{2,12}?[ةى](?=\p{L})/u.exec(text.slice(at))?.[0].length;
		if (end === undefined) break;
		at += end;
		sections++;
	}
	if (sections < fewestSections) return 0;
	return at + unknownSection(text.slice(at), line, lines);
}

/** Letters before the longest end of the first word that is a word of the text. */
function unknownSection(rest: string, line: MarkedLine, lines: readonly MarkedLine[]): number {
	const [word = ""] = /^\p{L}+/u.exec(rest) ?? [];
	const known = new Set(
		lines.flatMap((other) =>
			other === line || other.mark !== null ? [] : other.words.map(({ text }) => text),
		),
	);
	for (let at = 0; at <= word.length - shortestWord; at++)
		if (known.has(foldWords(word.slice(at))[0] ?? "")) return at;
	return 0;
}
