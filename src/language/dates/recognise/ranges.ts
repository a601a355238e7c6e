import type { Match, Reader } from "../match.ts";
import { printed, resolveParts } from "../resolve.ts";
import { isWord } from "../words-of-line.ts";

/** Both ends have their year. */
const noLean = { to: null, sure: false };

/**
 * Two dates that are the ends of one: من 3 مايو إلى 5 يونيو 2024, between January and March 2023, 3 May – 5 June.
 * The end without a year takes the other's.
 */
export function joinRange(reader: Reader, first: Match, last: Match): Match | null {
	if (!first.parts || !last.parts || (first.parts.day === null) !== (last.parts.day === null))
		return null;
	if (!isJoined(reader, first, last)) return null;
	const year = last.parts.year ?? first.parts.year;
	let from = first.value;
	let to = last.value;
	if (year !== null) {
		const order =
			first.parts.month - last.parts.month || (first.parts.day ?? 0) - (last.parts.day ?? 0);
		const firstYear = first.parts.year ?? (order > 0 ? year - 1 : year);
		const lastYear = last.parts.year ?? (order > 0 ? year + 1 : year);
		from = resolveParts({ ...first.parts, year: firstYear }, reader.anchor, noLean).value;
		to = resolveParts({ ...last.parts, year: lastYear }, reader.anchor, noLean).value;
	}
	if (from === null || to === null || from >= to) return null;
	const basis = year === null ? last.basis : "printed";
	return {
		...last,
		...printed(`${from}/${to}`, "interval"),
		basis,
		kind: "range",
		first: first.first,
		from: first.from,
	};
}

function isJoined(reader: Reader, first: Match, last: Match): boolean {
	const { text, lex } = reader;
	const join = text.words[first.end];
	if (!join) return false;
	if (first.end === last.first) {
		const between = text.n.text.slice(first.to, last.from).trim();
		if (between === "-" || between === "–" || between === "—") return true;
		// بين يناير ومارس: the "and" is part of the second word.
		return between === "و" && opened(reader, first, lex.rangeOpeners);
	}
	if (first.end + 1 !== last.first || !join.near || !text.words[last.first]?.near) return false;
	if (isWord(text, first.end, lex.to)) return true;
	return isWord(text, first.end, lex.and) && opened(reader, first, lex.rangeOpeners);
}

function opened(reader: Reader, first: Match, openers: Parameters<typeof isWord>[2]): boolean {
	return isWord(reader.text, first.first - 1, openers);
}
