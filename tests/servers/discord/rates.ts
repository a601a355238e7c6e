export type Rate = { limit: number; perMs: number };

type Bucket = { left: number; resetsAt: number };

/** Counts requests in windows; answers 429 with Discord's headers, and counts refused requests. */
export class Rates {
	readonly #now: () => number;
	readonly #channel: Rate | null;
	readonly #global: Rate | null;
	readonly #buckets = new Map<string, Bucket>();
	/** Times of requests that were answered with 401, 403 or 429. */
	#invalid: number[] = [];

	/** `null` sets no limit. */
	constructor(now: () => number, rates: { channel: Rate | null; global: Rate | null }) {
		this.#now = now;
		this.#channel = rates.channel;
		this.#global = rates.global;
	}

	/** Takes one of the bucket; null where the request has none. */
	take(
		bucket: string | null,
		counted: boolean,
	): { headers: Record<string, string>; waitMs: number } {
		if (counted && this.#global) {
			const whole = this.#one("global", this.#global);
			if (whole.waitMs > 0)
				return { headers: { "x-ratelimit-global": "true" }, waitMs: whole.waitMs };
		}
		if (bucket === null || !this.#channel) return { headers: {}, waitMs: 0 };
		const { left, resetsAt, waitMs } = this.#one(bucket, this.#channel);
		const now = this.#now();
		return {
			waitMs,
			headers: {
				"x-ratelimit-limit": String(this.#channel.limit),
				"x-ratelimit-remaining": String(left),
				"x-ratelimit-reset": String(resetsAt / 1_000),
				"x-ratelimit-reset-after": String(Math.max(0, resetsAt - now) / 1_000),
				"x-ratelimit-bucket": bucket.split("/", 1)[0] ?? bucket,
			},
		};
	}

	#one(name: string, { limit, perMs }: Rate): Bucket & { waitMs: number } {
		const now = this.#now();
		let bucket = this.#buckets.get(name);
		if (!bucket || bucket.resetsAt <= now) {
			bucket = { left: limit, resetsAt: now + perMs };
			this.#buckets.set(name, bucket);
		}
		if (bucket.left === 0) return { ...bucket, waitMs: bucket.resetsAt - now };
		bucket.left--;
		return { ...bucket, waitMs: 0 };
	}

	/** Notes a refused request; how many there were in the last ten minutes. */
	refused(): number {
		const now = this.#now();
		this.#invalid = this.#invalid.filter((at) => at > now - 600_000);
		return this.#invalid.push(now);
	}

	get invalidRequests(): number {
		return this.#invalid.length;
	}
}
