import type { DigestPost, Poster, PostOutcome } from "../domain/digest.ts";
import { asIsnadError } from "../domain/errors.ts";
import type { DigestParts } from "./parts.ts";
import { timedOut, within } from "./within.ts";

/**
 * Posts within the lease that ends at `until`, or not at all. Between the look at the clock and the
 * request lies nothing that waits: a worker that was frozen before notices here.
 */
export async function postOnce(
	{ now, sleep, timing }: Pick<DigestParts, "now" | "sleep" | "timing">,
	poster: Poster,
	post: DigestPost,
	until: number,
): Promise<PostOutcome> {
	try {
		const outcome = await within(sleep, timing.requestMs, async (over): Promise<PostOutcome> => {
			if (now() + timing.requestMs > until) return { kind: "failed", reason: "woke_late" };
			return poster.post(post, over);
		});
		return outcome === timedOut ? { kind: "unknown", reason: "timed_out" } : outcome;
	} catch (error) {
		return { kind: "unknown", reason: asIsnadError(error).code };
	}
}
