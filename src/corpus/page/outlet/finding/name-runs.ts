import { foldWords } from "../../../../language/text/phrase-index.ts";
import type { PageRules } from "../../page-rules.ts";
import { isOrFor } from "../name-form.ts";

/** Some words within a piece of a line that may be a name: quoted, in capitals, in the other script, from «صحيفة» on. */
export function runsIn(part: string, rules: PageRules): string[] {
	const quoted = [...part.matchAll(/[«"“]([^«»"“”]{3,60})[»"”]/gu)].map((hit) => hit[1] ?? "");
	const words = part.split(/\s+/u);
	return [...quoted, ...capitalRuns(words, rules), ...arabicRuns(words, rules)];
}

/** "told the Harbour Gazette on Monday" → "Harbour Gazette", "Monday". */
function capitalRuns(words: readonly string[], { furniture }: PageRules): string[] {
	const runs: string[][] = [[]];
	for (const word of words) {
		const last = runs.at(-1) ?? [];
		if (/^[\p{Lu}\p{N}&]/u.test(word)) last.push(word);
		else if (last.length > 0 && furniture.nameLinks.has(fold(word))) last.push(word);
		else if (last.length > 0) runs.push([]);
	}
	return runs
		.map((run) => run.slice(0, run.findLastIndex((word) => /^[\p{Lu}\p{N}]/u.test(word)) + 1))
		.filter((run) => run.length > 0 && run.length < words.length)
		.map((run) => run.join(" "));
}

/** What is Arabic in it, and of that what stands before «جريدة» and from there on. */
function arabicRuns(all: readonly string[], { furniture }: PageRules): string[] {
	const isArabic = (word: string | undefined) => /^[^\p{L}]*\p{Script=Arabic}/u.test(word ?? "");
	const from = all.findIndex(isArabic);
	if (from < 0) return [];
	const end = all.findIndex((word, at) => at > from && !isArabic(word));
	const words = all.slice(from, end < 0 ? all.length : end);
	const kinds = words.flatMap((word, at) => {
		const isKind = isOrFor(fold(word), furniture.nameLead) || furniture.mottoWords.has(fold(word));
		return isKind && at > 0 ? [at] : [];
	});
	return [
		words,
		...kinds.map((at) => words.slice(0, at)),
		...kinds.filter((at) => at < words.length - 1).map((at) => words.slice(at)),
	]
		.filter((run) => run.length < all.length)
		.map((run) => run.join(" "));
}

function fold(word: string): string {
	return foldWords(word).join(" ");
}
