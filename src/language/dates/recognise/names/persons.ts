import type { LineWord, Text } from "../../words-of-line.ts";

/** Shorter words have a small letter in titles too: "of", "the". */
const shortestTitleWord = 4;
/** Words around that are looked at. */
const reach = 16;

/**
 * Whether a capitalised word that is a verb as well stands as somebody's name: "Will Hargreaves sold", "Captain Will
 * Dorsey". In a headline with capitals throughout nothing shows, nor in a question that it opens.
 */
export function isGivenName(text: Text, at: number): boolean {
	const word = text.words[at];
	if (!word || !isCapital(text, word) || isInCapitals(text, at)) return false;
	return isInside(text, at) || (hasSurname(text, at) && !asks(text, at));
}

/** The same of a month, which has its capital anyway: "June Aldridge died", but not "June Election Results". */
export function isGivenNameOfMonth(text: Text, at: number): boolean {
	if (!hasSurname(text, at) || isInCapitals(text, at)) return false;
	const behind = text.words[at + 2];
	return behind?.near !== true || /^\p{Ll}/u.test(text.line.slice(behind.start));
}

function isInside(text: Text, at: number): boolean {
	const word = text.words[at];
	return word?.near === true && text.words[at - 1]?.sentence === word.sentence;
}

function hasSurname(text: Text, at: number): boolean {
	const after = text.words[at + 1];
	return after?.near === true && isCapital(text, after);
}

function isCapital({ line }: Text, word: LineWord): boolean {
	return /^\p{Lu}\p{Ll}/u.test(line.slice(word.start, word.start + 4));
}

/** No longer word around begins with a small letter. */
function isInCapitals(text: Text, at: number): boolean {
	return !wordsAround(text, at).some(
		({ start, end }) =>
			end - start >= shortestTitleWord && /^\p{Ll}/u.test(text.line.slice(start, end)),
	);
}

function asks(text: Text, at: number): boolean {
	const end = wordsAround(text, at).at(-1)?.end ?? 0;
	return text.line.slice(end, end + 3).includes("?");
}

/** The words of the sentence that stand around one. */
function wordsAround({ words }: Text, at: number): LineWord[] {
	const { sentence } = words[at] ?? {};
	return words
		.slice(Math.max(0, at - reach), at + reach)
		.filter((word) => word.sentence === sentence);
}
