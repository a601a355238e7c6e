/** By term: the places at which groups stand that hold it. */
export class PlacesOfTerms {
	readonly #places = new Map<number, number[]>();
	/** So many places of a term are as many as can be different, and more. */
	readonly #tooMany: number;

	constructor(tooMany: number) {
		this.#tooMany = tooMany;
	}

	get isEmpty(): boolean {
		return this.#places.size === 0;
	}

	note(term: number, place: number): void {
		const places = this.#places.get(term);
		if (!places) this.#places.set(term, [place]);
		// An article that is told anew again and again notes the same place each time.
		else if (places.push(place) > this.#tooMany) this.#keep(term, new Set(places));
	}

	/** Adds to `counts[place - least]`, for each place from `least` on, how many of the terms are noted there. */
	countInto(counts: Uint32Array, terms: Int32Array, least: number): void {
		for (const term of terms) {
			const places = this.#places.get(term);
			for (let n = 0; places && n < places.length; n++) {
				const place = places[n] ?? 0;
				if (place >= least) counts[place - least] = (counts[place - least] ?? 0) + 1;
			}
		}
	}

	/** Forgets places before `least`. */
	forgetBefore(least: number): void {
		for (const [term, places] of this.#places)
			this.#keep(term, new Set(places.filter((place) => place >= least)));
	}

	#keep(term: number, places: ReadonlySet<number>): void {
		if (places.size > 0) this.#places.set(term, [...places]);
		else this.#places.delete(term);
	}
}
