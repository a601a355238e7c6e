import type { Sleep } from "./pace.ts";

export const timedOut: unique symbol = Symbol("timed out");

/**
 * Gives work so long; then its signal fires, and it is waited for no more, even where it does not
 * heed the signal.
 */
export async function within<T>(
	sleep: Sleep,
	ms: number,
	work: (over: AbortSignal) => Promise<T>,
): Promise<T | typeof timedOut> {
	const over = new AbortController();
	const done = new AbortController();
	const late = sleep(ms, done.signal).then((): typeof timedOut => {
		over.abort();
		return timedOut;
	});
	try {
		return await Promise.race([work(over.signal), late]);
	} finally {
		done.abort();
	}
}
