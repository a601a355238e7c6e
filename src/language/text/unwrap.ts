/** A text that was wrapped over lines, as one line, with the way back. */
export type Unwrapped = {
	text: string;
	/** Where the unit at this offset of `text` stands in the wrapped text; for its length, the end. */
	rawAt(offset: number): number;
	/** Where this offset of the wrapped text is in `text`; inside a line break: where the next line begins. */
	offsetOf(raw: number): number;
};

/** A part of one line that is kept as it stands. */
type Piece = { from: number; raw: number; length: number };

const hyphens = /[\p{L}\p{N}\u00ad][-\u2010\u00ad]$/u;
const attachedDash = /[\p{L}\p{N}][\u2013\u2014]$/u;
const lineEnds = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/gu;
/** White space, and the marks before a line of a quoted letter. */
const lineStart = /^[ \t\u00a0]{0,200}(?:>[ \t]?){0,20}[ \t\u00a0]{0,200}/u;

/**
 * Joins the lines of a paragraph for reading: a line end is a space, nothing where a word was
 * divided by a hyphen, and marks of a quoted letter at a line's beginning are no part of it. Linear
 * in the length.
 */
export function unwrap(raw: string): Unwrapped {
	const breaks = [...raw.matchAll(lineEnds)];
	if (breaks.length === 0)
		return { text: raw, rawAt: (offset) => offset, offsetOf: (offset) => offset };
	const pieces: Piece[] = [];
	let text = "";
	let at = 0;
	for (const [index, end] of [...breaks, null].entries()) {
		const line = raw.slice(at, end?.index);
		const before = index === 0 ? 0 : (lineStart.exec(line)?.[0].length ?? 0);
		const from = at + before;
		const kept = line.slice(before).trimEnd();
		at = (end?.index ?? 0) + (end?.[0].length ?? 0);
		if (kept === "") continue;
		if (text !== "") text = joined(text, kept, raw);
		const last = pieces.at(-1);
		// The hyphen of a divided word is no part of the text.
		if (last && last.from + last.length > text.length) last.length = text.length - last.from;
		pieces.push({ from: text.length, raw: from, length: kept.length });
		text += kept;
	}
	return {
		text,
		rawAt: (offset) => {
			const piece = pieces.findLast((one) => one.from <= offset) ?? pieces[0];
			if (!piece) return offset;
			return piece.raw + Math.min(offset - piece.from, piece.length);
		},
		offsetOf: (place) => {
			const piece = pieces.findLast((one) => one.raw <= place);
			if (!piece) return 0;
			const next = pieces[pieces.indexOf(piece) + 1];
			const inside = place - piece.raw;
			if (inside <= piece.length) return piece.from + inside;
			return next ? next.from : text.length;
		},
	};
}

/** The text so far, ready for the words of the next line. */
function joined(before: string, next: string, raw: string): string {
	if (attachedDash.test(before.slice(-3)) && /^\p{L}/u.test(next)) return before;
	if (!hyphens.test(before.slice(-3)) || !/^[\p{L}\p{N}]/u.test(next)) return `${before} `;
	return isDivided(before, next, raw) ? before.slice(0, -1) : before;
}

/** Whether the hyphen stands there for the line's end alone, and not for a compound's sake. */
function isDivided(before: string, next: string, raw: string): boolean {
	if (before.endsWith("\u00ad")) return true;
	const second = /^\p{L}+/u.exec(next)?.[0];
	const first = /\p{L}+(?=.$)/u.exec(before.slice(-40))?.[0];
	if (!first || !second || /^\p{Lu}/u.test(second)) return false;
	// A compound is mostly written so in the middle of a line as well.
	return !raw.includes(`${first}-${second}`);
}
