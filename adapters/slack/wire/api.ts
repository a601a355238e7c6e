import { webApi } from "@slack/bolt";
import type { IsnadError } from "../../../src/domain/errors.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import { type TokenAnswer, TokenWatch } from "../../shared/token-watch.ts";
import { type Form, formsOf, type Shown } from "../layout/forms.ts";
import type { Message } from "../layout/message.ts";
import { eventTypes, findPost, postArguments } from "../posts.ts";
import { checkedFetch } from "./checked-fetch.ts";
import {
	type Failure,
	failureOf,
	isUnknownBlock,
	SlackFailure,
	tokenError,
	waitOf,
} from "./failure.ts";
import type { ChannelPace, Sleep } from "./pace.ts";
import { quietLogger } from "./sdk-log.ts";

/** Tries of what may be repeated, and the pause before each but the first, in milliseconds. */
const pausesMs = [300, 1_000, 3_000];
/** A wait that Slack asks for; longer ones are refused as failures, and nobody waits for the answer. */
const longestWaitMs = 120_000;
const timeoutMs = 15_000;

export type Client = webApi.WebClient;

/**
 * A client that never repeats anything by itself: by default the SDK sends a request ten times, and
 * one lost reply then makes several messages of one. What may be repeated is decided here.
 */
export function createClient(
	token: string | undefined,
	options: { apiUrl?: string | undefined; log: Logger; signal?: AbortSignal },
): Client {
	const { apiUrl, log, signal } = options;
	return new webApi.WebClient(token, {
		...(apiUrl ? { slackApiUrl: apiUrl } : {}),
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		timeout: timeoutMs,
		logger: quietLogger(log),
		fetch: checkedFetch(signal),
	});
}

export type Posted = { channel: string; ts: string };

export type PostArguments = Message & {
	channel: string;
	thread?: string | null;
	/** Names the post: it is looked for in the channel after a reply was lost. */
	key: string;
	/** It may have been posted since then: the channel is asked first. Milliseconds since the epoch. */
	since?: number;
};

/** The Web API as the adapter uses it: what is safe is repeated, what is not is asked after. */
export class SlackApi {
	readonly client: Client;
	readonly #pace: ChannelPace;
	readonly #sleep: Sleep;
	readonly #now: () => number;
	readonly #token: TokenWatch;
	/** Kinds of blocks that this Slack does not know. */
	readonly #unknown = new Set<Form["without"][number]>();

