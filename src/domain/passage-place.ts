import type { Passage, Span } from "./article.ts";

type Placed = Pick<Passage, "text" | "source">;

/** Where a part of a passage's text stands, `[from, to)` in UTF-16 units; of a paraphrase the line alone. */
export function placeIn({ text, source }: Placed, from: number, to: number): Span {
	if (source.start === null) return source;
	const first = lineAt(text, from);
	const last = lineAt(text, to);
	const column = (at: number, line: Line) =>
		(line.begin === 0 ? (source.start ?? 0) : 0) + at - line.begin;
	const line = source.line + first.index;
	const endLine = source.line + last.index;
	return {
		...{ line, start: column(from, first), end: column(to, last) },
		...(endLine > line ? { end_line: endLine } : {}),
	};
}

/** The part of a passage's text that stands at a place, or null where that is not inside it. */
export function partAt({ text, source }: Placed, place: Span): { from: number; to: number } | null {
	if (place.start === null || place.end === null || source.start === null) return null;
	const from = offsetOf({ text, source }, place.line, place.start);
	const to = offsetOf({ text, source }, place.end_line ?? place.line, place.end);
	return from === null || to === null || from >= to || to > text.length ? null : { from, to };
}

/** Whether the place begins in one of the passage's lines. */
export function isInLines(source: Span, place: Pick<Span, "line">): boolean {
	return place.line >= source.line && place.line <= (source.end_line ?? source.line);
}

type Line = { index: number; begin: number };

/** The line of a text that holds an offset, counted from 0, and where it begins. */
function lineAt(text: string, offset: number): Line {
	let [index, begin] = [0, 0];
	for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", begin)) {
		begin = end + 1;
		index++;
	}
	return { index, begin };
}

function offsetOf({ text, source }: Placed, line: number, column: number): number | null {
	let begin = 0;
	for (let index = source.line; index < line; index++) {
		const end = text.indexOf("\n", begin);
		if (end < 0) return null;
		begin = end + 1;
	}
	const offset = begin === 0 ? column - (source.start ?? 0) : begin + column;
	return offset < 0 || line < source.line ? null : offset;
}
