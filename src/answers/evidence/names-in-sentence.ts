import type { NameMatcher } from "../../identity/name-matcher.ts";
import { isArabic } from "../../language/text/tokens.ts";
import type { TermSentence } from "./term-words.ts";

/** A sentence and the text that it stands in. */
export type NamedSentence = TermSentence & { text: string };

type Kind = "place" | "name" | "capital" | "none";

/**
 * Places of words that are names, but for `own` and what stands in one run with them: whoever is asked
 * about may be written there with his title and first name.
 */
export function namesIn(
	{ words, text }: NamedSentence,
	names: NameMatcher,
	own: readonly number[],
): ReadonlySet<number> {
	const kinds = words.map(({ text: word, start }, at): Kind => {
		const isCapital = /^\p{Lu}/u.test(text.slice(start, start + 2));
		if (!isArabic(word) && !isCapital) return "none";
		const bare = word.replace(/['’]s?$/u, "");
		if (names.isListedName(bare)) return "place";
		// The first word of a sentence is in capitals whatever it is.
		if (!isArabic(word) && at === 0) return "none";
		if (names.isUnlisted(bare)) return "name";
		return isArabic(word) ? "none" : "capital";
	});
	const isOwn = new Set(own);
	const out = new Set<number>();
	let run: number[] = [];
	const close = () => {
		if (isStranger(run, kinds, isOwn, words)) for (const at of run) out.add(at);
		run = [];
	};
	for (const [at, kind] of kinds.entries()) {
		// Two places beside each other are two.
		const isApart = kind === "place" && !isOwn.has(at) && run.some((each) => isOwn.has(each));
		if (isApart || (kind === "none" && !isOwn.has(at))) close();
		if (kind !== "none" || isOwn.has(at)) run.push(at);
	}
	close();
	return out;
}

function isStranger(
	run: readonly number[],
	kinds: readonly Kind[],
	own: ReadonlySet<number>,
	words: NamedSentence["words"],
): boolean {
	if (run.some((at) => own.has(at))) return false;
	if (run.some((at) => kinds[at] === "place")) return true;
	const named = run.filter((at) => kinds[at] === "name").length;
	// One Arabic word that nothing lists may be a form of any verb.
	return named > (isArabic(words[run[0] ?? 0]?.text ?? "") ? 1 : 0);
}
