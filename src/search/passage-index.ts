import MiniSearch from "minisearch";

/** A passage as it is indexed: index terms in order, separated by blanks. */
export type IndexedDocument = { id: number; text: string; other: string };

export const fields = ["text", "other"] as const;
export type Field = (typeof fields)[number];

/** Documents that hold a term in one field, with how often. */
export type Postings = ReadonlyMap<number, number>;

const noPostings: Postings = new Map();

/**
 * MiniSearch as the inverted index: it keeps terms, documents and field lengths, adds and removes,
 * and finds near spellings. Scores are worked out elsewhere, since MiniSearch's own rewards a
 * passage that holds many synonyms of one word. Document ids count up from 0 in the order of adding.
 */
export class PassageIndex extends MiniSearch<IndexedDocument> {
	constructor() {
		super({
			fields: [...fields],
			tokenize: (text) => (text ? text.split(" ") : []),
			processTerm: (term) => term,
			autoVacuum: false,
		});
	}

	/** Ids are given in order and never again, so that MiniSearch's own short ids equal them. */
	get nextId(): number {
		return this._nextId;
	}

	postings(term: string, field: Field): Postings {
		const found = this._index.get(term);
		return found?.get(this._fieldIds[field] ?? -1) ?? noPostings;
	}

	hasTerm(term: string): boolean {
		return this._index.has(term);
	}

	/** Different terms of the document's field. */
	fieldLength(id: number, field: Field): number {
		return this._fieldLength.get(id)?.[this._fieldIds[field] ?? -1] ?? 0;
	}

	averageFieldLength(field: Field): number {
		return this._avgFieldLength[this._fieldIds[field] ?? -1] ?? 0;
	}

	/** Terms within so many edits of `term`, with the edits. */
	nearTerms(term: string, edits: number): { term: string; edits: number }[] {
		const out: { term: string; edits: number }[] = [];
		for (const [near, [, distance]] of this._index.fuzzyGet(term, edits)) {
			out.push({ term: near, edits: distance });
		}
		return out;
	}
}
