import type { FormAgain, Notice } from "../../../src/domain/chat.ts";
import { cleanLine } from "../../shared/clean.ts";
import { actionIds, button, exampleButtons, viewValue } from "./controls.ts";
import { type Message, messagesOf } from "./message.ts";
import { blocksOfParagraphs, pieces, section, text } from "./rich.ts";

/** The button that gives a form back with what was typed into it. */
export type AgainButton = FormAgain & { label: string };

/** A text of ours, a line for each paragraph; its examples are buttons where they can be asked as they are. */
export function layNotice(notice: Notice, again?: AgainButton): Message[] {
	const { language, title, lines, ready = [] } = notice;
	const examples = ready.length > 0 ? [] : notice.examples;
	const part = (value: string, style?: Parameters<typeof text>[1]) =>
		pieces(cleanLine(value), language).map((piece) => section(text(piece, style)));
	const paragraphs = [
		...part(title, { bold: true }),
		...lines.flatMap((line) => part(line)),
		...examples.flatMap((example) => part(example, { code: true })),
	];
	const elements = [
		...(again ? [button(actionIds[again.form], again.label, viewValue(again.view))] : []),
		...exampleButtons(ready, language),
	];
	const actions = elements.length > 0 ? [{ type: "actions" as const, elements }] : [];
	return messagesOf(title || (lines[0] ?? ""), blocksOfParagraphs(paragraphs), actions);
}
