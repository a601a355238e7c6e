import MiniSearch, { type Options } from "minisearch";
import type { Slices } from "../../domain/slices.ts";
import type { SnapshotParts } from "../snapshot-parts.ts";
import { breath } from "../turns.ts";
import { Rows } from "../words/inverted-list.ts";
import { KeptFields } from "./kept-postings.ts";

/** Terms of a passage's own language and of the other one, separated by blanks. */
type IndexedPassage = { id: number; own: string; other: string };
type Field = "own" | "other";

const fields = ["own", "other"] as const satisfies Field[];
const options: Options<IndexedPassage> = {
	fields: [...fields],
	tokenize: (text) => (text ? text.split(" ") : []),
	processTerm: (term) => term,
	autoVacuum: false,
};

/** By passage, how often it holds a term. */
type Times = ReadonlyMap<number, number>;
const none: Times = new Map();

/** Terms that are read from a snapshot before the event loop gets its turn: a few ms. */
const sliceLength = 2_000;
/** The same of those that are saved: a frequent one takes half a millisecond. */
const savedAtOnce = 200;

/**
 * MiniSearch as the inverted index over passages. Scores are worked out elsewhere: MiniSearch
 * multiplies a score by the number of matched terms, which lets a passage with many synonyms of one
 * word outvote another word (docs/search-measurements.md has the figures).
 */
export class PassagePostings extends MiniSearch<IndexedPassage> {
	constructor() {
		super(options);
	}

	/**
	 * MiniSearch's own JSON without its terms, and these as rows of numbers: MiniSearch writes them as
	 * objects keyed by passage, and needs three times as long to make maps of them again.
	 */
	*save(parts: SnapshotParts): Slices<void> {
		const state = new PassagePostings();
		Object.assign(state, this, { _index: state._index });
		parts.putWords("state", [JSON.stringify(state)]);
		yield;
		const rows = new Rows();
		const terms: string[] = [];
		for (const [term, byField] of this._index) {
			terms.push(term);
			for (const field of fields) {
				rows.push([...(byField.get(this.#fieldId(field)) ?? none)].flat());
			}
			if (terms.length % savedAtOnce === 0) yield;
		}
		parts.putWords("terms", terms);
		rows.save(parts);
	}

	/** Throws a RangeError where the parts are no index that this version of MiniSearch reads. */
	static async from(parts: SnapshotParts): Promise<PassagePostings> {
		const out = new PassagePostings();
		const [state = ""] = parts.words("state");
		try {
			// It comes as a plain MiniSearch, whichever class is asked. Without terms it takes a few ms;
			// loadJSAsync would wait on a timer for every thousand passages.
			Object.assign(out, MiniSearch.loadJS(JSON.parse(state), options));
		} catch (cause) {
			throw new RangeError("holds no readable inverted index", { cause });
		}
		const rows = Rows.from(parts);
		const ids = fields.map((field) => out.#fieldId(field));
		for (const [at, term] of parts.words("terms").entries()) {
			out._index.set(term, new KeptFields(rows, at * fields.length, ids));
			if (at % sliceLength === sliceLength - 1) await breath();
		}
		return out;
	}

	/** Adds the passage whose number is the next: MiniSearch numbers its documents from 0 as well. */
	addPassage(passage: number, own: Int32Array, other: Int32Array = new Int32Array(0)): void {
		if (passage !== this._nextId) throw new RangeError(`passage ${passage} is out of order`);
		this.add({ id: passage, own: keysOf(own), other: keysOf(other) });
	}

	/** How often passages hold a term in their own language and in the other one. */
	times(term: number): Record<Field, Times> {
		const byField = this._index.get(keyOf(term));
		const of = (field: Field) => byField?.get(this.#fieldId(field)) ?? none;
		return { own: of("own"), other: of("other") };
	}

	#fieldId(field: Field): number {
		return this._fieldIds[field] ?? -1;
	}
}

function keyOf(term: number): string {
	return term.toString(36);
}

function keysOf(terms: Int32Array): string {
	const out: string[] = [];
	for (const term of terms) if (term !== 0) out.push(keyOf(term));
	return out.join(" ");
}
