import type { Passage } from "../../domain/article.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { PageRules } from "./page-rules.ts";

/** Words that tell enough; fewer may be names. */
const fewestWords = 40;
/** Different small words of a language that tell enough in a text of fewer. */
const fewestSmall = 3;
const shortest = 12;
/** Words of sentences, most of them without a capital: of a text, and no list of names. */
const fewestOfSentences = 20;
const mostCapitals = 0.4;
/** Of such words; English sentences have ten times as many of its small words. */
const hardlyEnglish = 0.03;
const mostWords = 3_000;
/** Share of a language's small words, from which a text may be written in it. */
const smallWords = 0.05;
/** Of the letters; a script that neither Arabic nor English is written in. */
const otherScript = 0.5;

/**
 * The language of a text that is neither Arabic nor English, as its code or "other" where only the
 * script is known; null where it is one of the two, or nothing shows.
 */
export function foreignLanguage(
	passages: readonly Pick<Passage, "kind" | "text">[],
	language: Language,
	{ furniture }: PageRules,
): string | null {
	const text = passages
		.flatMap(({ kind, text }) => (kind === "title" ? [] : [text]))
		.join("\n")
		.slice(0, 10 * mostWords);
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const known = text.match(/[\p{Script=Arabic}\p{Script=Latin}]/gu)?.length ?? 0;
	if (letters >= fewestWords && letters - known > otherScript * letters) return "other";
	const words = (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, mostWords);
	if (words.length < shortest) return null;
	const shareOf = (own: ReadonlySet<string>) =>
		words.filter((word) => own.has(word)).length / words.length;
	const isTold = (own: ReadonlySet<string>) =>
		words.length >= fewestWords ||
		new Set(words.filter((word) => own.has(word))).size >= fewestSmall;
	const shares = [...furniture.languages].map(([code, own]) => ({
		code,
		own,
		share: shareOf(own),
	}));
	const own = shares.find(({ code }) => code === language)?.share ?? 0;
	const best = shares
		.filter(({ code }) => code !== "ar" && code !== "en")
		.filter(({ own }) => isTold(own))
		.reduce((a, b) => (b.share > a.share ? b : a), {
			code: "other",
			own: new Set(),
			share: 0,
		});
	if (best.share >= smallWords && best.share > 2 * own) return best.code;
	return language === "en" && isUnknown(text, furniture.languages.get("en")) ? "other" : null;
}

/** Sentences in Latin letters that hardly have a small word of English. */
function isUnknown(text: string, english: ReadonlySet<string> = new Set()): boolean {
	const sentences = text.split("\n").filter((line) => /[.!?…][”"’»)]*\s*$/u.test(line));
	const words = sentences.join(" ").match(/[\p{L}\p{M}]+/gu) ?? [];
	const small = words.filter((word) => english.has(word.toLowerCase())).length;
	const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
	return (
		words.length >= fewestOfSentences &&
		capitals <= mostCapitals * words.length &&
		small <= hardlyEnglish * words.length
	);
}
