import type { Language } from "../../src/domain/sets/languages.ts";
import type { Message } from "./layout/message.ts";
import type { Posted, SlackApi } from "./wire/api.ts";
import { isClosed, isUnknownBlock, SlackFailure } from "./wire/failure.ts";
import type { ChannelPace } from "./wire/pace.ts";
import type { ResponseUrl } from "./wire/response-url.ts";

/** Where the reply to one thing goes. Errors of both methods: `SlackFailure`. */
export interface Destination {
	/** Whether only the asker sees it, in a channel with which it may be shared. */
	readonly shareable: boolean;
	/** Whether nobody but the asker sees what is not made visible. */
	readonly confidential: boolean;
	/** Shows that the bot is at work; what is delivered takes its place. */
	pending(message: Message): Promise<void>;
	/** `visible`: for everybody, where the place can do both; `language`: of what has to be said of it. */
	deliver(messages: readonly Message[], visible: boolean, language?: Language): Promise<void>;
	/**
	 * Puts these in the place of what was delivered, where the place lets that be done: as many messages
	 * as these were. What cannot be replaced stays as it is.
	 */
	amend?(messages: readonly Message[]): Promise<void>;
}

export type ThreadParts = {
	api: SlackApi;
	channel: string;
	/** The message under which it stands. */
	thread: string | null;
	/** Names its posts. */
	key: string;
	/** In a direct message Slack has a line of its own for what a bot is doing. */
	direct: boolean;
	/** Where the bot may not write there: whom it tells instead, and why. */
	closed?: { to: Destination; notice(language: Language): readonly Message[] };
};

/** Messages that everybody in the channel sees, or the other half of a direct message. */
export class ThreadDestination implements Destination {
	readonly shareable = false;
	readonly confidential: boolean;
	readonly #parts: ThreadParts;
	#placeholder: Posted | null = null;
	/** What was delivered here, in its order. */
	readonly #delivered: Posted[] = [];

	constructor(parts: ThreadParts) {
		this.confidential = parts.direct;
		this.#parts = parts;
	}

	async pending(message: Message): Promise<void> {
		const { api, channel, thread, direct } = this.#parts;
		if (direct && thread) {
			const status = { channel_id: channel, thread_ts: thread, status: message.text };
			const set = await api.attempt(() => api.client.assistant.threads.setStatus(status));
			if (set.ok) return;
		}
		this.#placeholder = await this.#post(message, 0);
	}

	async deliver(
		messages: readonly Message[],
		_visible: boolean,
		language: Language = "en",
	): Promise<void> {
		const { closed } = this.#parts;
		for (const [at, message] of messages.entries()) {
			try {
				const edited =
					at === 0 && this.#placeholder && (await this.#edit(this.#placeholder, message))
						? this.#placeholder
						: null;
				const posted = edited || (await this.#post(message, at + 1));
				this.#delivered.push(posted);
			} catch (error) {
				if (!closed || !isClosed(error)) throw error;
				const rest = messages.slice(at);
				return closed.to.deliver([...closed.notice(language), ...rest], false);
			}
		}
	}

	async amend(messages: readonly Message[]): Promise<void> {
		if (messages.length !== this.#delivered.length) return;
		for (const [at, message] of messages.entries()) {
			const posted = this.#delivered[at];
			if (posted) await this.#edit(posted, message);
		}
	}

	#post(message: Message, at: number): Promise<Posted> {
		const { api, channel, thread, key } = this.#parts;
		return api.post({ ...message, channel, thread, key: `${key}:${at}` });
	}

	/** False where the placeholder is gone, and the answer has to be posted anew. */
	async #edit({ channel, ts }: Posted, message: Message): Promise<boolean> {
		const { api } = this.#parts;
		try {
			await api.taking(message, (taken) =>
				api.repeatable(() => api.client.chat.update({ channel, ts, ...taken })),
			);
			return true;
		} catch (error) {
			if (error instanceof SlackFailure && error.failure.kind === "refused") return false;
			throw error;
		}
	}
}

export type PrivateParts = {
	api: SlackApi;
	pace: ChannelPace;
	/** Null where Slack gave none. */
	url: ResponseUrl | null;
	channel: string;
	thread: string | null;
	person: string;
	key: string;
	/** For a command. For a click "the original" is the message that was clicked on: never replaced. */
	command: boolean;
};

/**
 * Messages for the asker alone: by way of `response_url`, which needs no membership in the channel;
 * once that is used up or over by `chat.postEphemeral`, and where the bot is no member directly.
 */
export class PrivateDestination implements Destination {
	readonly shareable = true;
	readonly confidential = true;
	readonly #parts: PrivateParts;
	#placed = false;
	/** The original of the response is an answer in one message for the asker alone. */
	#isReplaceable = false;

	constructor(parts: PrivateParts) {
		this.#parts = parts;
	}

	async pending(message: Message): Promise<void> {
		const { url, thread } = this.#parts;
		this.#placed = (await url?.send(message, { thread })) === "sent";
	}

	async deliver(messages: readonly Message[], visible: boolean): Promise<void> {
		const { api, pace, url, channel, thread, command } = this.#parts;
		for (const [at, message] of messages.entries()) {
			const replace = command && this.#placed && at === 0 && !visible;
			const sending = api.taking(message, (taken) => {
				const send = async () => url?.sendKnown(taken, { visible, thread, replace }) ?? "over";
				return visible ? pace.run(channel, send) : send();
			});
			const outcome = await sending.catch((error: unknown) => {
				if (isUnknownBlock(error)) return "over";
				throw error;
			});
			if (outcome === "over") await this.#deliverOtherwise(message, visible, at);
			this.#isReplaceable = command && !visible && messages.length === 1 && outcome === "sent";
		}
	}

	async amend(messages: readonly Message[]): Promise<void> {
		const { api, url, thread } = this.#parts;
		const [message, ...more] = messages;
		if (!url || !message || more.length > 0 || !this.#isReplaceable) return;
		await api.taking(message, (taken) => url.sendKnown(taken, { thread, replace: true }));
	}

	async #deliverOtherwise(message: Message, visible: boolean, at: number): Promise<void> {
		const { api, channel, thread, person, key } = this.#parts;
		const post = { ...message, key: `${key}:${at + 1}` };
		try {
			if (visible) await api.post({ ...post, channel, thread });
			else
				await api.taking(message, (taken) =>
					api.single(() =>
						api.client.chat.postEphemeral({
							channel,
							user: person,
							...taken,
							...(thread ? { thread_ts: thread } : {}),
						}),
					),
				);
		} catch (error) {
			const refused = error instanceof SlackFailure && error.failure.kind === "refused";
			if (!refused) throw error;
			await api.post({ ...post, channel: person });
		}
	}
}
