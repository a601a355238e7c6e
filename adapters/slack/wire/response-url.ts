import type { Shown } from "../layout/forms.ts";
import { limits } from "../limits.ts";
import { SlackFailure } from "./failure.ts";
import type { Sleep } from "./pace.ts";
import { postJson } from "./plain-post.ts";

const timeoutMs = 15_000;
const pausesMs = [300, 1_000, 3_000];
const longestWaitMs = 60_000;

type Answered = { status: number; retryAfterMs: number; unknownBlock: boolean };

export type ResponseParts = {
	now(): number;
	sleep: Sleep;
	/** When Slack made the address, in milliseconds; now where absent. */
	since?: number;
};

/**
 * `lost`: it may have arrived; `refused`: surely not, for one of its blocks; `over`: surely not, and
 * this address takes no more.
 */
export type ResponseOutcome = "sent" | "lost" | "refused" | "over";

type Options = { visible?: boolean; thread?: string | null; replace?: boolean };

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

	async send(message: Shown, options: Options = {}): Promise<ResponseOutcome> {
		const { now, sleep } = this.#parts;
		const body = JSON.stringify({
			...message,
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
			if (answered.unknownBlock) {
				this.#left--;
				return "refused";
			}
			if (answered.status === 200) {
				this.#left--;
				return "sent";
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

	/** The same with an exception for a block that Slack does not know. Errors: `SlackFailure`. */
	async sendKnown(message: Shown, options: Options = {}): Promise<ResponseOutcome> {
		const outcome = await this.send(message, options);
		if (outcome !== "refused") return outcome;
		const failure = { kind: "refused", error: "invalid_blocks", meaning: "refused" } as const;
		throw new SlackFailure(failure);
	}

	async #post(body: string): Promise<Answered | null> {
		try {
			const { status, text, retryAfter } = await postJson(this.#url, body, timeoutMs);
			if (isRedirect(status)) return null;
			const seconds = Number(retryAfter ?? 1);
			return {
				unknownBlock: status === 400 && text.includes("invalid_blocks"),
				status,
				retryAfterMs: (Number.isFinite(seconds) ? Math.max(1, seconds) : 1) * 1_000,
			};
		} catch {
			return null;
		}
	}
}

/** Where it leads nothing is known of the message. */
function isRedirect(status: number): boolean {
	return status >= 300 && status < 400;
}
