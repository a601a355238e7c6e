/** C0 without tab and line feed, DEL and C1, and what turns the rest of a line around. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g;

/**
 * Text of ours that holds names of files, of feeds or of people, for a terminal or a log: what a
 * terminal would obey is written out, as `\x1b`, so that a name can still be told from another.
 */
export function printable(text: string): string {
	return text.replace(controls, written);
}

/** The same on one line: a name with a line feed in it forges no line of its own. */
export function printableLine(text: string): string {
	return printable(text).replace(/[\t\n\u2028\u2029]/g, written);
}

function written(character: string): string {
	const code = character.charCodeAt(0);
	if (code > 0xff) return `\\u${code.toString(16)}`;
	return code === 0x0a ? "\\n" : `\\x${code.toString(16).padStart(2, "0")}`;
}

/** One line of JSON; DEL and C1, which JSON lets stand, are escaped as it escapes the others. */
export function jsonLine(value: unknown): string {
	const text = JSON.stringify(value);
	return text.replace(
		/[\u007f-\u009f\u2028\u2029\u202a-\u202e]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
