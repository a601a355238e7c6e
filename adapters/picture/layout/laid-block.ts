import { type Language, languages } from "../../../src/domain/sets/languages.ts";
import { hasArabic } from "../../shared/clean.ts";
import type { PictureBlock } from "../content.ts";
import { colours, svgBox, svgText } from "./svg-text.ts";
import { type Measure, type Style, wrapped } from "./wrapped.ts";

export type Column = { x: number; width: number };
/** How large words are; all else keeps to it. */
export type Sizes = { words: number; small: number };

type Row = {
	text: string;
	style: Style;
	colour: string;
	isRightToLeft: boolean;
	/** Above the row, beside the height of its own. */
	gap: number;
	isQuotation: boolean;
};

/** A block in its lines, before it is known where it stands. */
export type LaidBlock = { height: number; draw(x: number, y: number): string[] };

/** Line heights, as a share of the size: Arabic letters reach farther up and down. */
const leading = 1.5;
/** The stroke beside an article's own words. */
const bar = { width: 5, gap: 18 };

type Room = { width: number; sizes: Sizes; measure: Measure };

/** Lays a block out in a column: what it is, who says it, the words, where they stand, what became of them. */
export function laidBlock(block: PictureBlock, language: Language, room: Room): LaidBlock {
	const rows = [...headRows(block, language, room), ...bodyRows(block, language, room)];
	const { width } = room;
	return {
		height: heightOf(rows),
		draw: (x, y) => drawn(rows, { x, width }, y, block.isVerbatim),
	};
}

/** The same with its head beside it, in a column of its own on the side where lines begin. */
export function laidBeside(
	block: PictureBlock,
	language: Language,
	{ headWidth, ...room }: Room & { headWidth: number },
): LaidBlock {
	const width = room.width - headWidth;
	const head = headRows(block, language, { ...room, width: headWidth - headGap });
	const body = bodyRows(block, language, { ...room, width });
	const isRtl = languages[language].direction === "rtl";
	return {
		height: Math.max(heightOf(head), heightOf(body)),
		draw: (x, y) => [
			...drawn(head, { x: isRtl ? x + width + headGap : x, width: headWidth - headGap }, y, false),
			...drawn(body, { x: isRtl ? x : x + headWidth, width }, y, block.isVerbatim),
		],
	};
}

/** Between a head and what stands beside it. */
const headGap = 20;

const heightOf = (rows: readonly Row[]) =>
	rows.reduce((sum, { style, gap }) => sum + style.size * leading + gap, 0);

function headRows({ label, head }: PictureBlock, language: Language, room: Room): Row[] {
	const { sizes } = room;
	const bold = (size: number): Style => ({ size, weight: "bold" });
	const labelled = label
		? rowsOf(label, bold(sizes.small), { ...room, language }, { colour: colours.against })
		: [];
	const gap = label ? 2 : 0;
	return [...labelled, ...rowsOf(head, bold(sizes.small + 2), { ...room, language }, { gap })];
}

function bodyRows(block: PictureBlock, language: Language, room: Room): Row[] {
	const { sizes, width } = room;
	const small: Style = { size: sizes.small, weight: "regular" };
	const isRightToLeft = hasArabic(block.words);
	const [open, close] = isRightToLeft ? ["«", "»"] : ["“", "”"];
	const words = block.isVerbatim ? `${open}${block.words}${close}` : block.words;
	const beside = { ...room, language, width: width - bar.width - bar.gap };
	const of = { ...room, language };
	return [
		...rowsOf(words, { size: sizes.words, weight: "regular" }, beside, {
			...{ gap: sizes.words / 4, isRightToLeft, isQuotation: true },
		}),
		...rowsOf(block.place, small, of, { gap: sizes.words / 4, colour: colours.soft }),
		...block.notes.flatMap((note) => rowsOf(note, small, of, { gap: 4, colour: colours.warn })),
	];
}

function rowsOf(
	text: string,
	style: Style,
	{ width, measure, language }: Omit<Room, "sizes"> & { language: Language },
	more: Partial<Row>,
): Row[] {
	const isRightToLeft = languages[language].direction === "rtl";
	return wrapped(text, width, style, measure).map((line, n) => ({
		...{ text: line, style, colour: colours.ink, isRightToLeft, isQuotation: false },
		...more,
		gap: n === 0 ? (more.gap ?? 0) : 0,
	}));
}

function drawn(
	rows: readonly Row[],
	{ x, width }: Column,
	top: number,
	isVerbatim: boolean,
): string[] {
	const out: string[] = [];
	let y = top;
	let quotation = null as { from: number; to: number; isRightToLeft: boolean } | null;
	for (const { text, style, colour, isRightToLeft, gap, isQuotation } of rows) {
		y += gap;
		const height = style.size * leading;
		const inset = isQuotation ? bar.width + bar.gap : 0;
		out.push(
			svgText({
				...{ text, colour, isRightToLeft, ...style },
				x: isRightToLeft ? x + width - inset : x + inset,
				y: y + style.size * 1.1,
			}),
		);
		if (isQuotation) quotation = { from: quotation?.from ?? y, to: y + height, isRightToLeft };
		y += height;
	}
	if (quotation) {
		const left = quotation.isRightToLeft ? x + width - bar.width : x;
		const box = { x: left, y: quotation.from, width: bar.width };
		const fill = isVerbatim ? colours.accent : colours.line;
		out.push(svgBox({ ...box, height: quotation.to - quotation.from }, { fill, radius: 2 }));
	}
	return out;
}
