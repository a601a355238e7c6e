import { type GatewayMessageCreateDispatchData, MessageType } from "discord.js";

export type Message = GatewayMessageCreateDispatchData;

/** Who the bot is in a guild: itself, and the role that Discord made for it there. */
export type Self = { id: string; role: string | undefined };

/** An edit that comes later than this adds no question: whoever asked has gone on. */
const editedWithinMs = 24 * 3_600_000;

/** Written by a person, as a message of its own or a reply. */
export function isSaid(message: Message): boolean {
	if (message.author.bot || message.webhook_id) return false;
	return message.type === MessageType.Default || message.type === MessageType.Reply;
}

/** It is meant for the bot: it names it or its role, answers one of its messages, or is said to it alone. */
export function isAddressed(message: Message, self: Self): boolean {
	if (!message.guild_id || isNaming(message, self)) return true;
	return isReplyTo(message, self.id) && message.content.trim() !== "";
}

function isNaming({ mentions, mention_roles: roles = [] }: Message, { id, role }: Self): boolean {
	return (
		mentions.some((person) => person.id === id) || (role !== undefined && roles.includes(role))
	);
}

/** It answers a message of this person's. */
export function isReplyTo({ referenced_message: above }: Message, id: string): boolean {
	return above?.author.id === id;
}

/** Whether it names the bot by an edit: its text was changed, and not long after. */
export function isNamingByEdit(message: Partial<Message>, self: Self): message is Message {
	const { author, content, edited_timestamp: edited, timestamp } = message;
	if (!author || content === undefined || !edited || !timestamp || !message.mentions) return false;
	const isFresh = Date.parse(edited) - Date.parse(timestamp) <= editedWithinMs;
	return isFresh && isNaming(message as Message, self);
}

/** What it says, without the bot's name. */
export function textOf({ content }: Message, { id, role }: Self): string {
	const names = new RegExp(`<@(?:!?${id}${role === undefined ? "" : `|&${role}`})>`, "g");
	return content.replace(names, " ").trim();
}
