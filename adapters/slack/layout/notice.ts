import type { Notice } from "../../../src/domain/chat.ts";
import { cleanLine } from "../../shared/clean.ts";
import { exampleButtons } from "./controls.ts";
import { type Message, messagesOf } from "./message.ts";
import { blocksOfParagraphs, pieces, section, text } from "./rich.ts";

/** A text of ours, a line for each paragraph; its examples are buttons where they can be asked as they are. */
export function layNotice(notice: Notice): Message[] {
	const { language, title, lines, ready = [] } = notice;
	const examples = ready.length > 0 ? [] : notice.examples;
	const part = (value: string, style?: Parameters<typeof text>[1]) =>
		pieces(cleanLine(value), language).map((piece) => section(text(piece, style)));
	const paragraphs = [
		...part(title, { bold: true }),
		...lines.flatMap((line) => part(line)),
		...examples.flatMap((example) => part(example, { code: true })),
	];
	const elements = exampleButtons(ready, language);
	const actions = elements.length > 0 ? [{ type: "actions" as const, elements }] : [];
	return messagesOf(title || (lines[0] ?? ""), blocksOfParagraphs(paragraphs), actions);
}
