import { messagesOf } from "../../../adapters/discord/handlers/answering.ts";
import { type AnswerFrame, layOut } from "../../../adapters/discord/layout/answer.ts";
import { layWrongForm as wrongModal } from "../../../adapters/discord/layout/wrong-form.ts";
import { layReply } from "../../../adapters/slack/handlers/answering.ts";
import { layDigest } from "../../../adapters/slack/layout/answer.ts";
import { layHome } from "../../../adapters/slack/layout/home.ts";
import { layWrongForm } from "../../../adapters/slack/layout/wrong-form.ts";
import type { Html } from "../../../adapters/web/markup/html.ts";
import type { Asker } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { discordMessages, discordModal } from "../discord/surfaces.ts";
import { slackHome, slackMessages, slackModal } from "../slack/surfaces.ts";
import type { Face } from "./platforms.ts";
import type { Given } from "./replies.ts";

const name = "Isnad";

/** What the platform's own adapter makes of it, drawn; null where the platform has nothing of the kind. */
export const drawOn: Record<Face, (given: Given, say: Say) => Html | null> = {
	slack(given, say) {
		switch (given.kind) {
			case "digest":
				return slackMessages([layDigest(given.answer, { view: given.view }, say)], toAll);
			case "form":
				return slackModal(layWrongForm(given.form, given.view, say));
			case "home":
				return slackHome(layHome(given.overview, say));
			default:
				return slackMessages(
					layReply(given, { shareable: true, confidential: true }, say),
					toAsker,
				);
		}
	},
	discord(given, say) {
		switch (given.kind) {
			case "digest":
				return discordMessages([layOut(given.answer, digestFrame(given.view), say)], toAll);
			case "form":
				return discordModal(wrongModal(given.form, wrongButton(given.view), say));
			case "home":
				return null;
			default: {
				const shown = { audience: "asker", confidential: true } as const;
				return discordMessages(messagesOf(given, asker, shown, say), toAsker);
			}
		}
	},
};

/** An answer is its asker's alone, a digest everybody's. */
const toAsker = { name, onlyYou: true };
const toAll = { name, onlyYou: false };

function digestFrame(view: string): AnswerFrame {
	return { view, conversation: "", part: 0, audience: "channel", digest: view };
}

function wrongButton(view: string) {
	return { kind: "wrong", conversation: "", view, item: 0 } as const;
}

/** Of whose channel the buttons know. */
const asker: Asker = {
	place: { platform: "discord", space: null, channel: "1", thread: null },
	person: "1",
	admin: false,
};
