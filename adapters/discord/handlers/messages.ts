import type { APIMessage } from "discord.js";
import type { Asker, Incoming, Reply } from "../../../src/domain/chat.ts";
import { typedIn } from "../../../src/domain/typed-in.ts";
import { readCustomId } from "../layout/controls.ts";
import { controlsIn, type MessageBody } from "../layout/message.ts";
import { layOutNotice } from "../layout/notice.ts";
import { codes } from "../limits.ts";
import { isRefused, type Sent } from "../wire/wire.ts";
import {
	isAddressed,
	isNamingByEdit,
	isReplyTo,
	isSaid,
	type Message,
	type Self,
	textOf,
} from "./addressed.ts";
import { type Answering, amendedOf, messagesOf, replyOf } from "./answering.ts";
import { authorOf, channelOf } from "./asker.ts";
import { aboveIn, Starters } from "./starters.ts";

/** A faster answer needs no "searching…" before it. */
const placeholderAfterMs = 500;

/** An answer and the message that holds it, where there is one that the bot may edit. */
type Answered = { id: string | null; reply: Reply };

/** What is known of a channel: its kind, and of a thread its channel. */
export type ChannelFacts = { id: string; type?: number; parent_id?: string | null };

export type MessageParts = Answering & {
	/** The bot in this guild; in none, itself alone. */
	self(guild: string | undefined): Self;
	/** What the gateway told of a channel. */
	channel(id: string): ChannelFacts;
	/** Whether the bot goes on in its own threads without being named. */
	followUps: boolean;
};

/** Answers what people write: a mention, a reply to the bot, a direct message. */
export class Messages {
	readonly #parts: MessageParts;
	readonly #starters: Starters;

	constructor(parts: MessageParts) {
		this.#parts = parts;
		this.#starters = new Starters(parts.wire, () => parts.self(undefined).id);
	}

