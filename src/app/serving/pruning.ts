import { asIsnadError, isToldOnce } from "../../domain/errors.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { Store } from "../../domain/state/store.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long what is kept of conversations is of use; undefined: for as long as nobody says otherwise. */
const ofUse = {
	/** Buttons under an old answer say afterwards that it is too old. */
	views: 90 * dayMs,
	/** A day after its last question a thread begins anew. */
	threads: 2 * dayMs,
	/** No platform delivers anything again after so long. */
	inbox: 2 * dayMs,
	/** Test questions are made of it. */
	feedback: undefined,
	/** A quotation is glossed again where somebody asks for it again. */
	translations: 180 * dayMs,
} as const;

type Kept = keyof typeof ofUse;
const kinds = Object.keys(ofUse) as Kept[];
/** What an operator may keep longer than it is of use by itself. */
const longer: ReadonlySet<Kept> = new Set(["views", "feedback"]);

/** How long rows of a kind are kept, in milliseconds; undefined for ever. */
export function keptFor(kind: Kept, keepDays: number | undefined): number | undefined {
	const own = ofUse[kind];
	if (keepDays === undefined) return own;
	const asked = keepDays * dayMs;
	return own === undefined || longer.has(kind) ? asked : Math.min(own, asked);
}

export type PruningParts = {
	store: Pick<Store, Kept>;
	/** See `Config`. */
	keepDays?: number | undefined;
	now: Clock;
	log: Logger;
};

/** Drops what is too old, now and every hour; what ends it. */
export function startPruning(parts: PruningParts): { stop(): Promise<void> } {
	const { log } = parts;
	let last = Promise.resolve();
	const beat = () => {
		last = last
			.then(() => prune(parts))
			.catch((error) => {
				if (!isToldOnce(error))
					log("warn", "Old conversations could not be dropped.", {
						code: asIsnadError(error).code,
					});
			});
	};
	beat();
	const timer = setInterval(beat, hourMs);
	timer.unref();
	return {
		async stop() {
			clearInterval(timer);
			await last;
		},
	};
}

async function prune({ store, keepDays, now, log }: PruningParts): Promise<void> {
	const dropped: Partial<Record<Kept, number>> = {};
	for (const kind of kinds) {
		const ms = keptFor(kind, keepDays);
		if (ms !== undefined) dropped[kind] = await store[kind].dropBefore(now() - ms);
	}
	log("debug", "What was too old was dropped.", dropped);
}
