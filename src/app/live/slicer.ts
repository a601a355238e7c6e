import { breath, longBreath } from "../../search/turns.ts";

/**
 * An answer goes through a dozen turns of the event loop and meets a slice in each: six milliseconds
 * of them made it wait for a tenth of a second. Long enough that the turns themselves cost little.
 */
const sliceMs = 1;

/**
 * For `inSlices`, of work that nobody waits for: lets everything else have its turn every
 * millisecond. `isWaitedFor`: whether somebody waits for it by now.
 */
export function slicer(isWaitedFor: () => boolean = () => false): () => Promise<void> | undefined {
	let since = performance.now();
	return () => {
		if (performance.now() - since < sliceMs) return undefined;
		return (isWaitedFor() ? breath() : longBreath()).then(() => {
			since = performance.now();
		});
	};
}
