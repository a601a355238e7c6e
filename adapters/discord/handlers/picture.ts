import type { APIInteraction } from "discord.js";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Asker } from "../../../src/domain/chat.ts";
import { asIsnadError } from "../../../src/domain/errors.ts";
import type { Picture } from "../../../src/domain/picture.ts";
import { layOutNotice } from "../layout/notice.ts";
import { layPicture } from "../layout/picture.ts";
import { type Answering, messagesOf, replyOf } from "./answering.ts";
import { channelOf } from "./asker.ts";

type Sharing = { view: string; asker: Asker; sharedBy: string };

/** Posts a picture of the answer for everybody, once however often it is clicked, with the name of who shared it. */
export async function sharePicture(
	parts: Answering,
	click: APIInteraction,
	sharing: Sharing,
): Promise<void> {
	const { desk, wire } = parts;
	const key = `picture:${sharing.view}:${channelOf(sharing.asker.place)}`;
	const shared = await desk.once("discord", key, () => post(parts, click, sharing));
	if (!shared) await wire.ignore(click);
}

async function post(
	parts: Answering,
	click: APIInteraction,
	{ view, asker, sharedBy }: Sharing,
): Promise<void> {
	const { desk, say, wire, log } = parts;
	await wire.defer(click, "channel");
	// The same answer under the same rights as one that is shared.
	const reply = await replyOf(parts, { kind: "share", view }, asker);
	if (reply.kind !== "answer") {
		const [told] = messagesOf(reply, asker, { audience: "channel" }, say);
		if (told) await wire.fill(click, told);
		return;
	}
	const { language } = reply.answer;
	const drawn = await drawnOf(parts, reply.answer);
	if (drawn) {
		const { message, file } = layPicture(drawn, { sharedBy, language }, say);
		const sent = await wire.fill(click, message, [file]);
		if (sent.ok) return;
		log("warn", "A picture did not reach Discord.", { why: sent.failure.kind });
	}
	const [sorry] = layOutNotice(desk.notice("picture", language));
	if (sorry) await wire.fill(click, sorry);
}

async function drawnOf({ pictures, log }: Answering, answer: Answer): Promise<Picture | null> {
	try {
		return (await pictures?.ofAnswer(answer)) ?? null;
	} catch (error) {
		log("warn", "A picture could not be drawn.", { code: asIsnadError(error).code });
		return null;
	}
}
