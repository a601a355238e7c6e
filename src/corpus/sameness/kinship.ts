import type { Passage } from "../../domain/article.ts";
import { tokens } from "../../language/text/tokens.ts";
import { termOf } from "../../language/words/index-terms.ts";
import { inCommon, overlap } from "./fingerprint.ts";

type Body = readonly Pick<Passage, "kind" | "text">[];

/** An edit, however heavy, leaves a sentence or two. */
const kinShingles = 0.05;
/**
 * Share of the shorter text's longer words. Two versions of one story have 0.35 to 0.6 in common,
 * told anew word for word included; a story and a page about cookies, or a challenge, up to 0.25.
 */
const kinWords = 0.3;
/** Fewer in common are chance, whatever their share. */
const fewestKinWords = 3;
/** Shorter words belong to the language, not to the story. */
const longWord = 5;
/** Share of a title's words that the body below it uses too. */
const titleShare = 1 / 3;

/** Whether two texts can be versions of one article; `shingles` are those of their fingerprints. */
export function isKin(
	a: { body: Body; shingles: ReadonlySet<number> },
	b: { body: Body; shingles: ReadonlySet<number> },
): boolean {
	if (overlap(a.shingles, b.shingles) >= kinShingles) return true;
	const { shared, share } = inCommon(longWordsOf(a.body), longWordsOf(b.body));
	return shared >= fewestKinWords && share >= kinWords;
}

/**
 * Whether a text below its own title speaks of what somebody else's title says: one that does not is
 * not the article which was announced. Null where the title has no word to look for.
 */
export function speaksOf(title: string, body: Body): boolean | null {
	const asked = termsOf(title, longWord - 1);
	if (asked.size === 0) return null;
	const said = new Set<string>();
	for (const { kind, text } of body)
		if (kind !== "title") for (const term of termsOf(text, longWord - 1)) said.add(term);
	return [...asked].filter((term) => said.has(term)).length >= titleShare * asked.size;
}

/** As the index has them. */
export function longWordsOf(body: Body): Set<string> {
	const out = new Set<string>();
	for (const { text } of body) for (const term of termsOf(text, longWord)) out.add(term);
	return out;
}

function termsOf(text: string, fewestLetters: number): Set<string> {
	const long = tokens(text).filter((token) => token.text.length >= fewestLetters);
	return new Set(long.map((token) => termOf(token.text)));
}
