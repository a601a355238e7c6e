import type { Message } from "../layout/message.ts";
import { limits } from "../limits.ts";
import type { Sleep } from "./pace.ts";

const timeoutMs = 15_000;
const pausesMs = [300, 1_000, 3_000];
const longestWaitMs = 60_000;

export type ResponseParts = {
	now(): number;
	sleep: Sleep;
	/** When Slack made the address, in milliseconds; now where absent. */
	since?: number;
};

/** `lost`: it may have arrived; `over`: surely not, and this address takes no more. */
export type ResponseOutcome = "sent" | "lost" | "over";

type ResponseOptions = { visible?: boolean; thread?: string | null; replace?: boolean };

/**
 * Where Slack takes the answers to one command or click: five messages within thirty minutes. The
 * SDK's `respond` repeats nothing; here a 429 is waited for, and a 5xx repeated.
 */
export class ResponseUrl {
	readonly #url: string;
	readonly #parts: ResponseParts;
	readonly #until: number;
	#left: number = limits.responseUses;

	constructor(url: string, parts: ResponseParts) {
		this.#url = url;
		this.#parts = parts;
		this.#until = (parts.since ?? parts.now()) + limits.responseMs;
	}

	/** What is refused for its blocks is sent in the plainer form that it has. */
	async send(message: Message, options: ResponseOptions = {}): Promise<ResponseOutcome> {
		const { text, blocks, plain } = message;
		const outcome = await this.#send({ text, blocks }, options);
		if (outcome !== "refused") return outcome;
		const plainer = plain ? await this.#send({ text, blocks: plain }, options) : "over";
		return plainer === "refused" ? "over" : plainer;
	}

	async #send(
		content: Pick<Message, "text" | "blocks">,
		options: ResponseOptions,
	): Promise<ResponseOutcome | "refused"> {
		const { now, sleep } = this.#parts;
		const body = JSON.stringify({
			...content,
			response_type: options.visible ? "in_channel" : "ephemeral",
			replace_original: options.replace ?? false,
			unfurl_links: false,
			unfurl_media: false,
			...(options.thread ? { thread_ts: options.thread } : {}),
		});
		for (let tries = 0; this.#left > 0 && now() < this.#until; tries++) {
			const answered = await this.#post(body);
			if (answered === null) {
				this.#left--;
				return "lost";
			}
			if (answered.status === 200) {
				this.#left--;
				return "sent";
			}
			if (answered.status === 400) {
				this.#left--;
				return "refused";
			}
			const wait =
				answered.status === 429
					? answered.retryAfterMs
					: answered.status >= 500
						? pausesMs[tries]
						: undefined;
			if (wait === undefined || wait > longestWaitMs || tries >= pausesMs.length) return "over";
			await sleep(wait);
		}
		return "over";
	}

	async #post(body: string): Promise<{ status: number; retryAfterMs: number } | null> {
		try {
			const response = await fetch(this.#url, {
				method: "POST",
				headers: { "content-type": "application/json; charset=utf-8" },
				body,
				redirect: "error",
				signal: AbortSignal.timeout(timeoutMs),
			});
			await response.arrayBuffer();
			const seconds = Number(response.headers.get("retry-after") ?? 1);
			return {
				status: response.status,
				retryAfterMs: (Number.isFinite(seconds) ? Math.max(1, seconds) : 1) * 1_000,
			};
		} catch {
			return null;
		}
	}
}
