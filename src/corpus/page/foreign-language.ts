import type { Passage } from "../../domain/article.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { PageRules } from "./page-rules.ts";

/** Words that tell enough; fewer may be names. */
const fewestWords = 40;
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
	if (words.length < fewestWords) return null;
	const shareOf = (own: ReadonlySet<string>) =>
		words.filter((word) => own.has(word)).length / words.length;
	const shares = [...furniture.languages].map(([code, own]) => ({ code, share: shareOf(own) }));
	const own = shares.find(({ code }) => code === language)?.share ?? 0;
	const best = shares
		.filter(({ code }) => code !== "ar" && code !== "en")
		.reduce((a, b) => (b.share > a.share ? b : a), { code: "other", share: 0 });
	return best.share >= smallWords && best.share > 2 * own ? best.code : null;
}
