import type { App } from "@slack/bolt";
import type { Incoming } from "../../../src/domain/chat.ts";
import { askerOf, type Context } from "../context.ts";
import { actionIds, readViewValue } from "../layout/controls.ts";
import { acknowledge } from "./acknowledge.ts";
import { takeOn } from "./answering.ts";
import { type Click, clickOf, destinationOf, placeOfClick } from "./click.ts";
import { openDigestAgain } from "./digest.ts";
import { openNarrow } from "./forms/narrow.ts";
import { openWrong } from "./forms/wrong.ts";
import { picture } from "./picture.ts";
import { share } from "./share.ts";
import { vote } from "./vote.ts";

/** Buttons under answers. What comes of a click is shown to who clicked. */
export function onClicks(app: App, context: Context): void {
	const on = (id: string | RegExp, handle: (click: Click) => void | Promise<void>) =>
		app.action(id, async ({ ack, body }) => {
			await acknowledge(ack, context);
			const click = body.type === "block_actions" ? clickOf(body) : null;
			if (click) await handle(click);
		});

	on(actionIds.more, (click) => {
		const at = readViewValue(click.value);
		if (at) reply(context, click, { kind: "more", view: at.view, from: at.number });
	});
	on(actionIds.check, (click) => {
		const at = readViewValue(click.value);
		if (!at) return;
		const { view, number: item } = at;
		// The entry without a number asks how the question was read.
		reply(
			context,
			click,
			item === undefined ? { kind: "reading", view } : { kind: "check_quote", view, item },
		);
	});
	on(actionIds.share, (click) => share(context, click));
	on(actionIds.picture, (click) => picture(context, click));
	on(actionIds.narrow, (click) => openNarrow(context, click));
	on(actionIds.digest, (click) => openDigestAgain(context, click));
	on(actionIds.wrong, (click) => openWrong(context, click));
	// One for the block of the thumbs; one each for the buttons that may stand in its place.
	on(new RegExp(`^${actionIds.vote}(_right|_wrong)?$`), (click) => vote(context, click));
}

function reply(context: Context, click: Click, incoming: Incoming): void {
	takeOn(context, {
		delivery: click.delivery,
		incoming,
		asker: () => askerOf(context, placeOfClick(click), click.person, false),
		destination: destinationOf(context, click),
	});
}
