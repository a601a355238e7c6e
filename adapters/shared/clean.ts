import type { Language } from "../../src/domain/sets/languages.ts";

const escapeSequences =
	/\u001b(?:\[[0-?]{0,64}[ -/]{0,16}[@-~]?|\][^\u0007\u001b]{0,256}(?:\u0007|\u001b\\)?|.?)/g;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const directions = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from an article or a user made safe to print: no escape sequences, no control characters, no
 * direction marks that would turn the rest of the line around. Line breaks and tabs become blanks.
 */
export function clean(text: string): string {
	return cleanLine(text).replace(directions, "");
}

/** The same for a text of ours that holds such text inside direction isolates of its own. */
export function cleanLine(text: string): string {
	return text
		.replace(escapeSequences, "")
		.replace(/[\t\n\v\f\r\u2028\u2029]+/g, " ")
		.replace(controls, "");
}

/** U+2068 … U+2069: the text finds its own direction and leaves that of its line alone. */
export function isolate(text: string): string {
	return `\u2068${text}\u2069`;
}

export function hasArabic(text: string): boolean {
	return /\p{Script=Arabic}/u.test(text);
}

export function hasLatin(text: string): boolean {
	return /\p{Script=Latin}/u.test(text);
}

/** For a line in `language`: text of the other script is isolated. */
export function inLine(text: string, language: Language): string {
	const safe = clean(text);
	const foreign = language === "en" ? hasArabic(safe) : hasLatin(safe);
	return foreign ? isolate(safe) : safe;
}
