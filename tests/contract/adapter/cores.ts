import { pageSize } from "../../../src/desk/answering.ts";
import type { Answer, AnswerItem, Citation } from "../../../src/domain/answer.ts";
import type { Asker, Desk, Incoming, Reply } from "../../../src/domain/chat.ts";

const ann: Asker = {
	place: { platform: "console", space: null, channel: "suite", thread: null },
	person: "suite",
	admin: false,
};
let askers = 0;

/** The reply of the core itself, to somebody who has asked nothing before. */
export async function asked(desk: Desk, incoming: Incoming): Promise<Reply> {
	return desk.reply(incoming, { ...ann, person: `suite${askers++}` });
}

/** What a reader finds cited, page after page: each article's items together, what stands against them below. */
export function placesOf(reply: Reply): string[] {
	if (reply.kind !== "answer") throw new Error(`no answer: ${reply.kind}`);
	const { items, command, folded } = reply.answer;
	const out: string[] = [];
	for (let from = 0; from < items.length && !folded; from += pageSize) {
		const page = items.slice(from, from + pageSize);
		const articles = page.map((item) => (item.kind === "source" ? "" : item.citation.article));
		const rank = (item: AnswerItem) =>
			command === "timeline" || item.kind === "source"
				? 0
				: articles.indexOf(item.citation.article);
		out.push(...placesOnPage(page.toSorted((a, b) => rank(a) - rank(b))));
	}
	return out;
}

function placesOnPage(page: readonly AnswerItem[]): string[] {
	const place = ({ article, line }: Citation) => `${article}:${line}`;
	const claimOf = (item: AnswerItem) => ("claim" in item ? item.claim?.id : undefined);
	const shown = new Set(page.map(claimOf));
	const against = page.map((item) => ("contradictedBy" in item ? (item.contradictedBy ?? []) : []));
	// Of those that stand against an item one is told, below the last item that it answers.
	const told = new Map<string, number>();
	for (const rivals of against) {
		const [first] = rivals.filter(({ claim }) => !shown.has(claim.id));
		if (first)
			told.set(
				first.claim.id,
				against.findLastIndex((each) => each.some(({ claim }) => claim.id === first.claim.id)),
			);
	}
	return page.flatMap((item, at) => {
		if (item.kind === "source") return [];
		const below = [...told].flatMap(([id, under]) => (under === at ? [id] : []));
		const rivals = below.flatMap((id) => against.flat().find(({ claim }) => claim.id === id) ?? []);
		return [item.citation, ...(item.alsoIn ?? []), ...rivals.map(({ citation }) => citation)].map(
			place,
		);
	});
}

export function slow(desk: Desk, gate: Promise<void>): Desk {
	return { ...desk, reply: async (...asked) => gate.then(() => desk.reply(...asked)) };
}

/** Breaks the port's promise that nothing throws, as a defect of the core would. */
export function throwing(desk: Desk): Desk {
	return {
		...desk,
		reply: async (incoming, asker) => {
			if ("text" in incoming && incoming.text.includes("break")) throw new Error("broken");
			return desk.reply(incoming, asker);
		},
	};
}

export function answering(desk: Desk, answer: Answer): Desk {
	return { ...desk, reply: async () => ({ kind: "answer", answer, view: "viewviewview" }) };
}
