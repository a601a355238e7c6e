import { foldWords } from "../../../../language/text/phrase-index.ts";
import { hasFor, withoutPreposition } from "../../../../language/words/arabic-clitics.ts";
import type { PageRules } from "../../page-rules.ts";
import { withoutFor } from "../bare-name.ts";
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
	// "Text the Mukin Mail newsroom": what readers are to do, in a capital because it begins the line.
	const asked = runs.flatMap(([, article = "", ...named]) =>
		furniture.nameLead.has(article) && named.length > 0 ? [named] : [],
	);
	return [...runs, ...asked]
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

/** The capitals that some words begin with: "Harbour Ledger on Monday" → "Harbour Ledger". */
export function capitalRun(words: readonly string[], { furniture }: PageRules): string {
	const small = words.findIndex(
		(word) => !/^[\p{Lu}\p{N}&]/u.test(word) && !furniture.nameLinks.has(fold(word)),
	);
	const run = words.slice(0, small < 0 ? words.length : small);
	return run.slice(0, run.findLastIndex((word) => /^[\p{Lu}\p{N}]/u.test(word)) + 1).join(" ");
}

/** Arabic words up to one that ends a name: «بوابة الواحة على أندرويد» → «بوابة الواحة». `isCut`: they end where a mark stands. */
export function runUntilStop(words: readonly string[], rules: PageRules, isCut: boolean): string {
	// «سي إن إن»: said twice, it is a part of the name.
	const stop = words.findIndex(
		(word, at) =>
			isNameStop(word, rules) && words[at + 1] !== word && (at === 0 || words[at - 1] !== word),
	);
	if (stop < 0 && !isCut) return "";
	return words.slice(0, stop < 0 ? words.length : stop).join(" ");
}

function isNameStop(word: string, { furniture }: PageRules): boolean {
	return furniture.nameStops.has(fold(word)) || /^[^\p{Script=Arabic}]+$/u.test(word);
}

/**
 * What a line that offers something names behind what it offers, cut where the name ends: «نزّل تطبيق بوابة الواحة على أندرويد» →
 * «بوابة الواحة», «النشرة البريدية لرصيف المرسى» → «رصيف المرسى».
 */
export function offeredRuns(part: string, rules: PageRules): string[] {
	const words = part.split(/\s+/u);
	if (!/\p{Script=Arabic}/u.test(part)) return [];
	const { nameLead, platformWords, appWords, roleWords, nameStops } = rules.furniture;
	return words
		.flatMap((word, at) => {
			const own = fold(word);
			const run = (from: number) => runUntilStop(words.slice(from), rules, true);
			if (isOrFor(own, nameLead)) return at > 0 ? [withoutFor(run(at), rules)] : [run(at)];
			if ([platformWords, appWords, roleWords].some((list) => list.has(own))) return [run(at + 1)];
			const said = words.slice(at + 1).some((one) => nameStops.has(fold(one)));
			const isFor = at > 0 && hasFor(own) && own.length >= shortestFor;
			return isFor && (said || at >= words.length - longestFor)
				? [withoutPreposition(word) + run(at).slice(word.length)]
				: [];
		})
		.filter((run) => run !== "" && run !== part);
}

/** In letters, and in words. */
const shortestFor = 5;
const longestFor = 3;

function fold(word: string): string {
	return foldWords(word).join(" ");
}
