import type { NoticeText } from "../../domain/notice.ts";
import { placeIn } from "../../domain/passage-place.ts";
import { tokens } from "../../language/text/tokens.ts";
import { unwrap } from "../../language/text/unwrap.ts";
import { spanOf } from "../page/lines.ts";
import type { MarkedLine } from "../page/marks.ts";
import type { TextPart } from "./notice-line.ts";
import type { NoticeRead, NoticeReader } from "./read-notice.ts";

/** Lines from either end of the page's text in which a strong label alone tells a notice. */
const edge = 4;
/** A sentence in brackets at a paragraph's end. */
const bracketed = /[([][^()[\]]+[)\]]\s*$/u;
const longestBracket = 600;
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
	setApart(lines, reader);
	const filled = lines.filter(({ words }) => words.length > 4);
	const [early, late] = [filled[edge - 1], filled.at(-edge)];
	const first = early ? lines.indexOf(early) : lines.length;
	const last = late ? lines.indexOf(late) : 0;
	for (const [at, line] of lines.entries()) {
		if (out.length === mostNotices) break;
		if (line.heading || line.text === title || line.words.length === 0) continue;
		const head = lines[at - 1];
		const above = head && head.mark !== "notice" ? reader.labelLine(head) : null;
		const atEdge = line.ending === "stop" && (above !== null || at <= first || at >= last);
		const read = reader.read(line.text, { atEdge, above }, line.words);
		if (!read) continue;
		line.mark = "notice";
		if (head && above) head.mark = "notice";
		out.push(noticeAt(line, read));
	}
	return out;
}

/** Of a paragraph that ends with a notice in brackets makes two lines. */
function setApart(lines: MarkedLine[], reader: NoticeReader): void {
	for (let at = lines.length - 1; at >= 0; at--) {
		const line = lines[at];
		if (!line || line.at !== line.lastAt || line.mark !== null) continue;
		const open = bracketed.exec(line.raw.slice(-longestBracket))?.index ?? -1;
		const from = line.raw.length - Math.min(line.raw.length, longestBracket) + open;
		if (open < 0 || from === 0) continue;
		const alone = { atEdge: false, above: null };
		if (!reader.read(line.raw.slice(from), alone)) continue;
		const body = line.raw.slice(0, from).trimEnd();
		if (body === "") continue;
		lines.splice(at, 1, partOf(line, 0, body.length), partOf(line, from, line.raw.length));
	}
}

function partOf(line: MarkedLine, from: number, to: number): MarkedLine {
	const raw = line.raw.slice(from, to);
	const words = tokens(raw);
	const key = words.map((word) => word.text).join(" ");
	const place = { start: line.start + from, end: line.start + to };
	return { ...line, ...place, raw, text: raw, words, key, ending: "stop", gapBefore: from === 0 };
}

function noticeAt(line: MarkedLine, { kind, day, old, new: right }: NoticeRead): NoticeText {
	const { rawAt } = unwrap(line.raw);
	const placed = { text: line.raw, source: spanOf(line) };
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
