import { MarkedTerms } from "./marked-terms.ts";
import { Group, Shelf } from "./shelf.ts";
import {
	fewestShared,
	leastShare,
	mayBeOne,
	neededShare,
	shorterOf,
	type Telling,
} from "./telling.ts";

/** Of one group, the tellings that a new one is compared with. */
const mostTellings = 12;

/** Finds the group that a telling belongs to. */
export class GroupFinder<Entry> {
	readonly #shelves = new Map<string, Shelf<Entry>>();
	readonly #marked = new MarkedTerms();

	/** `keys`: the months that the telling touches. */
	find(telling: Telling, keys: readonly string[]): Group<Entry> | null {
		const marked = this.#marked;
		marked.mark(telling.terms);
		const needed = leastShare(telling);
		let best: Group<Entry> | null = null;
		let bestShare = 0;
		const compare = (group: Group<Entry>, held: number) => {
			const shorter = Math.max(1, Math.min(telling.terms.length, group.fewestTerms));
			// No telling of it can share more than the group holds.
			const most = held / shorter;
			if (most < needed || most <= bestShare) return;
			if (group.comparedWith === telling) return;
			group.comparedWith = telling;
			const count = Math.min(group.tellings.length, mostTellings);
			for (let n = 0; n < count; n++) {
				const other = group.tellings[n];
				if (!other || !mayBeOne(telling, other)) continue;
				const least = neededShare(telling, other);
				const terms = shorterOf(telling, other);
				// Counting is the dear part.
				if (held / terms <= bestShare || held / terms < least) continue;
				const shared = marked.countIn(other.terms);
				const share = shared / terms;
				if (shared < fewestShared || share < least || share <= bestShare) continue;
				best = group;
				bestShare = share;
			}
		};
		for (const key of keys) this.#shelves.get(key)?.eachHolding(telling, compare);
		return best;
	}

	/** A new group, known under the months of its first telling. */
	add(telling: Telling, keys: readonly string[]): Group<Entry> {
		const group = new Group<Entry>(telling);
		for (const key of keys) {
			let shelf = this.#shelves.get(key);
			if (!shelf) {
				shelf = new Shelf();
				this.#shelves.set(key, shelf);
			}
			shelf.add(group);
		}
		this.#note(group, telling, []);
		return group;
	}

	/** Adds a telling to a group that is known already. */
	join(group: Group<Entry>, telling: Telling): void {
		const before = group.tellings.length;
		group.tellings.push(telling);
		if (before < mostTellings) this.#note(group, telling, group.tellings.slice(0, before));
	}

	/** Those that are left of a group once some were taken away are compared with from now on. */
	keep(group: Group<Entry>, tellings: Telling[]): void {
		const noted = group.tellings.slice(0, mostTellings);
		group.tellings = tellings;
		for (const telling of tellings.slice(0, mostTellings)) {
			if (noted.includes(telling)) continue;
			this.#note(group, telling, noted);
			noted.push(telling);
		}
	}

	/** Notes the terms that the tellings of the same date before it have not brought. */
	#note(group: Group<Entry>, telling: Telling, noted: readonly Telling[]): void {
		group.fewestTerms = Math.min(group.fewestTerms, telling.terms.length);
		const others = noted.filter(({ from, to }) => from === telling.from && to === telling.to);
		for (const term of telling.terms) {
			if (others.some(({ terms }) => terms.includes(term))) continue;
			for (const { shelf, place } of group.shelves) shelf.note(place, telling, term);
		}
	}
}
