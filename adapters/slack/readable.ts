/**
 * What a person wrote, out of Slack's markup: mentions of people and groups are left out, channels
 * and links keep what was shown, escapes are resolved, curly quotes (Slack's own clients make them)
 * become straight ones, so that `by:"…"` is read.
 */
export function readable(text: string): string {
	return text
		.replace(/<((?:[@#!]|[a-z]{1,20}:)[^<>]{0,3000})>/gi, (_, inside: string) => shown(inside))
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&")
		.replace(/[“”„]/g, '"')
		.replace(/[^\S\n]+/g, " ")
		.trim();
}

/** Ids of the people and bots that a text names. */
export function mentionedIn(text: string): string[] {
	return [...text.matchAll(/<@([A-Z0-9]{1,40})(?:\|[^<>]{0,200})?>/g)].map(([, id]) => id ?? "");
}

function shown(inside: string): string {
	const bar = inside.indexOf("|");
	const target = bar < 0 ? inside : inside.slice(0, bar);
	const label = bar < 0 ? "" : inside.slice(bar + 1);
	if (target.startsWith("@") || target.startsWith("!")) return " ";
	if (target.startsWith("#")) return label ? `#${label}` : " ";
	return label || target;
}

/** For the one place where Slack reads markup, the text of a notification: nothing in it is read. */
export function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
