import type { Answer } from "../../../src/domain/answer.ts";
import { asIsnadError } from "../../../src/domain/errors.ts";
import type { Picture } from "../../../src/domain/picture.ts";
import { clean } from "../../shared/clean.ts";
import { askerOf, type Context } from "../context.ts";
import { readViewValue } from "../layout/controls.ts";
import { layNotice } from "../layout/notice.ts";
import { escaped } from "../readable.ts";
import { reasonOf, SlackFailure } from "../wire/failure.ts";
import { upload } from "../wire/upload.ts";
import { layReply } from "./answering.ts";
import { type Click, destinationOf, placeOfClick } from "./click.ts";

const longestTitle = 200;

/** Posts a picture of the answer for everybody, once however often it is clicked, with the name of who shared it. */
export function picture(context: Context, click: Click): void {
	const at = readViewValue(click.value);
	if (!at) return;
	const { desk, work } = context;
	const { channel, thread } = click;
	const key = `picture:${at.view}:${channel}:${thread ?? ""}`;
	work.begin(async () => {
		await desk.once("slack", key, () => post(context, click, at.view));
	});
}

async function post(context: Context, click: Click, view: string): Promise<void> {
	const { desk, say, people } = context;
	const asker = await askerOf(context, placeOfClick(click), click.person, false);
	// The same answer under the same rights as one that is shared.
	const reply = await desk.reply({ kind: "share", view }, asker);
	if (reply.kind !== "answer") {
		const messages = layReply(reply, { shareable: false, confidential: false }, say);
		return destinationOf(context, click).deliver(messages, false);
	}
	const { answer } = reply;
	const { language } = answer;
	const sorry = () =>
		destinationOf(context, click).deliver(layNotice(desk.notice("picture", language)), false);
	const drawn = await drawnOf(context, answer);
	if (!drawn) return sorry();
	const { name } = await people.get(click.person);
	try {
		await upload(
			context.api,
			{
				...{
					name: "isnad.png",
					title: clean(answer.heading).slice(0, longestTitle).toWellFormed(),
					alt: drawn.alt,
				},
				...{ data: drawn.png, channel: click.channel, thread: click.thread },
				comment: name
					? say(language, "slack.shared_by", { name: escaped(clean(name)) })
					: undefined,
			},
			context.apiUrl,
		);
	} catch (error) {
		await sorry();
		if (!(error instanceof SlackFailure)) throw error;
		const reason = reasonOf(error.failure);
		context.log("warn", "A picture did not reach Slack: it needs the scope files:write.", {
			reason,
		});
	}
}

async function drawnOf({ pictures, log }: Context, answer: Answer): Promise<Picture | null> {
	try {
		return (await pictures?.ofAnswer(answer)) ?? null;
	} catch (error) {
		log("warn", "A picture could not be drawn.", { code: asIsnadError(error).code });
		return null;
	}
}
