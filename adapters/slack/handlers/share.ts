import type { Language } from "../../../src/domain/sets/languages.ts";
import { askerOf, type Context, responseUrl } from "../context.ts";
import { layAnswer } from "../layout/answer.ts";
import { readViewValue } from "../layout/controls.ts";
import type { Message } from "../layout/message.ts";
import { layNotice } from "../layout/notice.ts";
import { withVotes } from "../layout/votes.ts";
import { SlackFailure } from "../wire/failure.ts";
import { layReply } from "./answering.ts";
import { type Click, destinationOf, orTold, placeOfClick } from "./click.ts";

/** So long what was tried is remembered: the channel is looked through no further back. */
const rememberedMs = 2 * 24 * 3_600_000;

/** One message for everybody; `isDoubted`: an earlier try may have posted it. */
type Post = { message: Message; key: string; isDoubted: boolean };

/** `doubted`: it may stand there, and the channel can be asked; `lost`: and nobody can look for it. */
type Outcome = "posted" | "undone" | "doubted" | "lost";

const notices = { undone: "share", doubted: "share_unknown", lost: "share_lost" } as const;

/** It may stand where nobody can look for it. */
class Untold extends Error {}

/**
 * Posts the answer for everybody, once however often it is clicked, with the name of who shared it. What
 * surely came to nothing may be asked for again; where it is not known, here or after a restart, the channel
 * is asked before anything is posted.
 */
export function share(context: Context, click: Click): void {
	const at = readViewValue(click.value);
	if (!at) return;
	const { desk, work, undone } = context;
	const { channel, thread } = click;
	const key = `share:${at.view}:${channel}:${thread ?? ""}`;
	work.begin(async () => {
		await desk.once("slack", key, (giveBack) =>
			orTold(context, click, async () => {
				// Noted for good before anything is posted: whoever tries again knows that somebody did.
				const isFirst = await desk.once("slack", `tried:${key}`, async () => {});
				const isDoubted = !isFirst && !undone.get(key);
				undone.forget(key);
				let outcome: Outcome = "doubted";
				try {
					outcome = await tried(context, click, { view: at.view, key, isDoubted });
				} finally {
					if (outcome === "undone") undone.note(key, true);
					if (outcome === "undone" || outcome === "doubted") giveBack();
				}
			}),
		);
	});
}

/** What came of it; whoever clicked is told where it is not posted. */
async function tried(
	context: Context,
	click: Click,
	shared: { view: string; key: string; isDoubted: boolean },
): Promise<Outcome> {
	const { desk, say, people } = context;
	const asker = await askerOf(context, placeOfClick(click), click.person, false);
	const reply = await desk.reply({ kind: "share", view: shared.view }, asker);
	if (reply.kind !== "answer") {
		const messages = layReply(reply, { shareable: false, confidential: false }, say);
		await destinationOf(context, click).deliver(messages, false);
		return "posted";
	}
	const { name } = await people.get(click.person);
	const { language } = reply.answer;
	const above = name ? say(language, "slack.shared_by", { name }) : undefined;
	const { view } = reply;
	const laid = layAnswer(reply.answer, { view, above }, say);
	const messages = reply.votable ? withVotes(laid, { view: shared.view, language }, say) : laid;
	const { isDoubted } = shared;
	for (const [n, message] of messages.entries()) {
		try {
			await post(context, click, { message, key: `${shared.key}:${n}`, isDoubted });
		} catch (error) {
			// Of several messages the first stands there already.
			const outcome = isDoubted || n > 0 ? atLeastDoubted(error) : outcomeOf(error);
			await tell(context, click, { language, outcome });
			return outcome;
		}
	}
	return "posted";
}

/** Errors: whatever is no failure of Slack's. */
function outcomeOf(error: unknown): Exclude<Outcome, "posted"> {
	if (error instanceof Untold) return "lost";
	if (!(error instanceof SlackFailure)) throw error;
	return error.failure.kind === "unknown" ? "doubted" : "undone";
}

function atLeastDoubted(error: unknown): Exclude<Outcome, "posted"> {
	const outcome = outcomeOf(error);
	return outcome === "undone" ? "doubted" : outcome;
}

/** Errors: `SlackFailure`, `Untold`. */
async function post(
	{ api, pace, now, sleep }: Context,
	{ channel, thread, url: address }: Click,
	{ message, key, isDoubted }: Post,
): Promise<void> {
	try {
		const since = isDoubted ? { since: now() - rememberedMs } : {};
		await api.post({ ...message, channel, thread, key, ...since });
	} catch (error) {
		const refused = error instanceof SlackFailure && error.failure.kind === "refused";
		const url = responseUrl({ now, sleep }, address);
		// Where the bot is no member, Slack takes the message as an answer to the click.
		if (!refused || !url) throw error;
		const outcome = await api.taking(message, (taken) =>
			pace.run(channel, () => url.sendKnown(taken, { visible: true, thread })),
		);
		if (outcome === "over") throw error;
		if (outcome === "lost") throw new Untold();
	}
}

/** Whoever clicked is told, alone. */
async function tell(
	context: Context,
	click: Click,
	{ language, outcome }: { language: Language; outcome: Exclude<Outcome, "posted"> },
): Promise<void> {
	const { desk, log } = context;
	log("warn", "An answer was not shared.", { outcome });
	const notice = layNotice(desk.notice(notices[outcome], language));
	try {
		await destinationOf(context, click).deliver(notice, false);
	} catch {
		log("warn", "Nobody could be told that an answer was not shared.");
	}
}
