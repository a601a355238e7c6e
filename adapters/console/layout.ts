import type { Answer } from "../../src/domain/answer.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { blocksOf } from "../shared/answer/answer-blocks.ts";
import { type BlockLine, plain } from "../shared/answer/block-line.ts";
import { marked } from "../shared/answer/cited-lines.ts";
import { isolate } from "../shared/clean.ts";
import { directionMark } from "../shared/direction.ts";
import { wrap } from "./wrap.ts";

export type Screen = {
	/** Columns. */
	width: number;
	color: boolean;
	/** Lines; as many as it takes where absent. */
	rows?: number | undefined;
};

const narrowest = 24;
const styles: Record<BlockLine["role"], [open: string, close: string]> = {
	heading: ["\u001b[1m", "\u001b[22m"],
	source: ["", ""],
	legend: ["\u001b[2m", "\u001b[22m"],
	item: ["", ""],
	quote: ["", ""],
	context: ["\u001b[2m", "\u001b[22m"],
	place: ["\u001b[2m", "\u001b[22m"],
	counter: ["\u001b[33m", "\u001b[39m"],
	note: ["\u001b[3m", "\u001b[23m"],
	count: ["\u001b[2m", "\u001b[22m"],
};

const strongStyles: Partial<Record<BlockLine["role"], [open: string, close: string]>> = {
	source: ["\u001b[1m", "\u001b[22m"],
	item: ["\u001b[36m", "\u001b[39m"],
};

/** Rows below an answer: what can be typed next, the prompt, and a blank line between. */
const keptRows = 4;

/**
 * Items of the answer that the screen holds: at least the first one, which scrolls where it is longer, but
 * none of near misses that are folded.
 */
export function itemsShown(answer: Answer, say: Say, screen: Screen): number {
	const { items, folded } = answer;
	if (folded) return 0;
	const most = Math.max(1, (screen.rows ?? Number.POSITIVE_INFINITY) - keptRows);
	for (let shown = items.length; shown > 1; shown--)
		if (layOut(answer, say, screen, shown).trimEnd().split("\n").length <= most) return shown;
	return Math.min(1, items.length);
}

/** The first so many items of an answer as lines of text for a terminal, wrapped to its width; nothing is cut. */
export function layOut(answer: Answer, say: Say, screen: Screen, shown?: number): string {
	const { heading, blocks, legend, notes, language } = blocksOf(answer, say, shown);
	const out: string[] = [...printLine(heading, "", screen)];
	for (const [at, { lines, title, source }] of blocks.entries()) {
		if (title || source || at === 0) out.push("");
		if (title) out.push(...printLine(title, "", screen));
		if (source) out.push(...printLine(source, "", screen));
		for (const [nth, line] of lines.entries()) {
			const margin = " ".repeat(3 + 3 * line.indent);
			out.push(...printLine(line, margin, screen, nth === 0 ? "" : margin));
		}
	}
	const foot = [...legend, ...notes];
	if (answer.total > blocks.length && blocks.length > 0) {
		const [from, to] = [answer.offset + 1, answer.offset + blocks.length];
		const text = say(language, "count.shown", { from, to, total: answer.total });
		foot.push(plain("count", text, language));
	}
	if (foot.length > 0) out.push("");
	for (const line of foot) out.push(...printLine(line, "", screen));
	return `${out.join("\n")}\n`;
}

/** One line of an answer as lines of the screen. */
export function printLine(
	line: BlockLine,
	margin: string,
	screen: Screen,
	first = margin,
): string[] {
	const { strong = "", language, role, url } = line;
	const words = strong + (role === "quote" ? marked(line) : line.text);
	const width = Math.max(narrowest, screen.width - margin.length);
	const style = screen.color ? styles[role] : noStyle;
	const strongStyle = screen.color ? (strongStyles[role] ?? style) : noStyle;
	let left = strong.length;
	const pieces = wrap(words, width).map((piece) => {
		const cut = Math.min(left, piece.length);
		// The blank at the break is no part of any piece.
		left = Math.max(0, left - piece.length - 1);
		const painted = paint(piece.slice(0, cut), strongStyle) + paint(piece.slice(cut), style);
		return directed(piece, language, painted);
	});
	const address = url
		? wrap(url, width).map((piece) => directed(piece, language, paint(piece, style)))
		: [];
	return [...pieces, ...address].map((text, at) => `${at === 0 ? first : margin}${text}`);
}

const noStyle = ["", ""] as const;

function paint(text: string, [open, close]: readonly [string, string]): string {
	return text ? open + text + close : "";
}

// The isolates of our own that a break in the line would leave open are closed and opened again.
function directed(text: string, language: Language, painted: string): string {
	const opened = text.match(/\u2068/g)?.length ?? 0;
	const closed = text.match(/\u2069/g)?.length ?? 0;
	const before = "\u2068".repeat(Math.max(0, closed - opened));
	const balanced = before + painted + "\u2069".repeat(Math.max(0, opened - closed));
	// Colours are written in Latin letters.
	const unpainted = before + text;
	// Terminals keep to Unicode's rule: what is isolated turns no English line around, which begins as it is read by programs.
	if (language !== "ar") return balanced;
	// A piece of an Arabic line may begin with a number or a Latin word; it still runs from the right.
	return isolate(directionMark(unpainted, language) + balanced);
}
