const references: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Text as it may stand in XML, in quotation marks too; what XML cannot hold stands there as U+FFFD. */
export function xmlText(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd")
		.replace(/[&<>"']/g, (letter) => references[letter] ?? "");
}

export function element(name: string, text: string): string {
	return `<${name}>${xmlText(text)}</${name}>`;
}
