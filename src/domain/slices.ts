/** Long work in short steps: whoever runs it may let others have their turn after each. */
export type Slices<T> = Generator<void, T, void>;

/** Runs it to its end. */
export function atOnce<T>(work: Slices<T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** Runs it step by step; `breathe` decides when others have their turn. */
export async function inSlices<T>(
	work: Slices<T>,
	breathe: () => Promise<void> | undefined,
): Promise<T> {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
		const pause = breathe();
		if (pause) await pause;
	}
}
