import type { Delivery } from "../../domain/delivery-ledger.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import { deliver } from "./deliver.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { Pace } from "./pace.ts";
import { planDue, platformsOf } from "./plan-days.ts";

/** Deliveries of a platform looked at in one go: more than its channels can keep waiting. */
const batch = 100;

/**
 * Plans and delivers digests until it is stopped. Any number of processes may do so over one state.
 * `stop` takes nothing new and waits for what is in hand.
 */
export function startDigests(parts: DigestParts): { stop(): Promise<void> } {
	const ended = new AbortController();
	const lanes = new Lanes(parts, ended.signal);
	const running = run(parts, lanes, ended.signal);
	return {
		async stop() {
			ended.abort();
			lanes.wake();
			await running;
			await lanes.idle();
		},
	};
}

async function run(parts: DigestParts, lanes: Lanes, signal: AbortSignal): Promise<void> {
	const { store, now, sleep, timing, log } = parts;
	const platforms = platformsOf(parts);
	while (!signal.aborted) {
		let waitMs = timing.lookMs;
		// Asked for first: what is done while this looks must not be waited for.
		const freed = lanes.freed();
		try {
			const more = await planDue(parts);
			const at = now();
			let soonest = Number.POSITIVE_INFINITY;
			// Each by itself: one platform's queue must not keep another's from beginning.
			for (const platform of platforms) {
				const horizon = at + timing.leaseMs;
				const ready = await store.deliveries.ready([platform], at, horizon, batch);
				soonest = Math.min(soonest, lanes.fill(ready));
			}
			const next = await store.deliveries.nextReady(platforms);
			const inMs = next === null ? waitMs : Math.max(0, next - now());
			if (inMs > 0) waitMs = Math.min(waitMs, inMs);
			waitMs = more ? 0 : Math.min(waitMs, soonest);
		} catch (error) {
			// The disk may be full, the database busy: the next look may find it mended.
			log("error", "Digests could not be looked at.", { code: asIsnadError(error).code });
		}
		const woken = new AbortController();
		await Promise.race([sleep(waitMs, woken.signal), freed]);
		woken.abort();
	}
}

/** What this process has in hand: in order, within the platforms' rates, one at a time in a channel. */
class Lanes {
	readonly #parts: DigestParts;
	readonly #pace: Pace;
	/** Keys in hand, with their channels. */
	readonly #inHand = new Map<string, { channel: string; work: Promise<void> }>();
	readonly #signal: AbortSignal;
	#freed = Promise.withResolvers<void>();

	constructor(parts: DigestParts, signal: AbortSignal) {
		this.#parts = parts;
		this.#signal = signal;
		this.#pace = new Pace(parts.rates, parts.now);
	}

	/** Takes up what may go now; milliseconds until the next one of the rest may. */
	fill(ready: readonly Delivery[]): number {
		let soonest = Number.POSITIVE_INFINITY;
		const full = new Set<PlatformName>();
		for (const { key, platform, channel } of ready) {
			if (full.has(platform) || this.#inHand.has(key) || this.#isBusy(platform, channel)) continue;
			if (this.#count(platform) >= this.#parts.rates[platform].atOnce) {
				full.add(platform);
				continue;
			}
			const waitMs = this.#pace.take(platform, channel);
			if (waitMs === 0) this.#begin(key, platform, channel);
			else soonest = Math.min(soonest, waitMs);
		}
		return soonest;
	}

	/** Resolves when something in hand is done, or at `wake`. */
	freed(): Promise<void> {
		return this.#freed.promise;
	}

	wake(): void {
		this.#freed.resolve();
		this.#freed = Promise.withResolvers();
	}

	async idle(): Promise<void> {
		await Promise.all([...this.#inHand.values()].map(({ work }) => work));
	}

	#begin(key: string, platform: PlatformName, channel: string): void {
		const work = deliver(this.#parts, key, this.#signal)
			.then(({ waitMs }) => {
				if (waitMs > 0) this.#pace.hold(platform, waitMs);
			})
			.catch((error) => {
				const { log, sleep, timing } = this.#parts;
				const { code } = asIsnadError(error);
				log("error", "A digest could not be delivered.", { key, code });
				// Not taken up again at once: what the ledger refuses now it refuses in a moment too.
				return sleep(timing.lookMs, this.#signal);
			})
			.finally(() => {
				this.#inHand.delete(key);
				this.wake();
			});
		this.#inHand.set(key, { channel: `${platform} ${channel}`, work });
	}

	#isBusy(platform: PlatformName, channel: string): boolean {
		return [...this.#inHand.values()].some((each) => each.channel === `${platform} ${channel}`);
	}

	#count(platform: PlatformName): number {
		return [...this.#inHand.values()].filter(({ channel }) => channel.startsWith(`${platform} `))
			.length;
	}
}
