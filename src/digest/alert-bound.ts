import type { Delivery } from "../domain/state/delivery-ledger.ts";

/** Alerts of one subscription in any hour; what is new beyond stands together in the next one. */
export const mostAnHour = 6;
export const hourMs = 3_600_000;
/** Of the ledger, the newest: more than two days of one subscription can hold that keeps the bound. */
export const rowsLookedAt = 400;

/** Those of the last hour that reached the channel, or may, the newest first. */
export function alertsWithin(rows: readonly Delivery[], now: number): Delivery[] {
	return rows.filter(
		({ state, due }) =>
			(state === "sent" || state === "sending" || state === "pending") &&
			// What lies ahead was told before the clock was set back.
			due > now - hourMs &&
			due <= now,
	);
}
