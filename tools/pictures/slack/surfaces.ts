import type { types } from "@slack/bolt";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { drawBlocks } from "./blocks.ts";
import { plainText } from "./texts.ts";

/** Messages of the bot as they stand one under the other. `onlyYou`: nobody else sees them. */
export function slackMessages(
	messages: readonly { blocks: readonly types.AnyBlock[] }[],
	{ name, onlyYou }: { name: string; onlyYou: boolean },
): Html {
	return html`${onlyYou && html`<div class="only-you">Only visible to you</div>`}<div class="message"><div class="avatar"></div><div class="said">
<div class="by"><b>${name}</b><span class="app">APP</span><span class="time">10:24</span></div>
${messages.map(({ blocks }) => drawBlocks(blocks))}</div></div>`;
}

/** A form over the conversation, with its buttons. */
export function slackModal({ title, blocks, close, submit }: types.ModalView): Html {
	return html`<div class="modal"><div class="bar"><b dir="auto">${plainText(title)}</b></div><div class="form">${drawBlocks(blocks)}</div>
<div class="foot">${close && html`<span class="button default">${plainText(close)}</span>`}${
		submit && html`<span class="button primary">${plainText(submit)}</span>`
	}</div></div>`;
}

/** The app's home. */
export function slackHome({ blocks }: types.HomeView): Html {
	return html`<div class="home">${drawBlocks(blocks)}</div>`;
}
