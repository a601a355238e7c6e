import type { Answer, AnswerItem, Citation } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { cleanLine } from "../clean.ts";
import { type Cited, PageSources, sourceKey } from "../page-sources.ts";
import { type EventRow, eventRow, type ItemContext, itemLines } from "./answer-lines.ts";
import { type BlockLine, plain } from "./block-line.ts";
import { sourceLines } from "./source-lines.ts";
import { type AgainstItem, tellRivals } from "./told-rivals.ts";

/** A numbered item; the number counts on over the pages. */
export type Block = {
	number: number;
	/** Its place among the items of the answer: what buttons name it by. */
	item: number;
	lines: BlockLine[];
	/** Of the part of a digest that begins here, or that the page goes on with. */
	title?: BlockLine;
	/** Of a day, where its lines say no more than that: for a table. */
	row?: EventRow;
	/** The article that this and the blocks behind it are cited of. */
	source?: BlockLine;
};

export type Blocks = {
	language: Language;
	heading: BlockLine;
	blocks: Block[];
	/** Articles that stand over no block. */
	legend: BlockLine[];
	notes: BlockLine[];
};

/** Items that one page shows at most: the verdict and they should fit a screen. */
export const mostOnPage = 5;

/**
 * The first so many items of an answer as numbered blocks of lines: each article once, what is cited of
 * it under it. Nothing is shortened here.
 */
export function blocksOf(
	answer: Answer,
	say: Say,
	count = answer.folded ? 0 : answer.items.length,
): Blocks {
	const { language, offset } = answer;
	const line = (role: BlockLine["role"], text: string) => plain(role, cleanLine(text), language);
	const ordered = inOrder(answer, count);
	const items = correctionsOnce(ordered.map(({ item }) => item));
	const against = tellRivals(items);
	const over = (at: number): Citation | null => ordered[at]?.over ?? null;
	const sources = new PageSources(
		items.flatMap((item, at) => citedIn(item, against[at]?.told ?? [], over(at))),
		language,
		say,
	);
	const blocks = items.map((item, at): Block => {
		const number = offset + at + 1;
		const under = over(at);
		const title =
			at === 0 && isNear(answer, say) ? nearest(answer, say) : titleAt(answer, ordered, at);
		const begins = under && (title !== undefined || !isSame(under, over(at - 1)));
		const told = against[at] ?? nothingAgainst;
		const context: ItemContext = {
			number,
			against: told,
			rivals: {
				number: (place) => offset + place + 1,
				placeOf: ({ citation }) => sources.place(citation, under),
				...{ language, say },
			},
			place: (citation) => sources.place(citation, under),
			...{ language, say },
		};
		const row = item.kind === "event" ? eventRow(item, context) : null;
		const lines =
			item.kind === "source" ? sourceLines(item, number, language, say) : itemLines(item, context);
		return {
			number,
			item: ordered[at]?.at ?? at,
			lines,
			...(row ? { row } : {}),
			...(title === undefined ? {} : { title: line("heading", title) }),
			...(begins ? { source: sources.header(under) } : {}),
		};
	});
	const isAll = count >= answer.items.length;
	return {
		language,
		// What it comes to stands first; a list and a digest have a title.
		heading: line("heading", answer.verdict?.text || answer.heading),
		blocks,
		legend: sources.legend(),
		notes: notesOf(answer, say, isAll || count > 0).map((text) => line("note", text)),
	};
}

const nothingAgainst: AgainstItem = { told: [], shown: [], others: [], left: 0 };

/** The lines of blocks that belong together: those of one article, or of one part. */
export function groupsOf(blocks: readonly Block[]): BlockLine[][] {
	const groups: BlockLine[][] = [];
	for (const { title, source, lines } of blocks) {
		const all = [...(title ? [title] : []), ...(source ? [source] : []), ...lines];
		if (title || source || groups.length === 0) groups.push(all);
		else groups.at(-1)?.push(...all);
	}
	return groups;
}

type Ordered = { item: AnswerItem; at: number; section: number; over: Citation | null };

/**
 * Items of one article stand together, at its first; within the parts of a digest. Days keep their order:
 * over an event no article stands.
 */
function inOrder({ items, sections = [], offset, command }: Answer, count: number): Ordered[] {
	const shown = items.slice(0, count).map((item, at): Ordered => {
		const isOver = command !== "timeline" && item.kind !== "source";
		const section = sections.findLastIndex((each) => each.at <= offset + at);
		return { item, at, section, over: isOver ? item.citation : null };
	});
	const groups = new Map<string, Ordered[]>();
	for (const each of shown) {
		const { over, section, at } = each;
		const key = `${section} ${over ? sourceKey(over) : at}`;
		const group = groups.get(key);
		if (group) group.push(each);
		else groups.set(key, [each]);
	}
	return [...groups.values()].flat();
}

const isSame = (a: Citation, b: Citation | null) => b !== null && sourceKey(a) === sourceKey(b);

/** Every citation that the lines of an item tell. */
function citedIn(
	item: AnswerItem,
	told: readonly { rival: { citation: Citation } }[],
	under: Citation | null,
): Cited[] {
	if (item.kind === "source") return [];
	const { citation, alsoIn = [], corrections = [], earlier } = item;
	const now = item.kind === "claim" ? item.now : undefined;
	const all = [
		citation,
		...alsoIn,
		...(now ? [now.citation] : []),
		...corrections.map((each) => each.citation),
		...(earlier ? [earlier.citation] : []),
		...told.map(({ rival }) => rival.citation),
	];
	return all.map((each) => ({ citation: each, under }));
}

/** A correction of a whole article is shown beside the first item that is cited of it. */
function correctionsOnce(items: readonly AnswerItem[]): AnswerItem[] {
	const shown = new Set<string>();
	return items.map((item) => {
		if (item.kind === "source" || !item.corrections) return item;
		const corrections = item.corrections.filter(
			({ id, scope }) => scope === "claim" || !shown.has(id),
		);
		for (const { id } of corrections) shown.add(id);
		return { ...item, corrections };
	});
}

/** Of the part that begins at a place; over the first item also of the one that the page goes on with. */
function titleAt(
	{ sections = [] }: Answer,
	ordered: readonly Ordered[],
	at: number,
): string | undefined {
	const section = ordered[at]?.section ?? -1;
	return at === 0 || ordered[at - 1]?.section !== section ? sections[section]?.title : undefined;
}

/** Stands over near misses, so that nobody takes them for an answer. */
const nearest = ({ language }: Answer, say: Say) => say(language, "note.nearest");
const isNear = (answer: Answer, say: Say) =>
	!answer.answered && answer.notes.includes(nearest(answer, say));

/** What stays to be said where how the question was read is told elsewhere; each once. */
function notesOf(answer: Answer, say: Say, isShown: boolean): string[] {
	const { notes, readAs = [], folded, language } = answer;
	const apart = new Set([...readAs, nearest(answer, say)]);
	// Of near misses that are not shown there is nothing to say.
	if (folded) apart.add(say(language, "note.unfiltered"));
	const standing = isShown ? standingNotes(answer, say) : [];
	return [...new Set([...notes.filter((note) => !apart.has(note)), ...standing])];
}

function standingNotes({ items, language, command, verdict, folded }: Answer, say: Say): string[] {
	if (folded || (verdict?.kind === "none" && items.length === 0)) return [];
	// A digest says itself that there is nothing new.
	if (items.length === 0 && command === "digest") return [];
	if (items.length === 0) return [say(language, "note.nothing")];
	const ours = items.some((item) => item.kind !== "source" && item.rendering === "paraphrase");
	return ours ? [say(language, "note.paraphrased")] : [];
}
