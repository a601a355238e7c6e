import { PlacesOfTerms } from "./places.ts";
import { fewestShared, isOfOneDay, type Telling } from "./telling.ts";

/** Tellings of one happening, in the order in which they came. */
export class Group<Entry> {
	tellings: Telling[];
	/** What the tellings make together, once it was asked for. */
	entry: Entry | undefined;
	/** Terms of the shortest telling that ever belonged to it. */
	fewestTerms = Number.POSITIVE_INFINITY;
	/** The last telling that was looked for in it: two months may hold it. */
	comparedWith: Telling | null = null;
	/** Where it is looked up. */
	readonly shelves: { shelf: Shelf<Entry>; place: number }[] = [];

	constructor(telling: Telling) {
		this.tellings = [telling];
	}
}

/** Groups that one telling is compared with at most in a shelf, newest first: keeps building near linear. */
const mostCompared = 400;
const mostPlaces = 4 * mostCompared;

/** The groups of one month, with the terms that they hold. */
export class Shelf<Entry> {
	#groups: Group<Entry>[] = [];
	/** Place of the first group that is kept; places only grow. */
	#first = 0;
	// A telling of one day is compared with few: those of that day and those of a week, a month…
	readonly #ofDay = new Map<string, PlacesOfTerms>();
	readonly #ofAnyDay = new PlacesOfTerms(mostPlaces);
	readonly #ofLonger = new PlacesOfTerms(mostPlaces);
	// Of the search that is going on; used again for the next one.
	readonly #heldOnDays = new Uint32Array(mostCompared);
	readonly #heldInLonger = new Uint32Array(mostCompared);

	add(group: Group<Entry>): void {
		const place = this.#first + this.#groups.push(group) - 1;
		group.shelves.push({ shelf: this, place });
		if (this.#groups.length > 2 * mostCompared) this.#trim();
	}

	/** The group at that place holds the term in this telling. */
	note(place: number, telling: Telling, term: number): void {
		if (place < this.#first) return;
		if (isOfOneDay(telling)) {
			this.#ofAnyDay.note(term, place);
			this.#placesOf(telling.days.from).note(term, place);
		} else this.#ofLonger.note(term, place);
	}

	/**
	 * Calls back with the newest groups that may be meant, the oldest of them first, and how many of
	 * the terms one telling of each holds at most.
	 */
	eachHolding(telling: Telling, work: (group: Group<Entry>, held: number) => void): void {
		const from = Math.max(0, this.#groups.length - mostCompared);
		const count = this.#groups.length - from;
		const onDays = this.#heldOnDays.fill(0, 0, count);
		const inLonger = this.#heldInLonger.fill(0, 0, count);
		const days = isOfOneDay(telling) ? this.#ofDay.get(telling.days.from) : this.#ofAnyDay;
		days?.countInto(onDays, telling.terms, this.#first + from);
		this.#ofLonger.countInto(inLonger, telling.terms, this.#first + from);
		for (let at = 0; at < count; at++) {
			const held = Math.max(onDays[at] ?? 0, inLonger[at] ?? 0);
			const group = this.#groups[from + at];
			if (held >= fewestShared && group) work(group, held);
		}
	}

	#placesOf(day: string): PlacesOfTerms {
		let places = this.#ofDay.get(day);
		if (!places) {
			places = new PlacesOfTerms(mostPlaces);
			this.#ofDay.set(day, places);
		}
		return places;
	}

	#trim(): void {
		const gone = this.#groups.length - mostCompared;
		this.#groups = this.#groups.slice(gone);
		this.#first += gone;
		for (const places of [this.#ofAnyDay, this.#ofLonger]) places.forgetBefore(this.#first);
		for (const [day, places] of this.#ofDay) {
			places.forgetBefore(this.#first);
			if (places.isEmpty) this.#ofDay.delete(day);
		}
	}
}
