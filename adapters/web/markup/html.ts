/** Text of HTML that is safe to put into a page: only `html` and `raw` make it. */
export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

/**
 * HTML from a template. Whatever is put into it is escaped, but for what `html` itself has made; lists
 * are joined, and what is missing or false is left out.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
	return new Html(
		parts.map((part, at) => (at === 0 ? "" : written(values[at - 1])) + part).join(""),
	);
}

function written(value: Value): string {
	if (value === null || value === undefined || value === false) return "";
	if (value instanceof Html) return value.text;
	if (Array.isArray(value)) return value.map(written).join("");
	return escaped(String(value));
}

const references: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Safe in text and in quoted attributes. What a page may not hold stands there as U+FFFD. */
function escaped(text: string): string {
	return text
		.replace(/[\0-\x08\x0b-\x1f\x7f]/g, "\ufffd")
		.replace(/[&<>"']/g, (letter) => references[letter] ?? "");
}

/** As many of the same as there are items, with something between them. */
export function joined(items: readonly Html[], between: Html): Html {
	return new Html(items.map(({ text }) => text).join(between.text));
}
