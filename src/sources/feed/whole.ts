/** Fewer words are a summary: its page has the article. */
const fewestWords = 120;

/** Whether what a feed says of an item is the article itself, as against the beginning of it. */
export function wholeArticle(html: string): boolean {
	const text = html.replace(/<[^<>]{0,2000}>/g, " ").trim();
	if (/(?:…|\.{3}|\[…\]|\[\.{3}\]|&hellip;|&#8230;)\W{0,5}$/u.test(text.slice(-40))) return false;
	let words = 0;
	for (const _ of text.matchAll(/\S+/g)) if (++words >= fewestWords) return true;
	return false;
}
