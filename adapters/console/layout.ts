import type { Answer } from "../../src/domain/answer.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { blocksOf } from "../shared/answer-blocks.ts";
import type { BlockLine } from "../shared/block-line.ts";
import { hasArabic, isolate } from "../shared/clean.ts";
import { wrap } from "./wrap.ts";

export type Screen = {
	/** Columns. */
	width: number;
	color: boolean;
};

const narrowest = 24;
const styles: Record<BlockLine["role"], [open: string, close: string]> = {
	heading: ["\u001b[1m", "\u001b[22m"],
	who: ["\u001b[36m", "\u001b[39m"],
	quote: ["", ""],
	context: ["\u001b[2m", "\u001b[22m"],
	place: ["\u001b[2m", "\u001b[22m"],
	counter: ["\u001b[33m", "\u001b[39m"],
	note: ["\u001b[3m", "\u001b[23m"],
	count: ["\u001b[2m", "\u001b[22m"],
};

/** An answer as lines of text for a terminal, wrapped to its width; nothing is cut. */
export function layOut(answer: Answer, say: Say, screen: Screen): string {
	const { heading, blocks, notes, language } = blocksOf(answer, say);
	const out: string[] = [...printLine(heading, "", screen)];
	for (const { number, lines, title } of blocks) {
		if (title) out.push("", ...printLine(title, "", screen));
		out.push("");
		const label = `${number}. `;
		for (const [at, line] of lines.entries()) {
			const margin = " ".repeat(label.length + 3 * line.indent);
			const first = at === 0 ? label : margin;
			out.push(...printLine(line, margin, screen, first));
		}
	}
	if (notes.length > 0) out.push("");
	for (const note of notes) out.push(...printLine(note, "", screen));
	if (answer.total > answer.items.length && answer.items.length > 0) {
		const from = answer.offset + 1;
		const to = answer.offset + answer.items.length;
		const text = say(language, "count.shown", { from, to, total: answer.total });
		out.push(...printLine({ role: "count", text, language, indent: 0 }, "", screen));
	}
	return `${out.join("\n")}\n`;
}

/** One line of an answer as lines of the screen. */
export function printLine(
	line: BlockLine,
	margin: string,
	screen: Screen,
	first = margin,
): string[] {
	const quoted =
		line.role === "quote" && line.verbatim ? inMarks(line.text, line.language) : line.text;
	const texts = line.url ? [quoted, line.url] : [quoted];
	const width = Math.max(narrowest, screen.width - margin.length);
	const [open, close] = screen.color ? styles[line.role] : ["", ""];
	return texts
		.flatMap((text) => wrap(text, width))
		.map(
			(text, at) => `${at === 0 ? first : margin}${open}${directed(text, line.language)}${close}`,
		);
}

// The isolates of our own that a break in the line would leave open are closed and opened again.
function directed(text: string, language: Language): string {
	const opened = text.match(/\u2068/g)?.length ?? 0;
	const closed = text.match(/\u2069/g)?.length ?? 0;
	const balanced =
		opened >= closed
			? text + "\u2069".repeat(opened - closed)
			: "\u2068".repeat(closed - opened) + text;
	if (language !== "ar") return balanced;
	// A piece of an Arabic line may begin with a number or a Latin word; it still runs from the right.
	const first = /\p{L}/u.exec(balanced)?.[0] ?? "";
	return isolate(hasArabic(first) ? balanced : `\u200f${balanced}`);
}

function inMarks(text: string, language: Language): string {
	return language === "ar" ? `«${text}»` : `“${text}”`;
}
