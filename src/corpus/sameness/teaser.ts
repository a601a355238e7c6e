import type { Passage } from "../../domain/article.ts";
import { tokens } from "../../language/text/tokens.ts";
import { overlap } from "./fingerprint.ts";
import { longWordsOf } from "./kinship.ts";

type Body = readonly Pick<Passage, "kind" | "text">[];

/** Of the known article's words: a teaser is a paragraph or two. */
const mostOfArticle = 0.5;
/** Words of what stands behind it: an appeal to subscribe, to sign in, to open an app. */
const longestAppeal = 60;
/** Share of its longer words that the article has too: an edit speaks of the story, an appeal does not. */
const ofStory = 0.3;
/** Words of the first paragraph where that breaks off, and of one behind it. */
const fewestWords = { first: 8, further: 3 };

/**
 * Whether a page shows only the beginning of an article that is known whole, as publishers do for
 * those who have not signed in: it takes nothing back of the rest.
 */
export function isTeaserOf(page: Body, known: Body): boolean {
	const ours = paragraphsOf(page);
	const theirs = paragraphsOf(known);
	if (countOf(ours) >= mostOfArticle * countOf(theirs)) return false;
	const head = ours.findIndex(
		({ words }, i) =>
			!beginsAlike(
				words,
				theirs[i]?.words ?? [],
				i === 0 ? fewestWords.first : fewestWords.further,
			),
	);
	if (head === 0) return false;
	const appeal = head < 0 ? [] : ours.slice(head);
	if (countOf(appeal) > longestAppeal) return false;
	const rest = appeal.map(({ passage }) => passage);
	return overlap(longWordsOf(rest), longWordsOf(known)) < ofStory;
}

type Paragraph = { passage: Body[number]; words: string[] };

function paragraphsOf(body: Body): Paragraph[] {
	const own = body.filter(({ kind }) => kind !== "title");
	return own.map((passage) => ({ passage, words: tokens(passage.text).map(({ text }) => text) }));
}

function countOf(paragraphs: readonly Paragraph[]): number {
	return paragraphs.reduce((sum, { words }) => sum + words.length, 0);
}

/** The same paragraph, or one that breaks off, in a word even. */
function beginsAlike(words: readonly string[], whole: readonly string[], fewest: number): boolean {
	if (words.length > whole.length || words.length === 0) return false;
	if (words.length < Math.min(fewest, whole.length)) return false;
	const last = words.length - 1;
	return words.every((word, i) => word === whole[i] || (i === last && whole[i]?.startsWith(word)));
}
