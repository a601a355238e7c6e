import {
	type APIApplicationCommandOptionChoice,
	type APIDMChannel,
	type APIMessage,
	type APIModalInteractionResponseCallbackData,
	InteractionResponseType,
	MessageFlags,
	type RawFile,
	type REST,
	Routes,
} from "discord.js";
import type { Metrics } from "../../../src/domain/metrics.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import type { MessageBody } from "../layout/message.ts";
import { codes } from "../limits.ts";
import { isId, NoAnswer } from "./history.ts";
import { closeRest, createRest, type Failure, failureOf } from "./rest.ts";

/** What names an interaction at Discord. */
export type Handle = { id: string; token: string; application_id: string };

/** The message that was made or changed, or why there is none. */
export type Sent = { ok: true; id: string } | { ok: false; failure: Failure };

export type WireParts = {
	token: string;
	api: string | undefined;
	log: Logger;
	sleep(ms: number): Promise<void>;
	/** Called where Discord says that it does not know the token. */
	onUnauthorized(): void;
	metrics?: Pick<Metrics, "acknowledged"> | undefined;
};

/** Pauses before a request is made again, where making it again does no harm. */
const pausesMs = [250, 750, 2_000, 5_000];

/** Everything that the adapter sends to Discord. Each call tells what came of it; none throws. */
export class Wire {
	readonly #parts: WireParts;
	/** With the token: messages of channels. discord.js keeps to 50 requests a second. */
	readonly #bot: REST;
	/** Interactions are not counted among those 50 (rate limit page), so nothing waits for them. */
	readonly #hooks: REST;

	constructor(parts: WireParts) {
		this.#parts = parts;
		this.#bot = createRest(parts.api).setToken(parts.token);
		this.#hooks = createRest(parts.api, { globalRequestsPerSecond: Number.POSITIVE_INFINITY });
	}

	/** "Thinking…", for the asker alone or for all: that cannot be changed afterwards. */
	defer(handle: Handle, audience: "asker" | "channel"): Promise<Sent> {
		const flags = audience === "asker" ? MessageFlags.Ephemeral : 0;
		const type = InteractionResponseType.DeferredChannelMessageWithSource;
		return this.#callback(handle, { type, data: { flags } });
	}

	/** The click is taken note of, and nothing changes. */
	ignore(handle: Handle): Promise<Sent> {
		return this.#callback(handle, { type: InteractionResponseType.DeferredMessageUpdate });
	}

	form(handle: Handle, data: APIModalInteractionResponseCallbackData): Promise<Sent> {
		return this.#callback(handle, { type: InteractionResponseType.Modal, data });
	}

	choices(handle: Handle, choices: APIApplicationCommandOptionChoice<string>[]): Promise<Sent> {
		const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
		return this.#callback(handle, { type, data: { choices } });
	}

	async #callback(handle: Handle, body: object): Promise<Sent> {
		const route = Routes.interactionCallback(handle.id, handle.token);
		const begun = performance.now();
		const sent = await this.#safely(() => this.#hooks.post(route, { body, auth: false }));
		this.#parts.metrics?.acknowledged(
			{ platform: "discord", outcome: sent.ok ? "taken" : "lost" },
			(performance.now() - begun) / 1_000,
		);
		// A first try whose reply was lost had done it.
		if (!sent.ok && isRefused(sent.failure, codes.alreadyAcknowledged)) return { ok: true, id: "" };
		return sent;
	}

	/** Puts the answer where "thinking…" stands. */
	fill(handle: Handle, message: MessageBody, files: RawFile[] = []): Promise<Sent> {
		const route = Routes.webhookMessage(handle.application_id, handle.token, "@original");
		return this.#safely(() => this.#hooks.patch(route, { body: message, files, auth: false }));
	}

	/** A further message under an interaction; not repeated, since Discord knows no key for it. */
	follow(handle: Handle, message: MessageBody, audience: "asker" | "channel"): Promise<Sent> {
		const route = Routes.webhook(handle.application_id, handle.token);
		const flags = message.flags | (audience === "asker" ? MessageFlags.Ephemeral : 0);
		return this.#once(() => this.#hooks.post(route, { body: { ...message, flags }, auth: false }));
	}

	/**
	 * A message in a channel. Posted again under the same nonce, Discord returns the first one, so that
	 * a lost reply makes no second message.
	 */
	post(channel: string, message: MessageBody, nonce: string, replyTo?: string): Promise<Sent> {
		const route = Routes.channelMessages(channel);
		const body = {
			...message,
			nonce,
			enforce_nonce: true,
			...(replyTo ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {}),
		};
		return this.#safely(async () => {
			const posted = (await this.#bot.post(route, { body })) as Partial<APIMessage> | null;
			// What is no message was not answered by Discord: it is posted again under the same nonce.
			if (!isId(posted?.id)) throw new NoAnswer();
			return posted;
		});
	}

	edit(channel: string, id: string, message: MessageBody): Promise<Sent> {
		return this.#safely(() =>
			this.#bot.patch(Routes.channelMessage(channel, id), { body: message }),
		);
	}

	/** A message of a channel; null where Discord does not give it. */
	async read(channel: string, id: string): Promise<APIMessage | null> {
		let message: Partial<APIMessage> | null = null;
		const sent = await this.#once(async () => {
			message = (await this.#bot.get(Routes.channelMessage(channel, id))) as Partial<APIMessage>;
			return message;
		});
		const { author, mentions, content } = (message ?? {}) as Partial<APIMessage>;
		const isWhole = sent.ok && author && Array.isArray(mentions) && typeof content === "string";
		return isWhole ? (message as unknown as APIMessage) : null;
	}

	/** A message to a person, directly. */
	async tell(person: string, message: MessageBody, nonce: string): Promise<Sent> {
		try {
			const body = { recipient_id: person };
			const channel = (await this.#bot.post(Routes.userChannels(), { body })) as APIDMChannel;
			return await this.post(channel.id, message, nonce);
		} catch (error) {
			return { ok: false, failure: failureOf(error) };
		}
	}

	close(): void {
		closeRest(this.#bot);
		closeRest(this.#hooks);
	}

	async #once(request: () => Promise<unknown>): Promise<Sent> {
		try {
			const message = (await request()) as Partial<APIMessage> | undefined;
			return { ok: true, id: message?.id ?? "" };
		} catch (error) {
			const failure = failureOf(error);
			if (failure.kind === "unauthorized") this.#parts.onUnauthorized();
			return { ok: false, failure };
		}
	}

	/** For requests that do the same however often they are made. */
	async #safely(request: () => Promise<unknown>): Promise<Sent> {
		for (let tries = 0; ; tries++) {
			const sent = await this.#once(request);
			const pause = pausesMs[tries];
			if (sent.ok || sent.failure.kind === "refused" || pause === undefined) return sent;
			this.#parts.log("debug", "Discord did not answer; the request is made again.", {
				reason: sent.failure.kind,
			});
			await this.#parts.sleep(pause);
		}
	}
}

export function isRefused(failure: Failure, ...among: number[]): boolean {
	return failure.kind === "refused" && among.includes(failure.code);
}
