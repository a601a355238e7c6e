import type { Notice } from "../../src/domain/chat.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Quotation } from "../../src/domain/quotation.ts";
import type { BlockLine } from "../shared/answer/block-line.ts";
import { quotationLines } from "../shared/answer/quotation.ts";
import { clean, hasArabic } from "../shared/clean.ts";
import { printLine, type Screen } from "./layout.ts";

/** A notice as lines of text for a terminal. */
export function layOutNotice({ title, lines, examples, language }: Notice, screen: Screen): string {
	const line = (role: BlockLine["role"], text: string): BlockLine => ({
		role,
		text: clean(text),
		language: hasArabic(text) ? "ar" : language,
		indent: 0,
	});
	const all = [
		...(title ? [line("heading", title)] : []),
		...lines.map((text) => line("note", text)),
		...examples.map((text) => line("quote", text)),
	];
	return `${all.flatMap((each) => printLine(each, "", screen)).join("\n")}\n`;
}

/** The passage behind a quotation with its neighbours; `number`: that of the item. */
export function layOutQuotation(
	quotation: Quotation,
	number: number,
	say: Say,
	screen: Screen,
): string {
	const lines = quotationLines(quotation, number, say);
	return `${lines.flatMap((line) => [...printLine(line, "", screen), ""]).join("\n")}`;
}
