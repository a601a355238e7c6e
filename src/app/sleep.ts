/** Ends early, and without an error, where the signal fires. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const timer = setTimeout(done, Math.min(ms, longestTimer));
		function done() {
			clearTimeout(timer);
			signal?.removeEventListener("abort", done);
			resolve();
		}
		signal?.addEventListener("abort", done);
	});
}

/** Calls back once after so many milliseconds, unless it is cancelled by what it returns; keeps no process alive. */
export function setTimer(work: () => void, ms: number): () => void {
	const timer = setTimeout(work, ms);
	timer.unref();
	return () => clearTimeout(timer);
}

/** Node's timers take no more. */
const longestTimer = 2 ** 31 - 1;
