import type { Asker, CannotPost } from "../../../src/domain/chat.ts";
import type { Place } from "../../../src/domain/place.ts";
import { askerOf, type Context, isDirect } from "../context.ts";

/** Slack's codes for a channel that the bot does not see: what it cannot read it cannot post to either. */
const notThere: readonly string[] = ["not_in_channel", "channel_not_found"];

/**
 * Who asks for something that the bot is to post of its own accord, and whether it can there. A command
 * can be given in channels and conversations of which the bot is no member.
 */
export async function askerWhoPosts(
	context: Context,
	place: Place,
	person: string,
): Promise<Asker> {
	const [asker, cannotPost] = await Promise.all([
		askerOf(context, place, person, true),
		whyNot(context, place.channel),
	]);
	// A conversation of two people is none with the bot.
	const direct = isDirect(place.channel) && cannotPost === undefined;
	return { ...asker, direct, cannotPost };
}

/** Where Slack does not say, nothing is refused: the post will tell. */
async function whyNot({ api }: Context, channel: string): Promise<CannotPost | undefined> {
	const read = await api.attempt(() => api.client.conversations.history({ channel, limit: 1 }));
	if (read.ok || read.failure.kind !== "refused") return undefined;
	return notThere.includes(read.failure.error) ? "no_member" : undefined;
}
