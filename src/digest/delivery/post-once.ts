import type { DigestPost, Poster, PostOutcome } from "../../domain/digest.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { DigestParts } from "./delivery-parts.ts";
import { timedOut, within } from "./time-limit.ts";

type PostParts = Pick<DigestParts, "now" | "sleep" | "timing">;

/**
 * Posts within the lease that ends at `until`, or not at all. Between the look at the clock and the
 * request lies nothing that waits: a worker that was frozen before notices here.
 */
export async function postOnce(
	parts: PostParts,
	poster: Poster,
	post: DigestPost,
	until: number,
): Promise<PostOutcome> {
	const { now, sleep, timing } = parts;
	const isLate = () => now() + timing.requestMs > until;
	const done = new AbortController();
	try {
		const outcome = await within(sleep, timing.requestMs, async (over): Promise<PostOutcome> => {
			if (isLate()) return { kind: "failed", reason: "woke_late" };
			const woken = new AbortController();
			void watch(parts, until, woken, done.signal);
			return poster.post(post, AbortSignal.any([over, woken.signal]));
		});
		return outcome === timedOut ? { kind: "unknown", reason: "timed_out" } : outcome;
	} catch (error) {
		return { kind: "unknown", reason: asIsnadError(error).code };
	} finally {
		done.abort();
	}
}

/**
 * Calls the post off at the end of the lease: the poster may be waiting for its turn in the channel. Timers fire in the order in which they were due, so
 * that after a freeze this one comes before anything that the poster was waiting for.
 */
async function watch(
	{ now, sleep, timing }: PostParts,
	until: number,
	woken: AbortController,
	done: AbortSignal,
): Promise<void> {
	while (!done.aborted) {
		await sleep(timing.watchMs, done);
		if (now() > until) return woken.abort();
	}
}
