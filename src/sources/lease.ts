import { isToldOnce } from "../domain/errors.ts";
import type { Source } from "../domain/sources.ts";
import type { PollParts } from "./poll-parts.ts";
import { type PollResult, pollSource } from "./poll-source.ts";
import { rhythm } from "./schedule.ts";

export type LeaseParts = PollParts & {
	/** Calls back once after so many milliseconds, unless it is cancelled by what it returns. */
	setTimer(work: () => void, ms: number): () => void;
};

/**
 * Looks at a source that was taken until its `nextPollAt`, and keeps it taken meanwhile. A process
 * that is killed renews nothing, so that another one goes on soon; one that slept through its lease, or
 * could not renew it, ends its look. A look that does not end well gives the source back: at once where it was ended from
 * outside, else after the wait of a failure. Rejects with what ended it.
 */
export async function pollUnderLease(
	source: Source,
	parts: LeaseParts,
	signal: AbortSignal,
): Promise<PollResult> {
	const { store, now, log, setTimer } = parts;
	const { id } = source;
	const lost = new AbortController();
	const givenUpAt = now() + rhythm.longestLook;
	let held = source.nextPollAt;
	let isOver = false;
	let cancel = setTimer(() => void renew(), rhythm.renewal);
	let cancelEnd = endTimer();

	/** By itself: what is asked of a database that is away may hang for longer than the lease. */
	function endTimer(): () => void {
		// Counted from when it was asked for, as others count it: the reply may have been long on its way.
		return setTimer(ends, Math.max(0, held - now()));
	}

	function ends(): void {
		lost.abort(new Error("The source could not be kept for its look."));
	}

	async function renew(): Promise<void> {
		const at = now();
		if (at >= givenUpAt) return lost.abort(new Error("The look took too long."));
		const until = at + rhythm.lease;
		try {
			if (!(await store.renew(id, held, until)))
				return lost.abort(new Error("Another look has begun, or the source was removed."));
			held = until;
			cancelEnd();
			if (!isOver) cancelEnd = endTimer();
		} catch (error) {
			if (!isToldOnce(error))
				log("warn", "A source could not be kept for its look.", {
					source: id,
					reason: error instanceof Error ? error.message : String(error),
				});
		}
		if (!isOver) cancel = setTimer(() => void renew(), rhythm.renewal);
	}

	try {
		return await pollSource(source, parts, AbortSignal.any([signal, lost.signal]));
	} catch (error) {
		const rest = signal.aborted ? 0 : rhythm.firstRetry;
		await store.renew(id, held, now() + rest).catch(() => undefined);
		throw lost.signal.aborted ? lost.signal.reason : error;
	} finally {
		isOver = true;
		cancel();
		cancelEnd();
	}
}
