import type { Poster } from "../../domain/digest.ts";
import { asIsnadError, isToldOnce } from "../../domain/errors.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { Delivery } from "../../domain/state/delivery-ledger.ts";
import { deliver } from "./deliver.ts";
import type { DigestParts } from "./delivery-parts.ts";
import type { Tried } from "./hold.ts";
import { Pace } from "./pace.ts";
import { Rests } from "./rests.ts";
import { Settling } from "./settling.ts";
import { within } from "./time-limit.ts";

/** What this process has in hand: in order, within the platforms' rates, one at a time in a channel. */
export class Lanes {
	readonly #parts: DigestParts;
	readonly #pace: Pace;
	readonly #rests: Rests;
	readonly #settling: Settling;
	/** Platforms that are being asked whether they answer. */
	readonly #asking = new Map<PlatformName, Promise<void>>();
	/** Keys in hand, with their channels. */
	readonly #inHand = new Map<string, { channel: string; work: Promise<void> }>();
	readonly #signal: AbortSignal;
	#freed = Promise.withResolvers<void>();

	constructor(parts: DigestParts, signal: AbortSignal) {
		this.#parts = parts;
		this.#signal = signal;
		this.#pace = new Pace(parts.rates, parts.now);
		this.#rests = new Rests(parts);
		this.#settling = new Settling(parts.sleep, parts.timing.settleMs, signal);
	}

	/** Takes up what may go now; milliseconds until the next one of the rest may. */
	fill(ready: readonly Delivery[]): number {
		let soonest = Number.POSITIVE_INFINITY;
		const full = new Set<PlatformName>();
		for (const { key, platform, channel, state } of this.#inOrder(ready)) {
			if (full.has(platform) || this.#isBusy(platform, channel)) continue;
			const heldMs = this.#pace.left(platform);
			if (heldMs > 0 || !this.#mayBegin(platform)) {
				full.add(platform);
				if (heldMs > 0) soonest = Math.min(soonest, heldMs);
				continue;
			}
			// What is perhaps there is only asked about, and takes its turn in the channel after that.
			const waitMs =
				state === "sending" ? this.#pace.takeRequest(platform) : this.#pace.take(platform, channel);
			if (waitMs === 0) this.#begin(key, platform, channel);
			else soonest = Math.min(soonest, waitMs);
		}
		return soonest;
	}

	/**
	 * What is not in hand: by when it was due, but channels in which a post failed after all others
	 * while it is not known whether the platform or the channel is to blame.
	 */
	#inOrder(ready: readonly Delivery[]): Delivery[] {
		const free = ready.filter(
			({ key, platform, channel }) => !this.#inHand.has(key) && !this.#isBusy(platform, channel),
		);
		const rank = ({ platform, channel }: Delivery) =>
			this.#rests.hasFailed(platform, channel) ? 1 : 0;
		return free.toSorted((a, b) => rank(a) - rank(b));
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
		const inHand = [...this.#inHand.values()].map(({ work }) => work);
		await Promise.all([...inHand, ...this.#asking.values()]);
	}

	#begin(key: string, platform: PlatformName, channel: string): void {
		const { asRequest = (work) => work() } = this.#parts;
		const work = asRequest(() => this.#deliver(key, platform, channel)).finally(() => {
			this.#inHand.delete(key);
			this.wake();
		});
		this.#inHand.set(key, { channel: `${platform} ${channel}`, work });
	}

	#deliver(key: string, platform: PlatformName, channel: string): Promise<void> {
		const begun = this.#parts.now();
		return deliver(this.#parts, key, this.#settling, this.#signal)
			.then((tried) => this.#note(platform, channel, tried, begun))
			.catch((error) => {
				const { log, sleep, timing } = this.#parts;
				const { code } = asIsnadError(error);
				if (!isToldOnce(error)) log("error", "A digest could not be delivered.", { key, code });
				// Not taken up again at once: what the ledger refuses now it refuses in a moment too.
				return sleep(timing.lookMs, this.#signal);
			});
	}

	#note(platform: PlatformName, channel: string, tried: Tried, begun: number): void {
		if (tried.platform === "not_asked") return;
		if (tried.platform === "failed") {
			const restMs = this.#rests.strike(platform, tried.failed, begun, channel);
			this.#pace.hold(platform, restMs);
			return;
		}
		this.#rests.end(platform);
		if (tried.waitMs > 0) this.#pace.hold(platform, tried.waitMs);
	}

	/**
	 * Whether one more may be taken up. Where a platform fails it is one at a time, and it is asked
	 * first whether it is there, so that nothing that is due is spent on trying, and the oldest goes
	 * first once it is there again.
	 */
	#mayBegin(platform: PlatformName): boolean {
		const inTrouble = this.#rests.isInTrouble(platform);
		const most = inTrouble ? 1 : this.#parts.rates[platform].atOnce;
		if (this.#count(platform) >= most) return false;
		const poster = this.#parts.posters[platform];
		if (!this.#rests.isInDoubt(platform) || !poster?.reach) return true;
		if (!this.#asking.has(platform)) {
			const asked = this.#ask(platform, poster.reach).finally(() => {
				this.#asking.delete(platform);
				this.wake();
			});
			this.#asking.set(platform, asked);
		}
		return false;
	}

	async #ask(platform: PlatformName, reach: NonNullable<Poster["reach"]>): Promise<void> {
		const { sleep, timing, now } = this.#parts;
		const begun = now();
		const reached = await within(sleep, timing.requestMs, (over) =>
			reach(AbortSignal.any([over, this.#signal])),
		).catch(() => false);
		if (reached === true) this.#rests.reached(platform);
		else this.#pace.hold(platform, this.#rests.strike(platform, "question", begun));
	}

	#isBusy(platform: PlatformName, channel: string): boolean {
		return [...this.#inHand.values()].some((each) => each.channel === `${platform} ${channel}`);
	}

	#count(platform: PlatformName): number {
		return [...this.#inHand.values()].filter(({ channel }) => channel.startsWith(`${platform} `))
			.length;
	}
}
