import type { Asker, Desk, Incoming, Reply } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Pictures } from "../../../src/domain/picture.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import { typedIn } from "../../../src/domain/typed-in.ts";
import type { Turns } from "../../shared/turns.ts";
import { itemsShown, layOut } from "../layout/answer.ts";
import { button } from "../layout/controls.ts";
import type { MessageBody } from "../layout/message.ts";
import { layOutNotice } from "../layout/notice.ts";
import { layOutQuotation } from "../layout/quotation.ts";
import { withVotes } from "../layout/votes.ts";
import type { Wire } from "../wire/wire.ts";
import { conversationOf } from "./asker.ts";

/** What interactions and messages are answered with. */
export type Answering = {
	desk: Desk;
	say: Say;
	log: Logger;
	wire: Wire;
	turns: Turns;
	/** Absent where no pictures are drawn. */
	pictures?: Pictures | undefined;
	sleep(ms: number): Promise<void>;
};

/** Where an answer is shown, and which part of it. */
export type Shown = {
	audience: "asker" | "channel";
	part?: number;
	/** Of the item behind "check": its number in the whole answer. */
	number?: number;
	sharedBy?: string;
	/** Nobody but the asker sees it, so that an operator's button may stand there. */
	confidential?: boolean;
};

/** The desk's reply, whatever becomes of the desk. */
export async function replyOf(
	{ desk, say, log, turns }: Answering,
	incoming: Incoming,
	asker: Asker,
): Promise<Reply> {
	try {
		const reply = await turns.run(() => desk.reply(incoming, asker));
		if (incoming.kind === "message" && reply.kind === "answer")
			await tellShown(desk, asker, reply, say);
		return reply;
	} catch (error) {
		log("error", "The desk failed.", { error: error instanceof Error ? error.name : "unknown" });
		const language = await desk.language(asker, typedIn(incoming));
		return { kind: "notice", notice: desk.notice("internal", language) };
	}
}

/** Where a message holds less than the page, the word "more" has to go on there. */
async function tellShown(
	desk: Desk,
	asker: Asker,
	{ answer, view }: Extract<Reply, { kind: "answer" }>,
	say: Say,
): Promise<void> {
	const conversation = conversationOf(asker.place);
	const held = itemsShown(answer, { view, conversation, part: 0, audience: "channel" }, say);
	if (held < answer.items.length) await desk.shown(asker, answer.offset + held);
}

/** A reply as messages: one, but for a notice that is longer than a message. */
export function messagesOf(reply: Reply, asker: Asker, shown: Shown, say: Say): MessageBody[] {
	const conversation = conversationOf(asker.place);
	const { audience, part = 0, sharedBy } = shown;
	switch (reply.kind) {
		case "answer": {
			const by = sharedBy ? { sharedBy } : {};
			const { answer, view, votable } = reply;
			const laid = layOut(answer, { view, conversation, part, audience, ...by }, say);
			const { language } = answer;
			return [votable ? withVotes(laid, { view, conversation, language }, say) : laid];
		}
		case "quotation": {
			const { view, item, quotation, correctable } = reply;
			const number = shown.number ?? item + 1;
			const control = { kind: "check", conversation, view, item, part, number } as const;
			const wrong = correctable === true && shown.confidential === true;
			return [layOutQuotation(quotation, control, say, wrong)];
		}
		case "notice":
			return layOutNotice(reply.notice, againButtons(reply, conversation, say));
	}
}

/**
 * The message with what came late into the answer; null where nothing did, and where fewer items would
 * find room: "more" goes on behind those that are shown.
 */
export async function amendedOf(
	reply: Reply,
	asker: Asker,
	shown: Shown,
	say: Say,
): Promise<MessageBody | null> {
	if (reply.kind !== "answer" || !reply.later) return null;
	const answer = await reply.later;
	if (!answer) return null;
	const { audience, part = 0 } = shown;
	const of = { view: reply.view, conversation: conversationOf(asker.place), part, audience };
	if (itemsShown(answer, of, say) < itemsShown(reply.answer, of, say)) return null;
	return messagesOf({ ...reply, answer }, asker, shown, say)[0] ?? null;
}

/** The button that gives a form back with what was typed into it. */
function againButtons(
	{ notice, again }: Extract<Reply, { kind: "notice" }>,
	conversation: string,
	say: Say,
) {
	if (!again) return [];
	const { view } = again;
	const label = say(notice.language, "form.again");
	const kind = again.form === "narrow" ? "narrow" : "refill";
	return [button({ kind, conversation, view }, label)];
}
