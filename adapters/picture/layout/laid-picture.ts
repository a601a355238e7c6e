import { type PictureShape, pictureShapes } from "../../../src/domain/picture.ts";
import { languages } from "../../../src/domain/sets/languages.ts";
import type { PictureContent } from "../content.ts";
import { type LaidBlock, laidBeside, laidBlock, type Sizes } from "./laid-block.ts";
import { colours, svgBox, svgPage, svgText } from "./svg-text.ts";
import { type Measure, wrapped } from "./wrapped.ts";

/** `shown`: how many of its blocks are on it. */
export type LaidPicture = { svg: string; width: number; height: number; shown: number };

const margin = 48;
const inset = 28;
const between = 24;
const titleSize = 30;
const footSize = 18;
/** Sizes of words that are tried, the largest first: below the last nobody reads them on a phone. */
const sizes: Sizes[] = [44, 40, 36, 32, 28, 25, 22].map((words) => ({
	words,
	small: Math.min(24, words - 4),
}));

/** Of days, which stand closer. */
const smallestDays: Sizes = { words: 24, small: 18 };
const daySizes: Sizes[] = [{ words: 28, small: 21 }, smallestDays];
const dayInset = 16;
const dayGap = 12;
/** The column of the days, as a share of the whole. */
const dayShare = 0.26;

type Laying = { content: PictureContent; shape: PictureShape; measure: Measure };
type Rows = { height: number; draw(top: number): string[] };

/**
 * A picture on which every word of what it shows is written. Of a timeline as many days as have room, and
 * how many there are more. Null where the words of a claim have no room in this shape.
 */
export function laidPicture(laying: Laying): LaidPicture | null {
	const { content, shape } = laying;
	const { tallest, height } = pictureShapes[shape];
	const all = content.blocks.length;
	if (content.kind === "claim") {
		for (const each of sizes) {
			const made = composed(laying, each, all);
			if (made.height <= tallest) return made;
		}
		return null;
	}
	for (const each of daySizes) {
		const made = composed(laying, each, all);
		if (made.height <= height) return made;
	}
	for (let shown = all - 1; shown > 0; shown--) {
		const made = composed(laying, smallestDays, shown);
		if (made.height <= height) return made;
	}
	return null;
}

/** The picture at these sizes, as high as it has to be and at least as its shape. */
function composed({ content, shape, measure }: Laying, size: Sizes, shown: number): LaidPicture {
	const { width, height: least } = pictureShapes[shape];
	const isRtl = languages[content.language].direction === "rtl";
	const room = width - 2 * margin;
	const start = isRtl ? width - margin : margin;
	const end = isRtl ? margin : width - margin;
	const title = { size: titleSize, weight: "bold" } as const;
	const brandWidth = measure(content.brand, footSize, "bold") + 2 * between;
	const titles = wrapped(content.title, room - brandWidth, title, measure);
	const top = margin + titles.length * titleSize * 1.4 + 16;
	const more = content.more[content.blocks.length - shown] ?? "";
	const foot = wrapped(
		[more, content.foot].filter(Boolean).join(" · "),
		room,
		{ size: footSize, weight: "regular" },
		measure,
	);
	const footHeight = foot.length * footSize * 1.5 + 12;
	const rows = rowsOf({ content, shape, measure }, size, shown);
	const height = Math.max(least, Math.ceil(top + rows.height + footHeight + margin));
	const spare = height - (top + rows.height + footHeight + margin);
	const line = (text: string, y: number, x: number, isStart: boolean) => ({
		...{ text, x, y },
		isRightToLeft: isStart ? isRtl : !isRtl,
	});
	const out = [
		svgBox({ x: 0, y: 0, width, height }, { fill: colours.paper }),
		svgBox({ x: 0, y: 0, width, height: 10 }, { fill: colours.accent }),
		...titles.map((text, n) =>
			svgText({
				...line(text, margin + titleSize + n * titleSize * 1.4, start, true),
				...{ ...title, colour: colours.ink },
			}),
		),
		svgText({
			...line(content.brand, margin + titleSize, end, false),
			...{ size: footSize, weight: "bold", colour: colours.accent },
		}),
		...rows.draw(top + spare / 2),
		...foot.map((text, n) =>
			svgText({
				...line(text, height - margin - (foot.length - 1 - n) * footSize * 1.5, start, true),
				...{ size: footSize, weight: "regular", colour: colours.soft },
			}),
		),
	];
	return { svg: svgPage(width, height, out), width, height, shown };
}

function rowsOf(laying: Laying, size: Sizes, shown: number): Rows {
	const { content, shape } = laying;
	if (content.kind === "timeline") return dayRows(laying, size, shown);
	return shape === "wide" ? cardsBeside(laying, size) : cardsBelow(laying, size);
}

const isRightToLeft = ({ content }: Laying) => languages[content.language].direction === "rtl";
const roomOf = ({ shape }: Laying) => pictureShapes[shape].width - 2 * margin;

/** A claim beside what stands against it. */
function cardsBeside(laying: Laying, sizes: Sizes): Rows {
	const { content, measure } = laying;
	const { blocks, language } = content;
	const width = (roomOf(laying) - (blocks.length - 1) * between) / blocks.length;
	const laid = blocks.map((block) =>
		laidBlock(block, language, { width: width - 2 * inset, sizes, measure }),
	);
	const height = Math.max(...laid.map((block) => block.height)) + 2 * inset;
	return {
		height,
		draw: (y) =>
			laid.flatMap((block, n) => {
				const nth = isRightToLeft(laying) ? laid.length - 1 - n : n;
				const x = margin + nth * (width + between);
				return [card({ x, y, width, height }), ...block.draw(x + inset, y + inset)];
			}),
	};
}

/** The one below the other. */
function cardsBelow(laying: Laying, sizes: Sizes): Rows {
	const { content, measure } = laying;
	const width = roomOf(laying);
	const room = { width: width - 2 * inset, sizes, measure };
	const laid = content.blocks.map((block) => laidBlock(block, content.language, room));
	return column(laid, { width, inset, gap: between });
}

/** Days, each beside what happened. */
function dayRows(laying: Laying, sizes: Sizes, shown: number): Rows {
	const { content, measure } = laying;
	const width = roomOf(laying);
	const room = { width: width - 2 * inset, headWidth: width * dayShare, sizes, measure };
	const laid = content.blocks
		.slice(0, shown)
		.map((block) => laidBeside(block, content.language, room));
	return column(laid, { width, inset: dayInset, gap: dayGap });
}

function column(
	laid: readonly LaidBlock[],
	space: { width: number; inset: number; gap: number },
): Rows {
	const heights = laid.map(({ height }) => height + 2 * space.inset);
	return {
		height: heights.reduce((sum, height) => sum + height, 0) + space.gap * (laid.length - 1),
		draw(top) {
			let y = top;
			return laid.flatMap((block, n) => {
				const height = heights[n] ?? 0;
				const at = y;
				y += height + space.gap;
				return [
					card({ x: margin, y: at, width: space.width, height }),
					...block.draw(margin + inset, at + space.inset),
				];
			});
		},
	};
}

function card(box: Parameters<typeof svgBox>[0]): string {
	return svgBox(box, { fill: colours.card, stroke: colours.line, radius: 12 });
}
