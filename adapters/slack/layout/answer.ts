import type { Answer } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { blocksOf, groupsOf, mostOnPage } from "../../shared/answer/answer-blocks.ts";
import { type BlockLine, plain } from "../../shared/answer/block-line.ts";
import { marked } from "../../shared/answer/cited-lines.ts";
import { type ActionPlan, actionsOf } from "./controls.ts";
import { fitsOne, type Message, messagesOf } from "./message.ts";
import {
	type Block,
	blocksOfParagraphs,
	type Inline,
	link,
	type Paragraph,
	pieces,
	quote,
	type Style,
	section,
	strongPieces,
	text,
} from "./rich.ts";
import { tableOf } from "./table.ts";

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
	const { blocks, actions, table } = parts.with(heldBy(parts, answer));
	const messages = messagesOf(parts.heading, blocks, actions);
	const [only] = messages;
	if (!table || !only || messages.length > 1 || !fitsOne(table, actions)) return messages;
	return [{ ...only, blocks: [...table, ...actions], plain: only.blocks }];
}

/** Items of the answer that `layAnswer` shows: at least the first one, but none of near misses that are folded. */
export function itemsShown(answer: Answer, options: AnswerOptions, say: Say): number {
	return heldBy(partsOf(answer, options, say), answer);
}

function heldBy(parts: Parts, { items, folded }: Answer): number {
	if (folded) return 0;
	const fits = (shown: number) => {
		const { blocks, actions } = parts.with(shown);
		return fitsOne(blocks, actions);
	};
	return most(Math.min(1, items.length), Math.min(mostOnPage, items.length), fits);
}

/** The greatest number up to `high` that holds, where every smaller one does too; `low` where none does. */
function most(low: number, high: number, holds: (number: number) => boolean): number {
	// A page mostly fits as a whole.
	if (low < high && holds(high)) return high;
	let [known, open] = [low, high - 1];
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
		const [message, ...rest] = messagesOf(parts.heading, blocks, actions);
		return rest.length === 0 ? (message ?? null) : null;
	};
	const length = Math.min(mostOnPage, answer.items.length);
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
	return { text: messagesOf(parts.heading, [])[0]?.text ?? "…", blocks: [...first, ...actions] };
}

type Parts = {
	/** What a notification shows. */
	heading: string;
	/** With so many items; laid out once, however often it is asked for. */
	with(shown: number, notes?: boolean): Laid;
};

/** `table`: the same as `blocks` with its days in a table, where they fit one. */
type Laid = { blocks: Block[]; actions: Block[]; table: Block[] | null };

function partsOf(answer: Answer, options: AnswerOptions, say: Say): Parts {
	const { language, offset, total } = answer;
	const above = options.above ? [plain("count", options.above, language)] : [];
	const first = blocksOf(answer, say, 0);
	const made = new Map<string, Laid>();
	const lay = (shown: number, notes: boolean): Laid => {
		const laid = blocksOf(answer, say, shown);
		const counted =
			shown > 0 && total > shown
				? say(language, "count.shown", { from: offset + 1, to: offset + shown, total })
				: "";
		const head = linesOf([...above, laid.heading], say);
		const foot = [
			laid.legend,
			[...(notes ? laid.notes : []), ...(counted ? [plain("count", counted, language)] : [])],
		].flatMap((lines) => linesOf(lines, say));
		const table = tableOf(laid.blocks, language, say);
		const plan: ActionPlan = {
			view: options.view,
			blocks: laid.blocks,
			shareable: options.shareable ?? false,
			correctable: options.correctable ?? false,
		};
		return {
			blocks: [...head, ...groupsOf(laid.blocks).flatMap((lines) => linesOf(lines, say)), ...foot],
			table: table && [...head, table, ...foot],
			actions: actionsOf(answer, plan, say),
		};
	};
	return {
		heading: first.heading.text,
		with(shown, notes = true) {
			const key = `${shown} ${notes}`;
			const known = made.get(key) ?? lay(shown, notes);
			made.set(key, known);
			return known;
		},
	};
}

const styles: Partial<Record<BlockLine["role"], Style>> = {
	heading: { bold: true },
	context: { italic: true },
	note: { italic: true },
	count: { italic: true },
	legend: { italic: true },
};
const strongStyles: Partial<Record<BlockLine["role"], Style>> = {
	source: { bold: true },
	item: { bold: true },
	counter: { bold: true },
	legend: { italic: true },
};

/** Lines as blocks, a paragraph each. Slack sets blocks off from each other. */
function linesOf(lines: readonly BlockLine[], say: Say): Block[] {
	return blocksOfParagraphs(lines.flatMap((line) => paragraphsOf(line, say)));
}

function paragraphsOf(line: BlockLine, say: Say): Paragraph[] {
	const { language, role, url, strong = "" } = line;
	if (role === "quote") return pieces(marked(line), language).map((piece) => quote(text(piece)));
	if (role === "place") {
		const links = url ? [text(" "), ...link(url, say(language, "slack.open"))] : [];
		return pieces(line.text, language).map((piece, n, all) =>
			section(text(piece), ...(n === all.length - 1 ? links : [])),
		);
	}
	return strongPieces(strong, line.text, language).map(([bold, rest]) =>
		section(
			...(bold ? strongOf(bold, strongStyles[role], url) : []),
			...(rest ? [text(rest, styles[role])] : []),
		),
	);
}

/** Words that stand out, linked where there is a page behind them. */
function strongOf(words: string, style: Style | undefined, url: string | undefined): Inline[] {
	const links = url ? link(url, words, style) : [];
	return links.length > 0 ? links : [text(words, style)];
}
