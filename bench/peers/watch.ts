import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

export type Watched<T> = {
	value: T;
	/** How long the work took. */
	ms: number;
	/** The longest that the event loop kept a timer waiting meanwhile. */
	blockedMs: number;
};

/** Runs `work` and watches the event loop. */
export async function watch<T>(work: () => T | Promise<T>): Promise<Watched<T>> {
	const delays = monitorEventLoopDelay({ resolution: 1 });
	delays.enable();
	// A delay is seen only if the loop turns before and after it.
	await wait(20);
	const start = performance.now();
	const value = await work();
	const ms = performance.now() - start;
	await wait(20);
	delays.disable();
	return { value, ms, blockedMs: delays.max / 1e6 };
}

/** The value below which so large a share of the sorted numbers lies. */
export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
	return quantile(
		[...numbers].sort((a, b) => a - b),
		0.5,
	);
}
