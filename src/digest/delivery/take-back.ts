import type { Place } from "../../domain/place.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { type Hold, lookFrom } from "./hold.ts";
import { within } from "./time-limit.ts";

/** So often it is looked whether the other worker has posted. */
const mostLooks = 10;

/**
 * This worker was frozen between its last look at the clock and its request, and another one took
 * over: where that one posts as well, ours is one too many.
 */
export async function takeBack(
	parts: DigestParts,
	{ row, poster, signal }: Hold,
	place: Place,
): Promise<void> {
	const { store, log, sleep, timing } = parts;
	log("warn", "A digest was posted after its lease had ended.", { key: row.key });
	for (let looks = 0; looks < mostLooks && !signal.aborted; looks++) {
		await sleep(timing.settleMs, signal);
		const current = await store.deliveries.get(row.key);
		if (!current) return;
		const { state, message } = current;
		if (state !== "sent" || message === null) continue;
		await within(sleep, timing.requestMs, async (over) =>
			poster.retract?.(row.key, message, place, lookFrom(parts, row), over),
		);
		return;
	}
}
