import type { types } from "@slack/bolt";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import type { Block } from "../../shared/answer/answer-blocks.ts";
import type { BlockLine } from "../../shared/answer/block-line.ts";
import { marked } from "../../shared/answer/cited-lines.ts";
import { limits } from "../limits.ts";
import {
	link,
	type Paragraph,
	pieces,
	type Block as SlackBlock,
	type Style,
	section,
	text,
} from "./rich.ts";

type Cell = types.RichTextBlock;

/**
 * Days as a table: when, what, where it stands. Null where there is more to say of one than fits a cell,
 * or the page holds other things than days.
 */
export function tableOf(blocks: readonly Block[], language: Language, say: Say): SlackBlock | null {
	const days = blocks.flatMap(({ title, row }) => (row && !title ? [row] : []));
	if (days.length === 0 || days.length < blocks.length) return null;
	if (days.some(({ what }) => what.some((line) => line.text.length > limits.cellText))) return null;
	const plain = (value: string, style?: Style) => cellOf(paragraphs(value, language, style));
	const head = ["day", "what", "source"].map((key) =>
		plain(say(language, `table.${key}`), { bold: true }),
	);
	const rows = days.map(({ day, what, place, url }) => [
		plain(day, { bold: true }),
		cellOf(what.flatMap(whatParagraphs)),
		cellOf(placeParagraphs(place, url, language)),
	]);
	const isRight = language === "ar";
	// Slack begins at the left in every language.
	const inOrder = (row: Cell[]) => (isRight ? row.toReversed() : row);
	const align = isRight ? ("right" as const) : ("left" as const);
	return {
		type: "table",
		rows: [head, ...rows].map(inOrder),
		column_settings: head.map(() => ({ align, is_wrapped: true })),
	};
}

function whatParagraphs(line: BlockLine): Paragraph[] {
	const words = line.role === "quote" ? marked(line) : line.text;
	const style = line.role === "context" ? { italic: true } : undefined;
	return paragraphs(words, line.language, style);
}

/** Linked to the page of ours that shows it, where there is one. */
function placeParagraphs(place: string, url: string | undefined, language: Language): Paragraph[] {
	if (url === undefined) return paragraphs(place, language);
	return pieces(place, language).map((piece) => {
		const linked = link(url, piece);
		return section(...(linked.length > 0 ? linked : [text(piece)]));
	});
}

function paragraphs(value: string, language: Language, style?: Style): Paragraph[] {
	return pieces(value, language).map((piece) => section(text(piece, style)));
}

function cellOf(elements: Paragraph[]): Cell {
	return { type: "rich_text", elements };
}