	constructor(parts: {
		client: Client;
		pace: ChannelPace;
		sleep: Sleep;
		now: () => number;
		/** Told once where Slack refuses the token each time that it is asked. */
		onFatal(error: IsnadError): void;
		/** Before each such question, in milliseconds. */
		tokenPausesMs?: readonly number[] | undefined;
	}) {
		this.client = parts.client;
		this.#pace = parts.pace;
		this.#sleep = parts.sleep;
		this.#now = parts.now;
		this.#token = new TokenWatch({
			ask: () => this.#askToken(),
			sleep: parts.sleep,
			onRefused: parts.onFatal,
			...(parts.tokenPausesMs ? { pausesMs: parts.tokenPausesMs } : {}),
		});
	}

	/** Reading, or a change that is the same when it is made twice. Errors: `SlackFailure`. */
	async repeatable<T>(call: () => Promise<T>): Promise<T> {
		for (let tries = 0; ; tries++) {
			const done = await this.attempt(call);
			if (done.ok) return done.value;
			await this.#pause(done.failure, tries);
		}
	}

	/** What must not be done twice and cannot be asked after: repeated only where it surely was not done. */
	async single<T>(call: () => Promise<T>): Promise<T> {
		for (let tries = 0; ; tries++) {
			const done = await this.attempt(call);
			if (done.ok) return done.value;
			const { kind } = done.failure;
			if (kind !== "limited" && kind !== "unsent") throw new SlackFailure(done.failure);
			await this.#pause(done.failure, tries);
		}
	}

	/** A message for everybody, at the channel's pace, once. Errors: `SlackFailure`. */
	post(message: PostArguments): Promise<Posted> {
		return this.taking(message, (taken) =>
			this.#pace.run(message.channel, () => this.#postOnce({ ...message, ...taken })),
		);
	}

	/**
	 * Sends a message as it is; where Slack does not know one of its blocks, as an older server does not,
	 * in a plainer form, then and afterwards. Errors: those of `send`.
	 */
	async taking<T>(message: Message, send: (taken: Shown) => Promise<T>): Promise<T> {
		const forms = formsOf(message);
		const last = forms.at(-1)?.without ?? [];
		const isTaken = ({ without }: Form) =>
			last.every((kind) => without.includes(kind) || !this.#unknown.has(kind));
		for (let at = Math.max(0, forms.findIndex(isTaken)); ; at++) {
			const { without, ...taken } = forms[at] as Form;
			try {
				const sent = await send(taken);
				for (const kind of without) this.#unknown.add(kind);
				return sent;
			} catch (error) {
				if (at + 1 >= forms.length || !isUnknownBlock(error)) throw error;
			}
		}
	}

	async #postOnce({
		key,
		thread,
		since: doubtedSince,
		...message
	}: PostArguments): Promise<Posted> {
		const since = doubtedSince ?? this.#now();
		const { channel } = message;
		const sought = { channel, thread: thread ?? null, type: eventTypes.answer, key, since };
		const doubted: Failure = { kind: "unknown", reason: "an earlier try" };
		const earlier = doubtedSince === undefined ? null : await this.#find(sought, doubted);
		if (earlier) return { channel, ts: earlier };
		for (let tries = 0; ; tries++) {
			const done = await this.attempt(() =>
				this.client.chat.postMessage(
					postArguments({ ...message, thread }, { type: eventTypes.answer, key }),
				),
			);
			const ts = done.ok ? done.value.ts : undefined;
			if (done.ok && ts) return { channel: done.value.channel ?? message.channel, ts };
			const failure: Failure = done.ok ? { kind: "unknown", reason: "no message" } : done.failure;
			await this.#pause(failure, tries);
			if (failure.kind !== "unknown") continue;
			// Without an answer from the channel nothing is posted again: a double is worse than a gap.
			const found = await this.#find(sought, failure);
			if (found) return { channel, ts: found };
		}
	}

	/** Where the channel does not tell, what became of the post stays unknown, whatever it says of itself. */
	async #find(sought: Parameters<typeof findPost>[1], failure: Failure): Promise<string | null> {
		try {
			return await findPost(this, sought);
		} catch (error) {
			if (error instanceof SlackFailure) throw new SlackFailure(failure);
			throw error;
		}
	}

	/** One try. Where the token is refused Slack is asked about it, and `onFatal` told what it says. */
	async attempt<T>(
		call: () => Promise<T>,
	): Promise<{ ok: true; value: T } | { ok: false; failure: Failure }> {
		try {
			return { ok: true, value: await call() };
		} catch (error) {
			const failure = failureOf(error);
			if (tokenError(failure, "SLACK_BOT_TOKEN")) this.#token.suspect();
			return { ok: false, failure };
		}
	}

	/** Asks about the token no more. */
	stop(): void {
		this.#token.stop();
	}

	async #askToken(): Promise<TokenAnswer> {
		try {
			return (await this.client.auth.test()).user_id ? "taken" : "unknown";
		} catch (error) {
			return tokenError(failureOf(error), "SLACK_BOT_TOKEN") ?? "unknown";
		}
	}

	async #pause(failure: Failure, tries: number): Promise<void> {
		const pause = failure.kind === "limited" ? waitOf(failure) : pausesMs[tries];
		const hopeless = failure.kind === "refused" || tries >= pausesMs.length;
		if (hopeless || pause === undefined || pause > longestWaitMs) throw new SlackFailure(failure);
		await this.#sleep(pause);
	}
}
