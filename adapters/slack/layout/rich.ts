import type { types } from "@slack/bolt";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { directionMark } from "../../shared/direction.ts";
import { split } from "../../shared/split.ts";
import { limits } from "../limits.ts";

/**
 * Answers are laid out in rich text blocks: Slack reads no markup in them, so that a text from an
 * article or a person can neither mention, nor link, nor format, and is shown letter for letter.
 */
export type Block = types.KnownBlock;
export type Paragraph = types.RichTextSection | types.RichTextQuote;
export type Inline = types.RichTextElement;

export type Style = { bold?: boolean; italic?: boolean; code?: boolean };

/** Room for the marks that are put around a piece of a split text. */
const pieceText = limits.blockText - 100;

/** A run of letters as it is, never read as markup. */
export function text(value: string, style?: Style): Inline {
	return style ? { type: "text", text: value, style } : { type: "text", text: value };
}

/** A link; nothing where the address is longer than Slack takes. */
export function link(url: string, label: string, style?: Style): Inline[] {
	if (url.length > limits.url) return [];
	return [{ type: "link", url, text: label, ...(style ? { style } : {}) }];
}

/** A text as one or more pieces that each fit a block and keep their direction. */
export function pieces(value: string, language: Language): string[] {
	return value.trim() ? split(value, pieceText).map((piece) => directed(piece, language)) : [];
}

/** Longest beginning that stands in one paragraph with the words behind it. */
const longestStrong = 600;

/**
 * A line whose beginning stands out, as pairs of that beginning and what follows; a long line as several,
 * each of which fits a block and keeps the direction of the line.
 */
export function strongPieces(
	strong: string,
	words: string,
	language: Language,
): [strong: string, rest: string][] {
	const alone = (value: string, at: 0 | 1) =>
		pieces(value, language).map((piece): [string, string] =>
			at === 0 ? [piece, ""] : ["", piece],
		);
	if (!strong) return alone(words, 1);
	if (!words.trim()) return alone(strong, 0);
	if (strong.length > longestStrong) return [...alone(strong, 0), ...alone(words.trimStart(), 1)];
	// A break is nowhere but in the second half, which keeps its own blank at its head.
	const head = /^\s*/.exec(words)?.[0] ?? "";
	const [first = "", ...more] = split(words.slice(head.length), pieceText - strong.length);
	const [open, close] = directionOf(strong + words, language);
	return [
		[open + strong, head + first + close],
		...more.map((piece): [string, string] => ["", directed(piece, language)]),
	];
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

/** A line runs as its language does, also where it begins with a number or a word of the other script. */
function directed(value: string, language: Language): string {
	const [open, close] = directionOf(value, language);
	return open + value + close;
}

/** What stands around a line so that it keeps its direction. */
function directionOf(value: string, language: Language): readonly [open: string, close: string] {
	const mark = directionMark(value, language);
	if (language !== "ar") return [mark, ""];
	// On a phone each line has the direction of its first letter, and what is isolated does not count.
	return [`\u200f\u2068${mark}`, "\u2069"];
}
