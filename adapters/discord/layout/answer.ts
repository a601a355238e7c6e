import { ButtonStyle } from "discord.js";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import {
	type Block,
	type Blocks,
	blocksOf,
	groupsOf,
	mostOnPage,
} from "../../shared/answer/answer-blocks.ts";
import type { BlockLine } from "../../shared/answer/block-line.ts";
import { checkLabel, checkTitle, moreLabel, quoting } from "../../shared/labels.ts";
import { limits } from "../limits.ts";
import { button, choiceValue, customId } from "./controls.ts";
import { directed, markup, plain, shortened } from "./markup.ts";
import { body, type MessageBody, type Option, row, select, text } from "./message.ts";
import { packed } from "./pack.ts";

/** What a message has beside the answer itself. */
export type AnswerFrame = {
	view: string;
	/** See `Control`. */
	conversation: string;
	/** An item that is longer than a message goes on in further ones: which of them, from 0. */
	part: number;
	audience: "asker" | "channel";
	/** Shown by name, without a ping, above an answer that somebody shared. */
	sharedBy?: string;
	/** Of the digest that the message is: it is found in the channel by it. */
	digest?: string;
};

// Sources come first: of a message's 4,000 characters these have no more, and notes beyond that
// what the sources leave.
const mostHeading = 600;
const mostRefusal = 1_200;
const keptForNotes = 400;
const mostShared = 120;
const mostCount = 60;
/** Of each part of an item, whatever else its message says: parts have to meet at the same places. */
const partRoom = limits.text - mostHeading - keptForNotes - mostShared - mostCount - 4;

/** The message that shows an answer: as many items as fit; `more` leads to the rest. */
export function layOut(answer: Answer, frame: AnswerFrame, say: Say): MessageBody {
	const { head, page, next, free, language } = planOf(answer, frame, say);
	const legend = page.laid.legend.flatMap((line) => markup(line, limits.text));
	const notes = notesOf(page.laid.notes, free - sum(page.texts) - sum(legend));
	const foot = [...legend, ...notes];
	if (page.shown > 0 && (next || answer.offset > 0) && answer.total > page.shown) {
		const [from, to] = [answer.offset + 1, answer.offset + page.shown];
		foot.push(`-# ${say(language, "count.shown", { from, to, total: answer.total })}`);
	}
	return body([
		text(head.join("\n")),
		...page.texts.map(text),
		...(foot.length > 0 ? [text(foot.join("\n"))] : []),
		...checksOf(answer, frame, page.laid, say),
		...row(buttonsOf(answer, frame, { next, shown: page.shown }, say)),
	]);
}

/** Items of the answer that `layOut` shows: at least the first one, or the beginning of it. */
export function itemsShown(answer: Answer, frame: AnswerFrame, say: Say): number {
	return planOf(answer, frame, say).page.shown;
}

/** What stands above the items, which of them fit, and where the rest begins. */
function planOf(answer: Answer, frame: AnswerFrame, say: Say) {
	const { heading, notes, language } = blocksOf(answer, say, 0);
	const head: string[] = [];
	if (frame.sharedBy) {
		const name = directed(shortened(frame.sharedBy, mostShared / 2), language);
		head.push(`-# ${say(language, "discord.shared_by", { name: plain(name) })}`);
	}
	// A refusal names what was found nowhere: it is a sentence, and no title to be cut.
	const room = answer.folded ? mostRefusal : mostHeading;
	head.push(...markup({ ...heading, text: shortened(heading.text, room / 2 - 4) }, room));
	const free = limits.text - sum(head) - mostCount;
	const kept = Math.min(keptForNotes, sum(notesOf(notes, free)));
	const page = fill(answer, free - kept, frame.part, say);
	const next = nextOf(answer, page, frame.part);
	return { head, page, next, free, language };
}

type Page = {
	/** One for each article, or part of a digest. */
	texts: string[];
	laid: Blocks;
	/** Items shown to their end, or begun where one takes several messages. */
	shown: number;
	/** Messages that the first item goes on in. */
	partsLeft: number;
};

