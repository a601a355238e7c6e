import type { Above, Asker, Desk, Incoming, Reply } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { typedIn } from "../../../src/domain/typed-in.ts";
import { hasArabic } from "../../shared/clean.ts";
import type { Context } from "../context.ts";
import type { Destination } from "../destination.ts";
import { itemsShown, layAnswer } from "../layout/answer.ts";
import { viewValue } from "../layout/controls.ts";
import type { Message } from "../layout/message.ts";
import { layNotice } from "../layout/notice.ts";
import { layQuotation } from "../layout/quotation.ts";
import { withVotes } from "../layout/votes.ts";

export type AskedQuestion = {
	/** Slack's id of what was delivered: the same when it is delivered again. */
	delivery: string;
	incoming: Incoming;
	asker(): Promise<Asker>;
	destination: Destination;
	/** The message that a question stands under, where it asks about it. */
	above?: (asker: Asker) => Promise<Above | null | undefined>;
	/** Opens a form instead of answering, where it says so. */
	opens?(asker: Asker): Promise<boolean>;
};

/** Takes a question on: answered once however often it is delivered, and finished before a stop. */
export function takeOn(context: Context, question: AskedQuestion): void {
	const { desk, work } = context;
	work.begin(async () => {
		let amended: Amended | undefined;
		await desk.once("slack", question.delivery, async () => {
			amended = await answer(context, question);
		});
		// The answer is there: what is added to it is no reason to answer again.
		await amended?.();
	});
}

/** Puts what came late into an answer. */
type Amended = () => Promise<void>;

async function answer(context: Context, question: AskedQuestion): Promise<Amended | undefined> {
	const { desk, say, turns } = context;
	const { destination, incoming } = question;
	const arabic = "text" in incoming && hasArabic(incoming.text);
	let asker: Asker | null = null;
	const shown = announce(context, question, () => asker);
	let reply: Reply;
	let visible = false;
	try {
		const who = await question.asker();
		asker = who;
		if (await question.opens?.(who)) {
			await shown.end();
			return undefined;
		}
		// Side by side: under load the store is what is waited for.
		const above = await question.above?.(who);
		const asked =
			above === undefined || incoming.kind !== "message" ? incoming : { ...incoming, above };
		const [made, settings] = await Promise.all([
			turns.run(() => desk.reply(asked, who)),
			incoming.kind === "command" ? desk.settings(who) : null,
		]);
		reply = made;
		visible = reply.kind === "answer" && settings?.visibility === "channel";
		if (reply.kind === "answer" && incoming.kind === "message")
			await tellShown(desk, who, reply, say);
	} catch {
		const language = asker ? await desk.language(asker, typedIn(incoming)) : "en";
		reply = { kind: "notice", notice: desk.notice("internal", language) };
	}
	await shown.end();
	const shareable = destination.shareable && !visible;
	const confidential = destination.confidential && !visible;
	const language = arabic ? "ar" : (asker?.language ?? "en");
	const where = { shareable, confidential };
	await destination.deliver(layReply(reply, where, say), visible, language);
	if (reply.kind !== "answer" || !reply.later || !destination.amend) return undefined;
	return () => amend(context, destination, { ...reply, where });
}

async function amend(
	{ say, log }: Context,
	destination: Destination,
	reply: Extract<Reply, { kind: "answer" }> & { where: Parameters<typeof layReply>[1] },
): Promise<void> {
	const { view, answer: before, where } = reply;
	const answer = await reply.later;
	// Where fewer items would find room, the answer stays as it is: "more" goes on behind them.
	if (!answer || itemsShown(answer, { view }, say) < itemsShown(before, { view }, say)) return;
	try {
		await destination.amend?.(layReply({ ...reply, answer }, where, say));
	} catch {
		log("debug", "Slack did not take what was added to an answer.");
	}
}

/** Where a message holds less than the page, the word "more" has to go on there. */
async function tellShown(
	desk: Desk,
	asker: Asker,
	{ answer, view }: Extract<Reply, { kind: "answer" }>,
	say: Say,
): Promise<void> {
	const held = itemsShown(answer, { view }, say);
	if (held < answer.items.length) await desk.shown(asker, answer.offset + held);
}

/** `confidential`: nobody but the asker sees it, so that an operator's button may stand there. */
export function layReply(
	reply: Reply,
	{ shareable, confidential }: { shareable: boolean; confidential: boolean },
	say: Context["say"],
): Message[] {
	switch (reply.kind) {
		case "answer": {
			const correctable = confidential && reply.correctable === true;
			const { answer, view, votable } = reply;
			const messages = layAnswer(answer, { view, shareable, correctable }, say);
			return votable ? withVotes(messages, { view, language: answer.language }, say) : messages;
		}
		case "quotation": {
			const { view, item, quotation, correctable } = reply;
			const wrong = confidential && correctable ? viewValue(view, item) : undefined;
			return layQuotation(quotation, say, wrong);
		}
		case "notice":
			return layNotice(
				reply.notice,
				reply.again && { ...reply.again, label: say(reply.notice.language, "form.again") },
			);
	}
}

/** Says "searching…" where the answer takes its time; `end` resolves once that is out or called off. */
function announce(
	{ desk, log, sleep, placeholderAfterMs }: Context,
	{ destination, incoming }: AskedQuestion,
	who: () => Asker | null,
): { end(): Promise<void> } {
	const over = new AbortController();
	const show = async () => {
		await sleep(placeholderAfterMs, over.signal);
		if (over.signal.aborted) return;
		const asker = who();
		const written = "text" in incoming && hasArabic(incoming.text) ? "ar" : "en";
		// Who it is may be what is waited for.
		const language = asker ? await desk.language(asker, typedIn(incoming)) : written;
		if (over.signal.aborted) return;
		const [message] = layNotice(desk.notice("searching", language));
		if (message) await destination.pending(message);
	};
	// Caught at once: long before anybody waits for it, it may have failed.
	const shown = show().catch(() => log("warn", "Slack did not take a placeholder."));
	return {
		async end() {
			// With a word of its own: without one an error is made, with its stack, for each answer.
			over.abort("answered");
			await shown;
		},
	};
}
