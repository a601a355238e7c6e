import { messagesOf } from "../../../adapters/discord/handlers/answering.ts";
import { layOut } from "../../../adapters/discord/layout/answer.ts";
import { layReply } from "../../../adapters/slack/handlers/answering.ts";
import { layDigest } from "../../../adapters/slack/layout/answer.ts";
import type { Asker } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { discordMessages } from "../discord/surfaces.ts";
import type { Html } from "../markup/html.ts";
import { slackMessages } from "../slack/surfaces.ts";
import type { Given } from "./replies.ts";

/** Platforms whose messages can be drawn. */
export const faces = ["slack", "discord"] as const;
export type Face = (typeof faces)[number];

const name = "Isnad";

/** What the platform's own adapter makes of it, drawn: an answer is its asker's alone, a digest everybody's. */
export const drawOn: Record<Face, (given: Given, say: Say) => Html> = {
	slack(given, say) {
		if (given.kind === "digest")
			return slackMessages([layDigest(given.answer, { view: given.view }, say)], {
				name,
				onlyYou: false,
			});
		const to = { shareable: true, confidential: true };
		return slackMessages(layReply(given, to, say), { name, onlyYou: true });
	},
	discord(given, say) {
		if (given.kind === "digest") {
			const frame = { view: given.view, conversation: "", part: 0, audience: "channel" } as const;
			const body = layOut(given.answer, { ...frame, digest: given.view }, say);
			return discordMessages([body], { name, onlyYou: false });
		}
		const shown = { audience: "asker", confidential: true } as const;
		return discordMessages(messagesOf(given, asker, shown, say), { name, onlyYou: true });
	},
};

/** Of whose channel the buttons know. */
const asker: Asker = {
	place: { platform: "discord", space: null, channel: "1", thread: null },
	person: "1",
	admin: false,
};
