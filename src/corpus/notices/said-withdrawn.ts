import type { NoticeText } from "../../domain/notice.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { NoticeReader } from "./read-notice.ts";

/** What somebody calls an article, and says of it. */
export type SaidOf = { title: string | null; summary: string | null };

/**
 * The words by which a feed, or a page's own title, says that an article was withdrawn which was called
 * `known` before: "RETRACTED: …" before that very title, or a notice. Null where they do not say so.
 */
export function saidWithdrawn(
	reader: NoticeReader,
	{ title, summary }: SaidOf,
	known: string | null,
): NoticeText | null {
	if (title !== null && known !== null && isLabelled(title, known)) {
		const read = reader.read(title, { atEdge: true, above: null });
		if (read?.kind === "withdrawn") return noticeOf(title, read.day);
	}
	const read = summary === null ? null : reader.read(summary, { atEdge: false, above: null });
	return summary !== null && read?.kind === "withdrawn" ? noticeOf(summary, read.day) : null;
}

/** Whether a title is the known one with something before it. */
function isLabelled(title: string, known: string): boolean {
	const [all, rest] = [title, known].map((text) => tokens(text).map((token) => token.text));
	if (!all || !rest || rest.length === 0 || all.length <= rest.length) return false;
	return all.slice(-rest.length).join(" ") === rest.join(" ");
}

function noticeOf(quote: string, day: NoticeText["day"]): NoticeText {
	const source = { line: 1, start: 0, end: quote.length };
	return { kind: "withdrawn", quote, source, day, old: null, new: null };
}