/** Items that fit whole; a first one that does not is shown in parts, alone. */
function fill(answer: Answer, room: number, part: number, say: Say): Page {
	const most = answer.folded ? 0 : Math.min(mostOnPage, answer.items.length);
	for (let shown = part > 0 ? 1 : most; shown > 0; shown--) {
		const laid = blocksOf(answer, say, shown);
		const groups = groupsOf(laid.blocks);
		// Escapes only lengthen a text: what is too long without them need not be laid out to be refused.
		const tooLong = sum(groups.flat().map(({ text: words }) => words)) > 2 * room;
		const texts = tooLong ? [] : groups.map((lines) => lines.flatMap(laidOut).join("\n"));
		const legend = laid.legend.flatMap(laidOut);
		const fits = !tooLong && sum(texts) + sum(legend) <= room;
		if (part === 0 && fits) return { texts, laid, shown, partsLeft: 0 };
		if (shown > 1) continue;
		const parts = partsOf(laid.blocks, laid.legend);
		const now = Math.min(part, parts.length - 1);
		const alone = { ...laid, legend: [] };
		return { texts: [parts[now] ?? ""], laid: alone, shown, partsLeft: parts.length - 1 - now };
	}
	return { texts: [], laid: blocksOf(answer, say, 0), shown: 0, partsLeft: 0 };
}

const laidOut = (line: BlockLine) => markup(line, limits.text);

/** The item's own sources are in the first of its messages, so that no part stands without them. */
function partsOf(blocks: readonly Block[], legend: readonly BlockLine[]): string[] {
	const rank = ({ role, indent }: BlockLine) =>
		role === "heading" || role === "source" || role === "legend"
			? 0
			: role === "item"
				? 1
				: role === "place" && indent === 0
					? 2
					: 3;
	const lines = [...legend, ...groupsOf(blocks).flat()].toSorted((a, b) => rank(a) - rank(b));
	return packed(
		lines.flatMap((line) => markup(line, partRoom)),
		partRoom,
		"\n",
	);
}

function nextOf(
	answer: Answer,
	page: Page,
	part: number,
): { from: number; part: number } | undefined {
	if (page.partsLeft > 0) return { from: answer.offset, part: part + 1 };
	const from = answer.offset + page.shown;
	if (answer.folded) return { from, part: 0 };
	const more = answer.actions.some(({ kind }) => kind === "more");
	const isOut = page.shown >= answer.items.length && !more;
	return page.shown > 0 && !isOut ? { from, part: 0 } : undefined;
}

/** As many as fit into `most`; one that is too long is shortened, and what is left out is marked. */
function notesOf(notes: BlockLine[], most: number): string[] {
	const out: string[] = [];
	let left = most - 8;
	for (const note of notes) {
		const [whole = "", ...rest] = markup(note, limits.text);
		if (rest.length === 0 && whole.length < left) {
			out.push(whole);
			left -= whole.length + 1;
			continue;
		}
		if (left < 80) return [...out, "-# …"];
		// Escapes may double a text, which is cut before them.
		const [line = ""] = markup({ ...note, text: shortened(note.text, left / 2 - 8) }, left);
		return [...out, line];
	}
	return out;
}

/** One list for all that can be checked: the quotations, and how the question was read. */
function checksOf(answer: Answer, frame: AnswerFrame, laid: Blocks, say: Say) {
	const { view, conversation } = frame;
	const { language, actions, readAs } = answer;
	const options: Option[] = [];
	if (actions.some(({ kind }) => kind === "check_quote"))
		for (const block of quoting(answer, laid.blocks)) {
			const { item, number } = block;
			options.push({
				label: checkLabel(answer, block, say),
				value: choiceValue({ item, number }),
			});
		}
	if (readAs)
		options.push({ label: say(language, "check.reading"), value: choiceValue("reading") });
	const id = customId({ kind: "choose", conversation, view });
	const quotations = options.length - (readAs ? 1 : 0);
	return select(id, checkTitle(language, quotations, say), options);
}

function buttonsOf(
	answer: Answer,
	frame: AnswerFrame,
	{ next, shown }: { next: { from: number; part: number } | undefined; shown: number },
	say: Say,
) {
	const { language } = answer;
	const { view, conversation, part } = frame;
	const may = (kind: string) => answer.actions.some((action) => action.kind === kind);
	const out = [];
	if (next) {
		// Of an item that goes on nothing is left to be counted.
		const label = next.part > 0 ? say(language, "discord.more") : moreLabel(answer, shown, say);
		const control = { kind: "more", conversation, view, ...next } as const;
		out.push(button(control, label, ButtonStyle.Primary));
	}
	if (may("narrow"))
		out.push(button({ kind: "narrow", conversation, view }, say(language, "discord.narrow")));
	if (frame.audience === "asker" && may("share"))
		out.push(button({ kind: "share", conversation, view, part }, say(language, "discord.share")));
	if (frame.audience === "asker" && may("picture") && shown > 0)
		out.push(button({ kind: "picture", conversation, view }, say(language, "picture.button")));
	if (frame.digest)
		out.push(
			button(
				{ kind: "digests", conversation, key: frame.digest },
				say(language, "discord.digests"),
			),
		);
	return out;
}

function sum(lines: string[]): number {
	return lines.reduce((length, line) => length + line.length + 1, 0);
}
