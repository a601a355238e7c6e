import type { Clock } from "../../../src/domain/ports.ts";

export type RateRule = {
	/** What one client may take at once, and gets back each second. */
	burst: number;
	perSecond: number;
	/** Clients that are remembered; of more the one that was seen longest ago is forgotten. */
	mostClients: number;
};

type Bucket = { left: number; at: number };

/** How much each client may take. Its memory is bounded: whoever comes from many addresses costs no more. */
export class RateLimit {
	readonly #rule: RateRule;
	readonly #now: Clock;
	readonly #buckets = new Map<string, Bucket>();

	constructor(rule: RateRule, now: Clock) {
		this.#rule = rule;
		this.#now = now;
	}

	/** Milliseconds after which the client may ask again; 0 where it may now, and then `cost` is taken. */
	take(client: string, cost: number): number {
		const bucket = this.#bucketOf(client);
		if (bucket.left < cost) return Math.ceil(((cost - bucket.left) / this.#rule.perSecond) * 1_000);
		bucket.left -= cost;
		return 0;
	}

	/** Takes `cost` also where less is left: the client waits until that is made up for. */
	charge(client: string, cost: number): void {
		this.#bucketOf(client).left -= cost;
	}

	/** With what came back since it was seen last. */
	#bucketOf(client: string): Bucket {
		const { burst, perSecond, mostClients } = this.#rule;
		const now = this.#now();
		const known = this.#buckets.get(client);
		this.#buckets.delete(client);
		const back = known ? (Math.max(0, now - known.at) / 1_000) * perSecond : 0;
		const bucket = { left: Math.min(burst, (known?.left ?? burst) + back), at: now };
		if (this.#buckets.size >= mostClients) {
			const [oldest] = this.#buckets.keys();
			if (oldest !== undefined) this.#buckets.delete(oldest);
		}
		this.#buckets.set(client, bucket);
		return bucket;
	}

	/** Clients that are remembered now. */
	get size(): number {
		return this.#buckets.size;
	}
}
