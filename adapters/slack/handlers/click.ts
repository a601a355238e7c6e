import type { BlockAction } from "@slack/bolt";
import type { Asker } from "../../../src/domain/chat.ts";
import { askerOf, type Context, isDirect, placeOf, responseUrl } from "../context.ts";
import { type Destination, PrivateDestination, ThreadDestination } from "../destination.ts";
import { layNotice } from "../layout/notice.ts";

/** A click on a message: where it stands, who clicked, and what the button holds. */
export type Click = {
	delivery: string;
	team: string | undefined;
	channel: string;
	/** The thread that the message stands in. */
	thread: string | null;
	message: string;
	person: string;
	url: string | undefined;
	value: unknown;
};

export function placeOfClick({ team, channel, thread }: Click) {
	return placeOf(team, channel, isDirect(channel) ? null : thread);
}

/** Who clicked, where neither rights nor a language matter: nothing is waited for. */
export function whoClicked(click: Click): Asker {
	return { place: placeOfClick(click), person: click.person, admin: false };
}

export function destinationOf(context: Context, click: Click, since?: number): Destination {
	const { api, pace } = context;
	const { channel, thread, person, delivery, url } = click;
	if (isDirect(channel) && click.message)
		return new ThreadDestination({
			api,
			channel,
			thread: thread ?? click.message,
			key: delivery,
			direct: true,
		});
	return new PrivateDestination({
		api,
		pace,
		url: responseUrl(context, url, since),
		channel,
		thread,
		person,
		key: delivery,
		command: false,
	});
}

/** Whoever clicked is told where it came to nothing. Errors: those of `work`. */
export async function orTold(
	context: Context,
	click: Click,
	work: () => Promise<void>,
): Promise<void> {
	try {
		await work();
	} catch (error) {
		const { desk } = context;
		const asker = await askerOf(context, placeOfClick(click), click.person, false);
		const notice = layNotice(desk.notice("internal", await desk.language(asker)));
		await destinationOf(context, click).deliver(notice, false);
		throw error;
	}
}

export function clickOf(body: BlockAction): Click | null {
	const { container, channel, actions, trigger_id, user, team, response_url } = body;
	const [action] = actions;
	if (!channel || !action) return null;
	const thread = container["thread_ts"] ?? body.message?.["thread_ts"];
	const hidden = Boolean(container["is_ephemeral"]);
	return {
		delivery: trigger_id,
		team: team?.id,
		channel: channel.id,
		thread: typeof thread === "string" ? thread : null,
		// Nothing can stand under a message that only one person sees.
		message: hidden ? "" : String(container["message_ts"] ?? ""),
		person: user.id,
		url: response_url,
		value: action.type === "static_select" ? action.selected_option.value : held(action),
	};
}

function held(action: object): unknown {
	return "value" in action ? action.value : undefined;
}
