import {
	type APIInteraction,
	ApplicationIntegrationType,
	ChannelType,
	type GatewayMessageCreateDispatchData,
	InteractionContextType,
	PermissionFlagsBits,
} from "discord.js";
import type { Asker, CannotPost } from "../../../src/domain/chat.ts";
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
		direct: interaction.context === InteractionContextType.BotDM,
		cannotPost: whyNotPost(interaction),
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
		direct: !message.guild_id,
	};
}

/**
 * A command can be given where the bot is no member: in a server that it was not added to, by whoever
 * installed it for himself, and in conversations of other people.
 */
function whyNotPost(interaction: APIInteraction): CannotPost | undefined {
	const { context, guild_id, app_permissions, authorizing_integration_owners } = interaction;
	if (context === InteractionContextType.BotDM) return undefined;
	if (context === InteractionContextType.PrivateChannel) return "no_member";
	// Where Discord does not say who installed it, it is a member.
	const owners = authorizing_integration_owners;
	const isMember = !owners || owners[ApplicationIntegrationType.GuildInstall] === guild_id;
	if (guild_id && !isMember) return "no_member";
	const { ViewChannel, SendMessages, Administrator } = PermissionFlagsBits;
	if (!/^\d{1,30}$/.test(app_permissions ?? "")) return undefined;
	const granted = BigInt(app_permissions);
	const needed = ViewChannel | SendMessages;
	const mayWrite = (granted & needed) === needed || (granted & Administrator) !== 0n;
	return mayWrite ? undefined : "not_allowed";
}

function manages(permissions: string | undefined): boolean {
	if (!permissions || !/^\d{1,30}$/.test(permissions)) return false;
	const { Administrator, ManageGuild } = PermissionFlagsBits;
	return (BigInt(permissions) & (Administrator | ManageGuild)) !== 0n;
}
