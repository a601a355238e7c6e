import type { APIInteraction } from "discord.js";
import type { Asker } from "../../../src/domain/chat.ts";
import type { Picture } from "../../../src/domain/picture.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { drawnOf } from "../../shared/drawn-picture.ts";
import type { MessageBody } from "../layout/message.ts";
import { layOutNotice } from "../layout/notice.ts";
import { layPicture } from "../layout/picture.ts";
import type { Sent } from "../wire/wire.ts";
import { type Answering, messagesOf, replyOf } from "./answering.ts";
import { channelOf } from "./asker.ts";

/** After so long without a picture everybody is shown that one is being drawn: Discord gives 3 s. */
const drawnWithinMs = 1_500;

type Sharing = { view: string; asker: Asker; sharedBy: string };
type Made = { picture: Picture; language: Language } | { told: MessageBody[] };

/**
 * Posts a picture of the answer for everybody, once however often it is clicked, with the name of who
 * shared it. Where it is soon known that there is none, whoever clicked is told so alone.
 */
export async function sharePicture(
	parts: Answering,
	click: APIInteraction,
	sharing: Sharing,
): Promise<void> {
	const { desk, wire, sleep } = parts;
	const making = make(parts, sharing);
	const soon = await Promise.race([making, sleep(drawnWithinMs).then(() => null)]);
	if (soon && "told" in soon) {
		await wire.defer(click, "asker");
		await tell(parts, click, soon.told);
		return;
	}
	const key = `picture:${sharing.view}:${channelOf(sharing.asker.place)}`;
	const shared = await desk.once("discord", key, async (giveBack) => {
		await wire.defer(click, "channel");
		const made = await making;
		if ("told" in made) {
			giveBack();
			await tell(parts, click, made.told);
			return;
		}
		const sent = await post(parts, click, { ...made, ...sharing });
		if (sent.ok) return;
		const sorry = layOutNotice(desk.notice("picture", made.language));
		// Where the picture may stand it is not posted again: a double is worse than a gap.
		if ((await tell(parts, click, sorry)) || sent.failure.kind !== "unknown") giveBack();
	});
	if (!shared) await wire.ignore(click);
}

async function make(parts: Answering, { view, asker }: Sharing): Promise<Made> {
	// The same answer under the same rights as one that is shared.
	const reply = await replyOf(parts, { kind: "share", view }, asker);
	if (reply.kind !== "answer")
		return { told: messagesOf(reply, asker, { audience: "asker" }, parts.say) };
	const drawn = await drawnOf(parts, reply.answer);
	if ("notice" in drawn) return { told: layOutNotice(drawn.notice) };
	return { picture: drawn.picture, language: reply.answer.language };
}

async function post(
	{ say, wire, log }: Answering,
	click: APIInteraction,
	{ picture, sharedBy, language }: { picture: Picture; sharedBy: string; language: Language },
): Promise<Sent> {
	const { message, file } = layPicture(picture, { sharedBy, language }, say);
	const sent = await wire.fill(click, message, [file]);
	if (!sent.ok) log("warn", "A picture did not reach Discord.", { why: sent.failure.kind });
	return sent;
}

/** Whether it stands there. */
async function tell(
	{ wire }: Answering,
	click: APIInteraction,
	[told]: MessageBody[],
): Promise<boolean> {
	return told !== undefined && (await wire.fill(click, told)).ok;
}
