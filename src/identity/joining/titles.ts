import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { isDefinite } from "../../language/words/arabic-clitics.ts";
import type { IdentityData } from "../identity-data.ts";

/** Words that a title has at most. */
const longestTitle = 6;

/**
 * What stands right before a person's name in a text as his title (the Chinese foreign minister, وزير
 * الخارجية), as it is written; null where nothing before the name is one.
 */
export function titleBefore(text: string, name: string, data: IdentityData): string | null {
	const at = text.indexOf(name);
	if (at <= 0) return null;
	const line = text.slice(Math.max(0, at - 120), at);
	const words = tokens(line);
	const arabic = isArabic(name);
	let from = words.length;
	let titled = -1;
	for (let n = words.length - 1; n >= 0 && words.length - n <= longestTitle; n--) {
		const word = words[n] as Token;
		// A title stands in one piece: no comma, no dash, no end of a sentence.
		const next = n + 1 < words.length ? (words[n + 1] as Token).start : line.length;
		if (!/^\.?\s*$/.test(line.slice(word.end, next))) break;
		const isTitle = data.isTitle(word.text);
		if (!isTitle && !(arabic ? mayDescribe(word) : mayStandIn(word, line))) break;
		from = n;
		if (isTitle) titled = n;
	}
	if (titled < 0) return null;
	// In Arabic the office comes first, in English last: what describes it stands on one side.
	const first = words[arabic ? titled : from] as Token;
	return line.slice(first.start).trim();
}

/** What follows an office in Arabic: a definite noun or adjective, or its short link. */
function mayDescribe({ text }: Token): boolean {
	return isArabic(text) && isDefinite(text);
}

/** Before a name in English: capitalised words. */
function mayStandIn({ start }: Token, line: string): boolean {
	return /^\p{Lu}/u.test(line.slice(start));
}
