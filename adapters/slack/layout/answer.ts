import type { Answer } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { blocksOf } from "../../shared/answer-blocks.ts";
import type { BlockLine } from "../../shared/block-line.ts";
import { type ActionPlan, actionsOf } from "./controls.ts";
import { fitsOne, type Message, messagesOf } from "./message.ts";
import { type Block, blocksOfParagraphs, link, pieces, quote, section, text } from "./rich.ts";

export type AnswerOptions = {
	view: string;
	shareable?: boolean;
	/** Whether an operator alone sees it. */
	correctable?: boolean;
	/** Stands above the heading, such as who shared it. */
	above?: string | undefined;
};

/**
 * An answer as messages: as many of its items as one message holds, the rest behind "More". An item
 * that alone is longer goes on in further messages; nothing is cut.
 */
export function layAnswer(answer: Answer, options: AnswerOptions, say: Say): Message[] {
	const parts = partsOf(answer, options, say);
	const { blocks, actions } = parts.with(heldBy(parts, answer));
	return messagesOf(answer.heading, blocks, actions);
}

/** Items of the answer that `layAnswer` shows: at least the first one. */
export function itemsShown(answer: Answer, options: AnswerOptions, say: Say): number {
	return heldBy(partsOf(answer, options, say), answer);
}

function heldBy(parts: Parts, { items }: Answer): number {
	const fits = (shown: number) => {
		const { blocks, actions } = parts.with(shown);
		return fitsOne(blocks, actions);
	};
	return most(Math.min(1, items.length), items.length, fits);
}

/** The greatest number up to `high` that holds, where every smaller one does too; `low` where none does. */
function most(low: number, high: number, holds: (number: number) => boolean): number {
	let [known, open] = [low, high];
	while (known < open) {
		const middle = Math.ceil((known + open) / 2);
		if (holds(middle)) known = middle;
		else open = middle - 1;
	}
	return known;
}

/** An answer in exactly one message: where no item fits, the heading with "More" under it. */
export function layDigest(answer: Answer, options: AnswerOptions, say: Say): Message {
	const parts = partsOf(answer, options, say);
	const single = (shown: number, notes: boolean): Message | null => {
		const { blocks, actions } = parts.with(shown, notes);
		const [message, ...rest] = messagesOf(answer.heading, blocks, actions);
		return rest.length === 0 ? (message ?? null) : null;
	};
	const { length } = answer.items;
	// What is said of a digest goes before its last item does; of an empty one it is all there is.
	for (const [notes, least] of [
		[true, Math.min(1, length)],
		[false, 0],
	] as const) {
		const shown = most(least, length, (count) => single(count, notes) !== null);
		const message = single(shown, notes);
		if (message) return message;
	}
	const { blocks, actions } = parts.with(0, false);
	const first = blocks.slice(0, 1);
	return { text: messagesOf(answer.heading, [])[0]?.text ?? "…", blocks: [...first, ...actions] };
}

type Parts = { with(shown: number, notes?: boolean): { blocks: Block[]; actions: Block[] } };

function partsOf(answer: Answer, options: AnswerOptions, say: Say): Parts {
	const { language } = answer;
	const laid = blocksOf(answer, say);
	const above = options.above ? linesOf([noteLine(options.above, answer)], say) : [];
	const heading = [...above, ...linesOf([laid.heading], say)];
	const items = laid.blocks.map(({ number, lines, title }) => [
		...linesOf(title ? [title] : [], say),
		...linesOf(lines, say, `${number}. `),
	]);
	const noteBlocks = linesOf(laid.notes, say);
	return {
		with(shown, notes = true) {
			const { offset, total } = answer;
			const counted =
				shown > 0 && total > shown
					? say(language, "count.shown", { from: offset + 1, to: offset + shown, total })
					: "";
			const plan: ActionPlan = {
				view: options.view,
				shown,
				shareable: options.shareable ?? false,
				correctable: options.correctable ?? false,
			};
			return {
				blocks: [
					...heading,
					...items.slice(0, shown).flat(),
					...(notes ? noteBlocks : []),
					...(counted ? linesOf([noteLine(counted, answer)], say) : []),
				],
				actions: actionsOf(answer, plan, say),
			};
		},
	};
}

function noteLine(value: string, { language }: Answer): BlockLine {
	return { role: "count", text: value, language, indent: 0 };
}

const styles: Partial<Record<BlockLine["role"], { bold?: boolean; italic?: boolean }>> = {
	heading: { bold: true },
	who: { bold: true },
	counter: { bold: true },
	context: { italic: true },
	note: { italic: true },
	count: { italic: true },
};

/** Lines as blocks; `label` stands at the head of the first one, inside its direction. */
function linesOf(lines: readonly BlockLine[], say: Say, label = ""): Block[] {
	const paragraphs = lines.flatMap((line, at) => {
		const { language, role, url } = line;
		const words = `${at === 0 ? label : ""}${line.verbatim ? inMarks(line) : line.text}`;
		const parts = pieces(words, language);
		if (role === "quote") return parts.map((piece) => quote(text(piece)));
		const links = url ? [text(" "), ...link(url, say(language, "slack.open"))] : [];
		return parts.map((piece, n) =>
			section(text(piece, styles[role]), ...(n === parts.length - 1 ? links : [])),
		);
	});
	return blocksOfParagraphs(paragraphs);
}

function inMarks({ text: words, language }: BlockLine): string {
	return language === "ar" ? `«${words}»` : `“${words}”`;
}
