import { isToldOnce } from "../domain/errors.ts";
import type { Source } from "../domain/sources.ts";
import { type LeaseParts, pollUnderLease } from "./lease.ts";
import { rhythm } from "./schedule.ts";

export type Poller = {
	/** Looks at what is due now instead of at the next beat. */
	wake(): void;
	/** Resolves once every look that was begun has ended; no new one begins. */
	close(): Promise<void>;
};

/** Sources that are looked at at the same time. */
const atOnce = 4;
/** How often is asked what is due: others may add a source to the same store. */
const beatMs = 20_000;

/** Looks at each source when it is due, for as long as it is open. */
export function startPoller(parts: LeaseParts): Poller {
	const stop = new AbortController();
	const running = new Set<Promise<void>>();
	let cancel = () => {};
	let beating = false;
	let again = false;

	async function beat(): Promise<void> {
		cancel();
		again = beating;
		if (beating || stop.signal.aborted) return;
		beating = true;
		try {
			while (running.size < atOnce && !stop.signal.aborted) {
				const now = parts.now();
				const source = await parts.store.take(now, now + rhythm.lease);
				if (!source) break;
				begin(source);
			}
		} catch (error) {
			if (!isToldOnce(error))
				parts.log("error", "The sources that are due cannot be read.", {
					reason: error instanceof Error ? error.message : String(error),
				});
		}
		beating = false;
		if (stop.signal.aborted) return;
		cancel = parts.setTimer(() => void beat(), again ? 0 : beatMs);
	}

	function begin(source: Source): void {
		const { asRequest = (work) => work() } = parts;
		const work = asRequest(() => lookAt(source, parts, stop.signal)).finally(() => {
			running.delete(work);
			void beat();
		});
		running.add(work);
	}

	void beat();
	return {
		wake: () => void beat(),
		async close() {
			stop.abort(new Error("closing"));
			cancel();
			await Promise.all(running);
		},
	};
}

async function lookAt(source: Source, parts: LeaseParts, signal: AbortSignal): Promise<void> {
	try {
		const looked = await pollUnderLease(source, parts, signal);
		if (looked.taken > 0)
			parts.log("info", "A source was read.", {
				source: source.id,
				articles: looked.taken,
				failed: looked.failed,
			});
	} catch (error) {
		// It is due again at once for whoever starts next.
		if (signal.aborted || isToldOnce(error)) return;
		parts.log("error", "A look at a source failed.", {
			source: source.id,
			reason: error instanceof Error ? error.message : String(error),
		});
	}
}
