import type { Notice } from "../../../src/domain/chat.ts";
import { cleanLine } from "../../shared/clean.ts";
import { type Message, messagesOf } from "./message.ts";
import { blocksOfParagraphs, pieces, section, text } from "./rich.ts";

/** A text of ours, its paragraphs and its examples a line each. */
export function layNotice(notice: Notice): Message[] {
	const { language, title, lines, examples } = notice;
	const part = (value: string, style?: Parameters<typeof text>[1]) =>
		pieces(cleanLine(value), language).map((piece) => section(text(piece, style)));
	const paragraphs = [
		...part(title, { bold: true }),
		...lines.flatMap((line) => part(line)),
		...examples.flatMap((example) => part(example, { code: true })),
	];
	return messagesOf(title || (lines[0] ?? ""), blocksOfParagraphs(paragraphs));
}
