/** A server that asks for more is asked again after this long all the same, in milliseconds. */
const longestWait = 24 * 3_600_000;

/** `Retry-After` in milliseconds from `now`: seconds or a date (RFC 9110, 10.2.3); null where it is neither. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
	if (value === undefined) return null;
	const text = value.trim();
	const ms = /^\d{1,10}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
	return Number.isNaN(ms) ? null : Math.min(longestWait, Math.max(0, ms));
}
