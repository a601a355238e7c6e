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
export function isAddressed(message: Message, { id, role }: Self): boolean {
	if (!message.guild_id) return true;
	if (message.mentions.some((person) => person.id === id)) return true;
	if (role !== undefined && message.mention_roles.includes(role)) return true;
	return isReplyTo(message, id) && message.content.trim() !== "";
}

/** It answers a message of this person's. */
export function isReplyTo({ referenced_message: above }: Message, id: string): boolean {
	return above?.author.id === id;
}

/** Whether an edit may have made it a question: its text was changed, and not long after. */
export function isFreshEdit(message: Partial<Message>): message is Message {
	const { author, content, edited_timestamp: edited, timestamp } = message;
	if (!author || content === undefined || !edited || !timestamp || !message.mentions) return false;
	return Date.parse(edited) - Date.parse(timestamp) <= editedWithinMs;
}

/** What it says, without the bot's name. */
export function textOf({ content }: Message, { id, role }: Self): string {
	const names = new RegExp(`<@(?:!?${id}${role === undefined ? "" : `|&${role}`})>`, "g");
	return content.replace(names, " ").trim();
}
