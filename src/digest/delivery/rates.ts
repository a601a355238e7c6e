import {
	type PlatformName,
	platformNames,
	platforms,
	type Rate,
} from "../../domain/sets/platforms.ts";

/** Times of the delivery protocol, in milliseconds. */
export type Timing = {
	/** A post that takes longer is given up, and nobody knows whether it was done. */
	requestMs: number;
	/**
	 * How long a worker has a delivery to itself: longer than waiting for a request of another worker,
	 * writing the digest and a request of its own.
	 */
	leaseMs: number;
	/** Before a platform is asked whether a message is there: a request may still be on its way. */
	settleMs: number;
	/** After the first failure; doubled with each further one. */
	retryMs: number;
	longestRetryMs: number;
	/** Between two looks at what is due, at most: another process may have added to it. */
	lookMs: number;
	/** A platform that fails or asks to wait without a time is left alone for so long at least, ... */
	restMs: number;
	/** ... doubled each time it fails again, to so long at most. */
	longestRestMs: number;
	/** A platform that names a time to wait is left alone for so long at least, ... */
	leastWaitMs: number;
	/** ... and for so long at most: then it is tried again. */
	longestWaitMs: number;
	/** While a post is under way: so often it is seen whether the process slept past its lease. */
	watchMs: number;
};

export const timing: Timing = {
	requestMs: 15_000,
	leaseMs: 90_000,
	settleMs: 20_000,
	retryMs: 20_000,
	longestRetryMs: 1_800_000,
	lookMs: 15_000,
	restMs: 2_000,
	longestRestMs: 60_000,
	leastWaitMs: 1_000,
	longestWaitMs: 3_600_000,
	watchMs: 50,
};

/** Posts that were surely refused so often end a day; what was new is in the next day's digest. */
export const mostAttempts = 20;
/**
 * A message is looked for from so long before its day was due: the clock may have been wrong when it
 * was posted.
 */
export const lookBackMs = 86_400_000;

/** How fast one process posts digests on each platform. */
export const rates = Object.fromEntries(
	platformNames.map((name) => [name, platforms[name].rate]),
) as Record<PlatformName, Rate>;
