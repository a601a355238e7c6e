import type { types } from "@slack/bolt";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { hasArabic, isolate } from "../../shared/clean.ts";
import { split } from "../../shared/split.ts";
import { limits } from "../limits.ts";

/**
 * Answers are laid out in rich text blocks: Slack reads no markup in them, so that a text from an
 * article or a person can neither mention, nor link, nor format, and is shown letter for letter.
 */
export type Block = types.KnownBlock;
type Paragraph = types.RichTextSection | types.RichTextQuote;
type Inline = types.RichTextElement;

export type Style = { bold?: boolean; italic?: boolean; code?: boolean };

/** Room for the marks that are put around a piece of a split text. */
const pieceText = limits.blockText - 100;

/** A run of letters as it is, never read as markup. */
export function text(value: string, style?: Style): Inline {
	return style ? { type: "text", text: value, style } : { type: "text", text: value };
}

/** A link; nothing where the address is longer than Slack takes. */
export function link(url: string, label: string): Inline[] {
	return url.length > limits.url ? [] : [{ type: "link", url, text: label }];
}

/** A text as one or more pieces that each fit a block and keep their direction. */
export function pieces(value: string, language: Language): string[] {
	return value.trim() ? split(value, pieceText).map((piece) => directed(piece, language)) : [];
}

export function section(...elements: Inline[]): Paragraph {
	return { type: "rich_text_section", elements };
}

export function quote(...elements: Inline[]): Paragraph {
	return { type: "rich_text_quote", elements };
}

/** Paragraphs in as few blocks as hold them; sections beside each other become lines of one. */
export function blocksOfParagraphs(paragraphs: readonly Paragraph[]): Block[] {
	const blocks: { type: "rich_text"; elements: Paragraph[] }[] = [];
	let room = 0;
	for (const paragraph of paragraphs) {
		const size = textSize(paragraph) + 1;
		const block = blocks.at(-1);
		if (!block || size > room) {
			blocks.push({ type: "rich_text", elements: [paragraph] });
			room = limits.blockText - size;
			continue;
		}
		room -= size;
		const last = block.elements.at(-1);
		if (last?.type === "rich_text_section" && paragraph.type === "rich_text_section")
			last.elements = [...last.elements, text("\n"), ...paragraph.elements];
		else block.elements.push(paragraph);
	}
	return blocks;
}

function textSize({ elements }: Paragraph): number {
	let size = 0;
	for (const element of elements)
		if (element.type === "text" || element.type === "link") size += element.text?.length ?? 0;
	return size;
}

/** Bytes of blocks as they are sent: what a message's size is counted in. */
export function bytesOf(blocks: readonly Block[]): number {
	return Buffer.byteLength(JSON.stringify(blocks));
}

/** An Arabic line runs from the right, also where it begins with a number or a Latin word. */
function directed(value: string, language: Language): string {
	if (language !== "ar") return value;
	const first = /\p{L}/u.exec(value)?.[0] ?? "";
	return isolate(hasArabic(first) ? value : `\u200f${value}`);
}