	async handle(message: Message): Promise<void> {
		if (!isSaid(message)) return;
		const self = this.#parts.self(message.guild_id);
		const asker = this.#asker(message, self.id);
		const incoming = isAddressed(message, self)
			? await this.#read(message, self, asker)
			: await this.#goesOn(message, self, asker);
		if (!incoming) return;
		let answered: Answered | undefined;
		await this.#parts.desk.once("discord", message.id, async () => {
			answered = await this.#answer(message, incoming, asker);
		});
		// The answer is there: what is added to it is no reason to answer again.
		if (answered) await this.#amend(asker, answered);
	}

	/** An edit may name the bot only now; a message that was answered already is answered no more. */
	async edited(message: Partial<Message>): Promise<void> {
		const self = this.#parts.self(message.guild_id);
		if (isNamingByEdit(message, self)) await this.handle(message);
	}

	/** What it asks, with the message above it where that is meant. */
	async #read(message: Message, self: Self, asker: Asker): Promise<Incoming> {
		const text = textOf(message, self);
		const { referenced_message: referenced } = message;
		if (referenced && referenced.author.id !== self.id) {
			const above = aboveIn(referenced, self.id);
			// A bare mention under somebody's message asks about that message.
			if (!text && above && "text" in above) return { kind: "about", text: above.text };
			if (above) return { kind: "message", text, above: { ...above, chosen: true } };
			const means = await this.#parts.desk.pointsAbove(text, asker);
			return { kind: "message", text, ...(means ? { above: null } : {}) };
		}
		const { channel, thread } = asker.place;
		const isBegun = !referenced && thread !== null && channelOf(asker.place) === thread;
		if (!isBegun || !(await this.#parts.desk.pointsAbove(text, asker)))
			return { kind: "message", text };
		const starter = await this.#starters.of(channel, thread);
		return { kind: "message", text, above: starter?.above ?? null };
	}

	/** In a thread of the bot's own, what goes on from its answers; null where nobody asked it. */
	async #goesOn(message: Message, self: Self, asker: Asker): Promise<Incoming | null> {
		const { desk, followUps } = this.#parts;
		const { channel, thread } = asker.place;
		if (!followUps || thread === null || channelOf(asker.place) !== thread) return null;
		if (message.mentions.length > 0 || message.referenced_message) return null;
		const text = textOf(message, self);
		if (!text) return null;
		const starter = await this.#starters.of(channel, thread);
		if (!starter?.own || !(await desk.goesOn(text, asker, starter.above))) return null;
		return { kind: "message", text, ...(starter.above ? { above: starter.above } : {}) };
	}

	#asker(message: Message, self: string): Asker {
		return authorOf(
			message,
			this.#parts.channel(message.channel_id),
			conversationOfReply(message, self),
		);
	}

	/** The message that holds the answer; nothing where there is none that could be edited. */
	async #answer(message: Message, incoming: Incoming, asker: Asker): Promise<Answered | undefined> {
		const { desk, say, sleep } = this.#parts;
		const answering = replyOf(this.#parts, incoming, asker);
		const quick = await Promise.race([answering, sleep(placeholderAfterMs).then(() => null)]);
		const shown = { audience: "channel" } as const;
		if (quick) {
			const id = await this.#deliver(message, asker, messagesOf(quick, asker, shown, say));
			return { id, reply: quick };
		}
		const language = await desk.language(asker, typedIn(incoming));
		const [searching] = layOutNotice(desk.notice("searching", language));
		const placed = searching ? await this.#post(message, searching, 0) : null;
		const reply: Reply = await answering;
		const messages = messagesOf(reply, asker, shown, say);
		const [first, ...more] = messages;
		if (!first) return undefined;
		// Whether "searching…" is there is not known: the answer has to come all the same.
		if (!placed?.ok) return { id: await this.#deliver(message, asker, messages, 1), reply };
		const { wire } = this.#parts;
		const edited = await wire.edit(channelOf(asker.place), placed.id, first);
		if (edited.ok) {
			await this.#deliver(message, asker, more, 1);
			return { id: placed.id, reply };
		}
		// Somebody deleted "searching…": the answer comes as a message of its own.
		if (isRefused(edited.failure, codes.unknownMessage))
			return { id: await this.#deliver(message, asker, messages, 1), reply };
		this.#unshown(edited);
		return undefined;
	}

	/** Puts what came late into the answer; a failure leaves it as it is. */
	async #amend(asker: Asker, { id, reply }: Answered): Promise<void> {
		const { say, wire } = this.#parts;
		if (id === null) return;
		const amended = await amendedOf(reply, asker, { audience: "channel" }, say);
		if (amended) await wire.edit(channelOf(asker.place), id, amended);
	}

	/**
	 * Posts under the question; where the bot may not, the asker alone is told so, and answered. The id of
	 * the first message, or null where not all are there.
	 */
	async #deliver(
		question: Message,
		asker: Asker,
		messages: MessageBody[],
		from = 0,
	): Promise<string | null> {
		let first: string | null = null;
		for (const [at, body] of messages.entries()) {
			const sent = await this.#post(question, body, from + at);
			if (sent.ok) {
				first ??= sent.id;
				continue;
			}
			const { missingAccess, missingPermissions, threadArchived } = codes;
			const isClosed = isRefused(sent.failure, missingAccess, missingPermissions, threadArchived);
			if (isClosed && question.guild_id) await this.#tell(question, asker, messages.slice(at));
			else this.#unshown(sent);
			return null;
		}
		return first;
	}

	async #tell(question: Message, asker: Asker, messages: MessageBody[]): Promise<void> {
		const { desk, wire } = this.#parts;
		const language = await desk.language(asker, { text: question.content });
		const why = layOutNotice(desk.notice("cannot_post", language));
		for (const [at, body] of [...why, ...messages].entries()) {
			const sent = await wire.tell(question.author.id, body, `${question.id}-p${at}`);
			if (!sent.ok) return this.#unshown(sent);
		}
	}

	/** `at` numbers the messages under a question, each under a key of its own. */
	async #post(question: Message, body: MessageBody, at: number): Promise<Sent> {
		const { wire } = this.#parts;
		const nonce = at === 0 ? question.id : `${question.id}-${at}`;
		const sent = await wire.post(question.channel_id, body, nonce, question.id);
		// Without the right to read the history nothing can be replied to, but something said.
		return !sent.ok && isRefused(sent.failure, codes.cannotReply)
			? wire.post(question.channel_id, body, nonce)
			: sent;
	}

	#unshown(sent: Sent & { ok: false }): void {
		const { failure } = sent;
		this.#parts.log("warn", "An answer to a message could not be shown.", {
			why: failure.kind,
			code: failure.kind === "refused" ? failure.code : null,
		});
	}
}

/** The message that began it: follow-ups by reply find it in the buttons of the answer. */
function conversationOfReply(message: Message, self: string): string {
	const referenced = message.referenced_message;
	if (!referenced || !isReplyTo(message, self)) return message.id;
	return conversationIn(referenced) ?? referenced.id;
}

function conversationIn(message: APIMessage): string | null {
	for (const id of controlsIn(message)) {
		const conversation = readCustomId(id)?.conversation;
		if (conversation) return conversation;
	}
	return null;
}
