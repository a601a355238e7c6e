export type Waiting = {
	/** Resolves early where the signal fires. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
	/** Ends whatever is waited for when the process does. */
	signal: AbortSignal;
};

/** What work gives within so many milliseconds; null where it is late. What was waited with is called off then. */
export async function inTime<T>(
	work: Promise<T>,
	ms: number,
	{ sleep, signal }: Waiting,
): Promise<T | null> {
	const over = new AbortController();
	const late = sleep(ms, AbortSignal.any([over.signal, signal])).then(() => null);
	try {
		return await Promise.race([work, late]);
	} finally {
		over.abort();
	}
}
