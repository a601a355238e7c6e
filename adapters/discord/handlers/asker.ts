import {
	type APIInteraction,
	ChannelType,
	type GatewayMessageCreateDispatchData,
	PermissionFlagsBits,
} from "discord.js";
import type { Asker } from "../../../src/domain/chat.ts";
import type { Place } from "../../../src/domain/place.ts";

/** Marks the id of a conversation that is no thread of Discord's: replies to a message. */
const replies = "replies:";

const threads: readonly ChannelType[] = [
	ChannelType.AnnouncementThread,
	ChannelType.PublicThread,
	ChannelType.PrivateThread,
];

type Where = { id: string; type?: ChannelType; parent_id?: string | null | undefined };

export function placeOf(space: string | null, channel: Where, conversation: string): Place {
	if (channel.type !== undefined && threads.includes(channel.type))
		return {
			platform: "discord",
			space,
			channel: channel.parent_id ?? channel.id,
			thread: channel.id,
		};
	const thread = space && conversation ? replies + conversation : null;
	return { platform: "discord", space, channel: channel.id, thread };
}

/** The channel, as Discord means it, that a message to this place goes to. */
export function channelOf({ channel, thread }: Place): string {
	return thread === null || thread.startsWith(replies) ? channel : thread;
}

/** What a button has to carry so that follow-ups to its answer find its topic. */
export function conversationOf({ thread }: Place): string {
	return thread?.startsWith(replies) ? thread.slice(replies.length) : "";
}

/** Who did it. `conversation`: of the message that the click is on, or the one that is begun. */
export function askerOf(interaction: APIInteraction, conversation: string): Asker {
	const person = interaction.member?.user ?? interaction.user;
	const channel = (interaction.channel ?? {
		id: interaction.channel_id ?? person?.id ?? "0",
	}) as Where;
	return {
		place: placeOf(interaction.guild_id ?? null, channel, conversation),
		person: person?.id ?? "0",
		// Its locale tells nothing: Discord has no Arabic, so that readers of it have another one.
		admin: manages(interaction.member?.permissions),
	};
}

/** The name that people see; shown, never pinged. */
export function nameOf(interaction: APIInteraction): string {
	const person = interaction.member?.user ?? interaction.user;
	return interaction.member?.nick ?? person?.global_name ?? person?.username ?? "";
}

/**
 * Who wrote a message. Discord does not tell a message's author's rights, so a message changes
 * nothing that is for administrators: the commands do.
 */
export function authorOf(
	message: GatewayMessageCreateDispatchData,
	channel: Where,
	conversation: string,
): Asker {
	return {
		place: placeOf(message.guild_id ?? null, channel, conversation),
		person: message.author.id,
		admin: false,
	};
}

function manages(permissions: string | undefined): boolean {
	if (!permissions || !/^\d{1,30}$/.test(permissions)) return false;
	const { Administrator, ManageGuild } = PermissionFlagsBits;
	return (BigInt(permissions) & (Administrator | ManageGuild)) !== 0n;
}
