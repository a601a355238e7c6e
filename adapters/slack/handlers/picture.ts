import type { Picture } from "../../../src/domain/picture.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { clean } from "../../shared/clean.ts";
import { drawnOf } from "../../shared/drawn-picture.ts";
import { askerOf, type Context } from "../context.ts";
import { readViewValue } from "../layout/controls.ts";
import { layNotice } from "../layout/notice.ts";
import { escaped } from "../readable.ts";
import { reasonOf, SlackFailure } from "../wire/failure.ts";
import { upload } from "../wire/upload.ts";
import { layReply } from "./answering.ts";
import { type Click, destinationOf, orTold, placeOfClick } from "./click.ts";

const longestTitle = 200;

/** What is shown of an answer. */
type Shared = { picture: Picture; heading: string; language: Language };

/** Posts a picture of the answer for everybody, once however often it is clicked, with the name of who shared it. */
export function picture(context: Context, click: Click): void {
	const at = readViewValue(click.value);
	if (!at) return;
	const { desk, work } = context;
	work.begin(async () => {
		await desk.once("slack", click.delivery, () =>
			orTold(context, click, () => share(context, click, at.view)),
		);
	});
}

async function share(context: Context, click: Click, view: string): Promise<void> {
	const { desk, say } = context;
	const destination = destinationOf(context, click);
	const asker = await askerOf(context, placeOfClick(click), click.person, false);
	// The same answer under the same rights as one that is shared.
	const reply = await desk.reply({ kind: "share", view }, asker);
	if (reply.kind !== "answer") {
		const messages = layReply(reply, { shareable: false, confidential: false }, say);
		return destination.deliver(messages, false);
	}
	const { heading, language } = reply.answer;
	const drawn = await drawnOf(context, reply.answer);
	if ("notice" in drawn) return destination.deliver(layNotice(drawn.notice), false);
	const { picture } = drawn;
	const key = `picture:${view}:${click.channel}:${click.thread ?? ""}`;
	await desk.once("slack", key, async (giveBack) => {
		try {
			await post(context, click, { picture, heading, language });
		} catch (error) {
			if (!(error instanceof SlackFailure)) throw error;
			const { failure } = error;
			// What may be there is not posted again: a double is worse than a gap.
			if (failure.kind !== "unknown") giveBack();
			const reason = reasonOf(failure);
			context.log("warn", "A picture did not reach Slack: it needs the scope files:write.", {
				reason,
			});
			await destination.deliver(layNotice(desk.notice("picture", language)), false);
		}
	});
}

async function post(
	context: Context,
	{ person, channel, thread }: Click,
	{ picture, heading, language }: Shared,
): Promise<void> {
	const { say, people, api, apiUrl } = context;
	const { name } = await people.get(person);
	const title = clean(heading).slice(0, longestTitle).toWellFormed();
	const comment = name
		? say(language, "slack.shared_by", { name: escaped(clean(name)) })
		: undefined;
	const { png: data, alt } = picture;
	await upload(api, { name: "isnad.png", title, alt, data, channel, thread, comment }, apiUrl);
}
