import type { NoticeText } from "../../domain/notice.ts";
import { placeIn } from "../../domain/passage-place.ts";
import { unwrap } from "../../language/text/unwrap.ts";
import type { MarkedLine } from "../page/marks.ts";
import type { TextPart } from "./notice-line.ts";
import type { NoticeRead, NoticeReader } from "./read-notice.ts";

/** Lines from either end of the page's text in which a strong label alone tells a notice. */
const edge = 4;
/** Notices that one article carries; more are its subject. */
const mostNotices = 10;

/**
 * Marks the lines that are notices of the publisher, with the labels above them, and gives what they
 * say. A heading is none: a headline may begin with "Correction", too.
 */
export function markNotices(
	lines: MarkedLine[],
	reader: NoticeReader,
	title: string | null,
): NoticeText[] {
	const out: NoticeText[] = [];
	const filled = lines.filter(({ words }) => words.length > 4);
	const [first = 0, last = lines.length] = [
		lines.indexOf(filled[edge - 1] ?? (lines.at(-1) as MarkedLine)),
		lines.indexOf(filled.at(-edge) ?? (lines[0] as MarkedLine)),
	];
	for (const [at, line] of lines.entries()) {
		if (out.length === mostNotices) break;
		if (line.heading || line.text === title || line.words.length === 0) continue;
		const head = lines[at - 1];
		const above = head && head.mark !== "notice" ? reader.labelLine(head.text) : null;
		const atEdge = line.ending === "stop" && (above !== null || at <= first || at >= last);
		const read = reader.read(line.text, { atEdge, above });
		if (!read) continue;
		line.mark = "notice";
		if (head && above) head.mark = "notice";
		out.push(noticeAt(line, read));
	}
	return out;
}

function noticeAt(line: MarkedLine, { kind, day, old, new: right }: NoticeRead): NoticeText {
	const { rawAt } = unwrap(line.raw);
	const placed = {
		text: line.raw,
		source: {
			...{ line: line.at + 1, start: line.start, end: line.end },
			...(line.lastAt > line.at ? { end_line: line.lastAt + 1 } : {}),
		},
	};
	const valueAt = (part: TextPart | null) => {
		if (!part) return null;
		const [from, to] = [rawAt(part.from), rawAt(part.to - 1) + 1];
		return { quote: line.raw.slice(from, to), source: placeIn(placed, from, to) };
	};
	return {
		...{ kind, quote: line.raw, source: placed.source, day },
		...{ old: valueAt(old), new: valueAt(right) },
	};
}
