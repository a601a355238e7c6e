import type { types } from "@slack/bolt";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { emoji, mrkdwn } from "../markup/mrkdwn.ts";
import { matching, scan } from "../markup/scan.ts";

/** A text object: its direction is that of its first strong letter. */
export function drawText(text: types.TextObject): Html {
	const inside =
		text.type === "mrkdwn"
			? mrkdwn(text.text, text.verbatim ? { verbatim: true } : {})
			: plainText(text);
	return html`<div class="text" dir="auto">${inside}</div>`;
}

/** No markup is read in it, only names of emoji, unless it says that there are none. */
export function plainText({ text, emoji: names = true }: types.PlainTextElement): Html {
	return names ? scan(text, [emojiName]) : html`${text}`;
}

const emojiName = matching(/:([a-z][a-z0-9_+-]{1,60}):/, ([, name = ""]) => emoji(name));

/** Nothing is fetched for a picture: a box with the words that stand for it. */
export function image(alt: string, size: "small" | "large" | "beside"): Html {
	return html`<div class="image ${size}">${alt}</div>`;
}
