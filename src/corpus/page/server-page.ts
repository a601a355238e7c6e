import { isHeading, type Passage } from "../../domain/article.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import type { Furniture } from "./furniture-data.ts";

/** More words are an article, whatever it speaks of. */
const longestPage = 160;
/** Share of a title's words that a phrase takes: a story about such a page says more. */
const ofTitle = 0.5;
/** Share of the body's words in paragraphs that hold a phrase. */
const ofBody = 0.5;

/**
 * Whether a page is a word of its server, its guard or its owner to whoever asks for it: not found,
 * blocked, consent, maintenance, a domain for sale. Its title says so, and most of its text.
 */
export function isServerPage(
	title: string | null,
	passages: readonly Pick<Passage, "kind" | "text">[],
	furniture: Furniture,
): boolean {
	const heads = [title ?? "", ...passages.filter(isHeading).map(({ text }) => text)];
	const isSaid = heads.some((head) => {
		const words = tokens(head);
		return words.length > 0 && longestPhrase(words, furniture) >= ofTitle * words.length;
	});
	if (!isSaid) return false;
	const body = passages.filter((one) => !isHeading(one)).map(({ text }) => tokens(text));
	const count = body.reduce((sum, words) => sum + words.length, 0);
	if (count > longestPage) return false;
	const said = body.filter((words) => longestPhrase(words, furniture) > 0);
	return said.reduce((sum, words) => sum + words.length, 0) >= ofBody * count;
}

function longestPhrase(words: readonly Token[], { serverWords }: Furniture): number {
	let longest = 0;
	for (const at of words.keys())
		for (const { end } of serverWords.at(words, at)) longest = Math.max(longest, end - at);
	return longest;
}
