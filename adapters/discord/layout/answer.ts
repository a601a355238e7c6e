import { type APIMessageTopLevelComponent, ButtonStyle } from "discord.js";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { type Block, blocksOf } from "../../shared/answer-blocks.ts";
import type { BlockLine } from "../../shared/block-line.ts";
import { limits } from "../limits.ts";
import { button } from "./controls.ts";
import { directed, markup, plain, shortened } from "./markup.ts";
import { besideButton, body, type MessageBody, row, separator, text } from "./message.ts";
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
const mostHeading = 300;
const keptForNotes = 400;
const mostShared = 120;
const mostCount = 60;
/** Of each part of an item, whatever else its message says: parts have to meet at the same places. */
const partRoom = limits.text - mostHeading - keptForNotes - mostShared - mostCount - 4;
/** Heading, notes, count, a row with four buttons, the sharer. */
const frameComponents = 9;
/** Section, its text, its button, a separator. */
const itemComponents = 4;
const mostItems = Math.floor((limits.components - frameComponents) / itemComponents);

/** The message that shows an answer: as many items as fit; `more` leads to the rest. */
export function layOut(answer: Answer, frame: AnswerFrame, say: Say): MessageBody {
	const { head, page, next, notes, free, language } = planOf(answer, frame, say);
	const foot = notesOf(notes, free - sum(page.items.map(({ content }) => content)));
	if (answer.items.length > 0 && (next || answer.offset > 0)) {
		const [from, to] = [answer.offset + 1, answer.offset + page.shown];
		foot.push(`-# ${say(language, "count.shown", { from, to, total: answer.total })}`);
	}
	const items = page.items.flatMap(({ content, at }): APIMessageTopLevelComponent[] => {
		if (answer.items[at]?.kind === "source") return [separator(), text(content)];
		const { view, conversation } = frame;
		const number = answer.offset + at + 1;
		const label = say(language, "discord.check", { number });
		const check = button({ kind: "check", conversation, view, item: at, part: 0, number }, label);
		return [separator(), besideButton(content, check)];
	});
	return body([
		text(head.join("\n")),
		...items,
		...(foot.length > 0 ? [text(foot.join("\n"))] : []),
		...row(buttonsOf(answer, frame, next, say)),
	]);
}

/** Items of the answer that `layOut` shows: at least the first one, or the beginning of it. */
export function itemsShown(answer: Answer, frame: AnswerFrame, say: Say): number {
	return planOf(answer, frame, say).page.shown;
}

/** What stands above the items, which of them fit, and where the rest begins. */
function planOf(answer: Answer, frame: AnswerFrame, say: Say) {
	const { heading, blocks, notes, language } = blocksOf(answer, say);
	const head: string[] = [];
	if (frame.sharedBy) {
		const name = directed(shortened(frame.sharedBy, mostShared / 2), language);
		head.push(`-# ${say(language, "discord.shared_by", { name: plain(name) })}`);
	}
	const title = { ...heading, text: shortened(heading.text, mostHeading / 2 - 4) };
	head.push(...markup(title, mostHeading));
	const free = limits.text - sum(head) - mostCount;
	const page = fill(blocks, free - Math.min(keptForNotes, sum(notesOf(notes, free))), frame.part);
	const next = nextOf(answer, page, frame.part);
	return { head, page, next, notes, free, language };
}

type Page = {
	items: { content: string; at: number }[];
	/** Items shown to their end, or begun where one takes several messages. */
	shown: number;
	/** Messages that the first item goes on in. */
	partsLeft: number;
};

/** Items that fit whole; a first one that does not is shown in parts, alone. */
function fill(blocks: Block[], room: number, part: number): Page {
	const items: Page["items"] = [];
	let left = room;
	for (const [at, block] of blocks.entries()) {
		// Escapes only lengthen a text: what is too long without them need not be laid out to be refused.
		const tooLong = sum(block.lines.map((line) => line.text)) > 2 * room;
		if (at > 0 && tooLong) break;
		const content = tooLong ? "" : linesOf(block, room).join("\n");
		if (at === 0 && (part > 0 || tooLong || content.length > room)) {
			const parts = partsOf(block);
			const now = Math.min(part, parts.length - 1);
			const piece = parts[now] ?? "";
			return { items: [{ content: piece, at }], shown: 1, partsLeft: parts.length - 1 - now };
		}
		if (content.length > left || items.length >= mostItems) break;
		items.push({ content, at });
		left -= content.length;
	}
	return { items, shown: items.length, partsLeft: 0 };
}

function linesOf({ number, lines, title }: Block, most: number): string[] {
	return [
		...(title ? markup(title, most) : []),
		...lines.flatMap((line, at) => markup(line, most, at === 0 ? `**${number}.** ` : "")),
	];
}

/** The item's own sources are in the first of its messages, so that no part stands without them. */
function partsOf(block: Block): string[] {
	const rank = ({ role, indent }: BlockLine, at: number) =>
		at === 0 ? 0 : role === "place" && indent === 0 ? 1 : 2;
	const ranked = block.lines.map((line, at) => ({ line, rank: rank(line, at) }));
	const lines = ranked.toSorted((a, b) => a.rank - b.rank).map(({ line }) => line);
	return packed(linesOf({ ...block, lines }, partRoom), partRoom, "\n");
}

function nextOf(
	answer: Answer,
	page: Page,
	part: number,
): { from: number; part: number } | undefined {
	if (page.partsLeft > 0) return { from: answer.offset, part: part + 1 };
	const from = answer.offset + page.shown;
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

function buttonsOf(
	answer: Answer,
	frame: AnswerFrame,
	next: { from: number; part: number } | undefined,
	say: Say,
) {
	const { language } = answer;
	const { view, conversation, part } = frame;
	const may = (kind: string) => answer.actions.some((action) => action.kind === kind);
	const out = [];
	if (next)
		out.push(
			button(
				{ kind: "more", conversation, view, ...next },
				say(language, "discord.more"),
				ButtonStyle.Primary,
			),
		);
	if (frame.audience === "asker" && may("share"))
		out.push(button({ kind: "share", conversation, view, part }, say(language, "discord.share")));
	if (may("narrow"))
		out.push(button({ kind: "narrow", conversation, view }, say(language, "discord.narrow")));
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
