import { isToldOnce } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import { fileState } from "./served.ts";

type Watch = {
	every: number;
	work: () => Promise<void>;
	log: Logger;
	/** As the file was when it was read; where it is absent, the first look tells. */
	seen?: string;
	/** Whether there is work all the same. */
	isDue?: () => boolean;
};

/**
 * Calls `work` when the file has changed, and again where that failed, which is told once for a reason;
 * what ends it.
 */
export function watchFile(
	file: string,
	{ every, work, log, seen: first, isDue }: Watch,
): () => void {
	let seen = first;
	let isLeft = false;
	let isBusy = false;
	/** Why it failed last, for as long as it fails. */
	let toldReason: string | null = null;
	const beat = async () => {
		const state = await fileState(file);
		const isFirst = seen === undefined;
		const isSame = state === seen || isFirst;
		seen = state;
		if (isSame && !isLeft && !isDue?.()) return;
		isLeft = true;
		await work();
		isLeft = false;
		toldReason = null;
	};
	const timer = setInterval(() => {
		if (isBusy) return;
		isBusy = true;
		beat()
			.catch((error: unknown) => {
				if (isToldOnce(error)) return;
				const reason = error instanceof Error ? error.message : String(error);
				if (reason === toldReason) return;
				toldReason = reason;
				log("error", "Changes of the corpus folder could not be taken in.", { reason });
			})
			.finally(() => {
				isBusy = false;
			});
	}, every);
	timer.unref();
	return () => clearInterval(timer);
}
