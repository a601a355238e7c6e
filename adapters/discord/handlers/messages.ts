import { type APIMessage, type GatewayMessageCreateDispatchData, MessageType } from "discord.js";
import type { Incoming, Reply } from "../../../src/domain/chat.ts";
import { readCustomId } from "../layout/controls.ts";
import { controlsIn, type MessageBody } from "../layout/message.ts";
import { layOutNotice } from "../layout/notice.ts";
import { codes } from "../limits.ts";
import { isRefused, type Sent } from "../wire/wire.ts";
import { type Answering, messagesOf, replyOf, typedIn } from "./answering.ts";
import { authorOf, channelOf } from "./asker.ts";

/** A faster answer needs no "searching…" before it. */
const placeholderAfterMs = 500;

type Message = GatewayMessageCreateDispatchData;
/** What is known of a channel: its kind, and of a thread its channel. */
export type ChannelFacts = { id: string; type?: number; parent_id?: string | null };

/** Answers what people write: a mention, a reply to the bot, a direct message. */
export class Messages {
	readonly #parts: Answering;
	readonly #self: () => string;
	readonly #channel: (id: string) => ChannelFacts;

	/** `self`: the bot's own id; `channel`: what the gateway told of a channel. */
	constructor(parts: Answering, self: () => string, channel: (id: string) => ChannelFacts) {
		this.#parts = parts;
		this.#self = self;
		this.#channel = channel;
	}

	async handle(message: Message): Promise<void> {
		const incoming = this.#read(message);
		if (!incoming) return;
		await this.#parts.desk.once("discord", message.id, () => this.#answer(message, incoming));
	}

	/** What it asks; null where it is not addressed to the bot, or is a bot's. */
	#read(message: Message): Incoming | null {
		const self = this.#self();
		if (message.author.bot || message.webhook_id) return null;
		if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return null;
		const named = message.mentions.some(({ id }) => id === self);
		const referenced = message.referenced_message;
		const answersUs = referenced?.author.id === self && message.content.trim() !== "";
		if (message.guild_id && !named && !answersUs) return null;
		const text = message.content.replace(new RegExp(`<@!?${self}>`, "g"), " ").trim();
		// A bare mention under somebody's message asks about that message.
		if (!text && referenced?.content && referenced.author.id !== self)
			return { kind: "about", text: referenced.content };
		return { kind: "message", text };
	}

	async #answer(message: Message, incoming: Incoming): Promise<void> {
		const { desk, say, sleep } = this.#parts;
		const asker = authorOf(message, this.#channel(message.channel_id), this.#conversation(message));
		const answering = replyOf(this.#parts, incoming, asker);
		const quick = await Promise.race([answering, sleep(placeholderAfterMs).then(() => null)]);
		const shown = { audience: "channel" } as const;
		if (quick) {
			await this.#post(message, messagesOf(quick, asker, shown, say));
			return;
		}
		const language = await desk.language(asker, typedIn(incoming));
		const [searching] = layOutNotice(desk.notice("searching", language));
		const placed = searching ? await this.#post(message, [searching]) : null;
		const reply: Reply = await answering;
		const messages = messagesOf(reply, asker, shown, say);
		const [first, ...more] = messages;
		if (!first) return;
		if (!placed?.ok) {
			// Whether "searching…" is there is not known: the answer has to come all the same.
			if (placed?.failure.kind !== "refused") await this.#post(message, messages, 1);
			return;
		}
		const { wire } = this.#parts;
		const channel = channelOf(asker.place);
		const edited = await wire.edit(channel, placed.id, first);
		if (edited.ok) await this.#post(message, more, 1);
		// Somebody deleted "searching…": the answer comes as a message of its own.
		else if (isRefused(edited.failure, codes.unknownMessage))
			await this.#post(message, messages, 1);
		else this.#unshown(edited);
	}

	/** Posts under the question; `from` numbers the messages, each under a key of its own. */
	async #post(question: Message, messages: MessageBody[], from = 0): Promise<Sent | null> {
		const { wire } = this.#parts;
		let first: Sent | null = null;
		for (const [at, body] of messages.entries()) {
			const nonce = from + at === 0 ? question.id : `${question.id}-${from + at}`;
			let sent = await wire.post(question.channel_id, body, nonce, question.id);
			// Without the right to read the history nothing can be replied to, but something said.
			if (!sent.ok && isRefused(sent.failure, codes.cannotReply))
				sent = await wire.post(question.channel_id, body, nonce);
			first ??= sent;
			if (!sent.ok) {
				this.#unshown(sent);
				break;
			}
		}
		return first;
	}

	#unshown(sent: Sent & { ok: false }): void {
		const { failure } = sent;
		this.#parts.log("warn", "An answer to a message could not be shown.", {
			why: failure.kind,
			code: failure.kind === "refused" ? failure.code : null,
		});
	}

	/** The message that began it: follow-ups by reply find it in the buttons of the answer. */
	#conversation(message: Message): string {
		const referenced = message.referenced_message;
		if (referenced?.author.id !== this.#self()) return message.id;
		return conversationIn(referenced) ?? referenced.id;
	}
}

function conversationIn(message: APIMessage): string | null {
	for (const id of controlsIn(message)) {
		const conversation = readCustomId(id)?.conversation;
		if (conversation) return conversation;
	}
	return null;
}
