/** The text without the marks at its end. A pattern would try each of them in a row: this is linear. */
export function withoutEnd(text: string, mark: RegExp): string {
	let end = text.length;
	while (end > 0 && mark.test(text[end - 1] ?? "")) end--;
	return text.slice(0, end);
}
