import type { Request } from "../../domain/answer.ts";
import { dayRange } from "../../domain/dates.ts";
import { Phrases } from "../../language/text/phrases.ts";
import type { ConversationData } from "./conversation-data.ts";

/** What is said of a conversation, and not of its subject. `item` counts from 0. */
export type Step =
	| { kind: "back" }
	| { kind: "shorter" }
	| { kind: "newer" }
	| { kind: "item"; item: number };

const dayMs = 86_400_000;

export function stepPhrases({ steps, items }: ConversationData): Phrases<Step> {
	const out = new Phrases<Step>();
	for (const kind of ["back", "shorter", "newer"] as const)
		out.add([...steps[kind].en, ...steps[kind].ar], { kind });
	for (const [item, { en, ar }] of items.entries()) out.add([...en, ...ar], { kind: "item", item });
	return out;
}

/** Where the page that was last shown began: a kept question's offset is where the next one begins. */
export function pageStart({ offset = 0, limit = 0 }: Request): number {
	return Math.max(0, offset - limit);
}

/** The question whose page holds the item that `last` asks for alone; `last` where it asks for no such item. */
export function listOf(last: Request, of: Request | null): Request {
	const isItem = of !== null && last.limit === 1 && of.text === last.text;
	return isItem && of.within === last.within ? of : last;
}

/** One item of the page that was last shown. */
export function itemOf(last: Request, item: number): Request {
	return { ...last, limit: 1, offset: pageStart(last) + item };
}

/** What is told after a day, or a part of one; the same question where none is known. */
export function newerThan(last: Request, day: string | null): Request {
	const end = day === null ? undefined : dayRange(day)?.to;
	if (end === undefined) return { ...last, offset: 0 };
	const from = new Date(Date.parse(`${end}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
	const { to, ...open } = last;
	return { ...open, from, offset: 0 };
}
