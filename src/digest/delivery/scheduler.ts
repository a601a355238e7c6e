import { asIsnadError, isToldOnce } from "../../domain/errors.ts";
import { farthestLease } from "../../domain/state/delivery-ledger.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { Lanes } from "./lanes.ts";
import { planAlerts } from "./plan-alerts.ts";
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
	// A hint, so that an alert does not wait for the next look; the looks go on without it.
	const unwatch = parts.store.changes.watch?.(() => lanes.wake());
	const running = run(parts, lanes, ended.signal);
	return {
		async stop() {
			ended.abort();
			unwatch?.();
			lanes.wake();
			await running;
			await lanes.idle();
		},
	};
}

async function run(parts: DigestParts, lanes: Lanes, signal: AbortSignal): Promise<void> {
	const { store, now, sleep, timing, log } = parts;
	while (!signal.aborted) {
		const platforms = platformsOf(parts);
		let waitMs = timing.lookMs;
		// Asked for first: what is done while this looks must not be waited for.
		const freed = lanes.freed();
		try {
			const isMore = [await planDue(parts), await planAlerts(parts)];
			const more = isMore.includes(true);
			const at = now();
			let soonest = Number.POSITIVE_INFINITY;
			// Each by itself: one platform's queue must not keep another's from beginning.
			for (const platform of platforms) {
				const horizon = farthestLease(at, at + timing.leaseMs);
				const ready = await store.deliveries.ready([platform], at, horizon, batch);
				soonest = Math.min(soonest, lanes.fill(ready));
			}
			const next = await store.deliveries.nextReady(platforms);
			const inMs = next === null ? waitMs : Math.max(0, next - now());
			if (inMs > 0) waitMs = Math.min(waitMs, inMs);
			waitMs = more ? 0 : Math.min(waitMs, soonest);
		} catch (error) {
			// The disk may be full, the database busy: the next look may find it mended.
			if (!isToldOnce(error))
				log("error", "Digests could not be looked at.", { code: asIsnadError(error).code });
		}
		const woken = new AbortController();
		await Promise.race([sleep(waitMs, woken.signal), freed]);
		woken.abort();
	}
}
