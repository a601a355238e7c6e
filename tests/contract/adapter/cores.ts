import { pageSize } from "../../../src/desk/answering.ts";
import type { Answer } from "../../../src/domain/answer.ts";
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

export function placesOf(reply: Reply): string[] {
	if (reply.kind !== "answer") throw new Error(`no answer: ${reply.kind}`);
	let told = new Set<string>();
	return reply.answer.items.flatMap((item, at) => {
		// A claim that stands against several items of a page is told beside the first of them.
		if (at % pageSize === 0) told = new Set();
		if (item.kind === "source") return [];
		const against = "contradictedBy" in item ? (item.contradictedBy ?? []) : [];
		const rivals = against.filter(({ claim }) => !told.has(claim.id)).slice(0, 2);
		for (const { claim } of against) told.add(claim.id);
		const all = [item.citation, ...(item.alsoIn ?? []), ...rivals.map(({ citation }) => citation)];
		return all.map(({ file, line }) => `${file}:${line}`);
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
