import type { Answer, AnswerItem, Counterpart } from "../../src/domain/answer.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { itemLines } from "./answer-lines.ts";
import { type BlockLine, plain } from "./block-line.ts";
import { cleanLine } from "./clean.ts";

/** A numbered source; the number counts on over the pages. */
export type Block = {
	number: number;
	lines: BlockLine[];
	/** Of the part of a digest that begins here, or that the page goes on with. */
	title?: BlockLine;
};

export type Blocks = {
	language: Language;
	heading: BlockLine;
	blocks: Block[];
	notes: BlockLine[];
};

/** An answer as numbered blocks of lines; nothing is shortened here. */
export function blocksOf(answer: Answer, say: Say): Blocks {
	const { language } = answer;
	const line = (role: BlockLine["role"], text: string) => plain(role, cleanLine(text), language);
	const rivals = rivalsOf(answer);
	return {
		language,
		// What it comes to stands first; a list and a digest have a title.
		heading: line("heading", answer.verdict?.text || answer.heading),
		blocks: correctionsOnce(answer.items).map((item, at) => {
			const title = titleAt(answer, at);
			const shared = (rival: Counterpart) => rivals.get(rival.claim.id) ?? [];
			return {
				number: answer.offset + at + 1,
				lines: itemLines(item, answer.offset + at + 1, shared, language, say),
				...(title === undefined ? {} : { title: line("heading", title) }),
			};
		}),
		notes: [...new Set([...answer.notes, ...standingNotes(answer, say)])].map((text) =>
			line("note", text),
		),
	};
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

/** By claim that stands against items: the numbers of these items. It is shown once, beside the first. */
function rivalsOf({ items, offset }: Answer): Map<string, number[]> {
	const out = new Map<string, number[]>();
	for (const [at, item] of items.entries()) {
		if (item.kind !== "claim" && item.kind !== "passage") continue;
		for (const { claim } of item.contradictedBy ?? [])
			out.set(claim.id, [...(out.get(claim.id) ?? []), offset + at + 1]);
	}
	return out;
}

function titleAt({ sections = [], offset }: Answer, at: number): string | undefined {
	const section = sections.findLast((each) => each.at <= offset + at);
	return at === 0 || section?.at === offset + at ? section?.title : undefined;
}

function standingNotes({ items, language, command, verdict }: Answer, say: Say): string[] {
	if (verdict?.kind === "none" && items.length === 0) return [];
	// A digest says itself that there is nothing new.
	if (items.length === 0 && command === "digest") return [];
	if (items.length === 0) return [say(language, "note.nothing")];
	const ours = items.some((item) => item.kind !== "source" && item.rendering === "paraphrase");
	return ours ? [say(language, "note.paraphrased")] : [];
}
