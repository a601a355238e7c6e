import { asIsnadError, isToldOnce } from "../../domain/errors.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { Store } from "../../domain/state/store.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long what is kept of conversations is of use. */
const kept = {
	/** Buttons under an old answer say afterwards that it is too old. */
	views: 90 * dayMs,
	/** A day after its last question a thread begins anew. */
	threads: 2 * dayMs,
	/** No platform delivers anything again after so long. */
	inbox: 2 * dayMs,
} as const;

/** Drops what is too old, now and every hour; what ends it. */
export function startPruning(
	store: Pick<Store, keyof typeof kept>,
	now: Clock,
	log: Logger,
): { stop(): Promise<void> } {
	let last = Promise.resolve();
	const prune = () => {
		last = last.then(async () => {
			for (const name of ["views", "threads", "inbox"] as const)
				await store[name].dropBefore(now() - kept[name]);
		});
		last = last.catch((error) => {
			if (!isToldOnce(error))
				log("warn", "Old conversations could not be dropped.", { code: asIsnadError(error).code });
		});
	};
	prune();
	const timer = setInterval(prune, hourMs);
	timer.unref();
	return {
		async stop() {
			clearInterval(timer);
			await last;
		},
	};
}
