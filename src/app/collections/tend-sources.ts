import { asIsnadError, isToldOnce } from "../../domain/errors.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { SourceStore } from "../../domain/sources.ts";

export type TendParts = {
	/** Of the collections that are opened when they are asked. */
	ids: readonly string[];
	sourcesOf(id: string): Pick<SourceStore, "list">;
	isOpen(id: string): boolean;
	/** Whether another collection waits for the room of one that is kept open. */
	isWanted(): boolean;
	/** Keeps one open while the work lasts: an open one looks at its sources by itself. */
	use(id: string, work: () => Promise<void>): Promise<void>;
	sleep(ms: number, signal: AbortSignal): Promise<void>;
	now: Clock;
	log: Logger;
};

const lookMs = 60_000;
/** A look at all that is due in one collection takes no longer, or is gone on with in the next round. */
const longestMs = 120_000;
const stepMs = 2_000;

/** Opens collections that nobody asks when a source of theirs is due, one at a time. */
export function tendSources(parts: TendParts): { stop(): Promise<void> } {
	const over = new AbortController();
	const running = run(parts, over.signal);
	return {
		async stop() {
			over.abort();
			await running;
		},
	};
}

async function run(parts: TendParts, signal: AbortSignal): Promise<void> {
	const { ids, isOpen, log, sleep } = parts;
	while (!signal.aborted) {
		await sleep(lookMs, signal);
		for (const id of ids) {
			if (signal.aborted) return;
			try {
				if (!isOpen(id) && (await isDue(parts, id))) await look(parts, id, signal);
			} catch (error) {
				if (isToldOnce(error)) continue;
				const { code } = asIsnadError(error);
				log("warn", "Sources of a collection could not be looked at.", { collection: id, code });
			}
		}
	}
}

async function look(parts: TendParts, id: string, signal: AbortSignal): Promise<void> {
	await parts.use(id, async () => {
		for (let ms = 0; ms < longestMs && !signal.aborted; ms += stepMs) {
			await parts.sleep(stepMs, signal);
			if (parts.isWanted() || !(await isDue(parts, id))) return;
		}
	});
}

async function isDue({ sourcesOf, now }: TendParts, id: string): Promise<boolean> {
	const all = await sourcesOf(id).list();
	return all.some(({ nextPollAt }) => nextPollAt <= now());
}
