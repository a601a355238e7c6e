/** JSON on one line, with what turns the rest of a line around, or ends one for some programs, written out. */
export function jsonText(value: unknown): string {
	return JSON.stringify(value).replace(
		/[\u007f-\u009f\u2028\u2029\u202a-\u202e]/g,
		(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
