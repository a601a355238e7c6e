import { longBreath } from "../../search/turns.ts";

/** Well under what a person notices, and long enough that the turns themselves cost little. */
const sliceMs = 6;

/**
 * For `inSlices`, of work that nobody waits for: lets everything else have its turn every few
 * milliseconds.
 */
export function slicer(): () => Promise<void> | undefined {
	let since = performance.now();
	return () => {
		if (performance.now() - since < sliceMs) return undefined;
		return longBreath().then(() => {
			since = performance.now();
		});
	};
}
