/**
 * Gives the event loop its turn after so much work. Work is counted and not timed, so that a search
 * takes the same turns every time.
 */
export class Pace {
	readonly #most: number;
	#spent = 0;

	/** `most`: units of work between two turns. */
	constructor(most: number) {
		this.#most = most;
	}

	/** A turn to wait for, or none where too little has been done: waiting itself costs time. */
	spend(work: number): Promise<void> | undefined {
		this.#spent += work;
		if (this.#spent < this.#most) return undefined;
		this.#spent = 0;
		return breath();
	}
}

export function breath(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
