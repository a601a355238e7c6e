import { askerOf, type Context, responseUrl } from "../context.ts";
import { layAnswer } from "../layout/answer.ts";
import { readViewValue } from "../layout/controls.ts";
import { withVotes } from "../layout/votes.ts";
import { SlackFailure } from "../wire/failure.ts";
import { layReply } from "./answering.ts";
import { type Click, destinationOf, orTold, placeOfClick } from "./click.ts";

/** Posts the answer for everybody, once however often it is clicked, with the name of who shared it. */
export function share(context: Context, click: Click): void {
	const at = readViewValue(click.value);
	if (!at) return;
	const { desk, work } = context;
	const { channel, thread } = click;
	const once = `share:${at.view}:${channel}:${thread ?? ""}`;
	work.begin(async () => {
		await desk.once("slack", once, () =>
			orTold(context, click, () => post(context, click, at.view, once)),
		);
	});
}

async function post(context: Context, click: Click, view: string, key: string): Promise<void> {
	const { desk, say, people, api, pace } = context;
	const { channel, thread } = click;
	const asker = await askerOf(context, placeOfClick(click), click.person, false);
	const reply = await desk.reply({ kind: "share", view }, asker);
	if (reply.kind !== "answer") {
		await destinationOf(context, click).deliver(
			layReply(reply, { shareable: false, confidential: false }, say),
			false,
		);
		return;
	}
	const { name } = await people.get(click.person);
	const { language } = reply.answer;
	const above = name ? say(language, "slack.shared_by", { name }) : undefined;
	const laid = layAnswer(reply.answer, { view: reply.view, above }, say);
	const messages = reply.votable ? withVotes(laid, { view, language }, say) : laid;
	const url = responseUrl(context, click.url);
	for (const [n, message] of messages.entries()) {
		try {
			await api.post({ ...message, channel, thread, key: `${key}:${n}` });
		} catch (error) {
			const refused = error instanceof SlackFailure && error.failure.kind === "refused";
			// Where the bot is no member, Slack takes the message as an answer to the click.
			if (!refused || !url) throw error;
			await api.taking(message, (taken) =>
				pace.run(channel, () => url.sendKnown(taken, { visible: true, thread })),
			);
		}
	}
}
