import { SnapshotParts } from "../../snapshot-parts.ts";
import { GramCounts } from "../../words/grams.ts";
import type { FlatRows } from "./passage-rows.ts";
import { contentLength, PassageTerms } from "./passage-terms.ts";
import { mostPassages } from "./segment-source.ts";
import { manyTimes } from "./term-list.ts";
import { packWords } from "./word-sequences.ts";

/** What is known of the words of the corpus, by their numbers; another thread can be given it. */
export type Vocabulary = {
	/** By word: the number of its term, 0 for none. */
	termOf: Int32Array;
	/** By word: its different trigrams, as rows. */
	grams: { starts: Int32Array; items: Int32Array };
};

/** The parts of a segment with these passages, of which there may be `mostPassages`. */
export function buildSegment(rows: FlatRows, { termOf, grams }: Vocabulary): SnapshotParts {
	const count = rows.starts.length - 1;
	if (count > mostPassages) throw new RangeError(`${count} passages are too many for a segment`);
	const parts = new SnapshotParts();
	const terms = rows.words.map((word) => termOf[word] ?? 0);
	putLists(parts, rows, terms);
	const { ranked, bytes, starts } = packWords(rows.words, rows.starts);
	parts.put("ranked", ranked);
	parts.put("sequences", bytes);
	parts.put("sequence-starts", starts);
	const lengths = new Int32Array(count);
	const gramCounts = new GramCounts();
	const gramsOfWords = {
		count: grams.items.reduce((most, gram) => Math.max(most, gram + 1), 0),
		ofWord: (id: number) => grams.items.subarray(grams.starts[id], grams.starts[id + 1]),
	};
	for (let passage = 0; passage < count; passage++) {
		const [from, to] = [rows.starts[passage] ?? 0, rows.starts[passage + 1] ?? 0];
		lengths[passage] = contentLength(terms.subarray(from, to), rows.otherFrom[passage] ?? 0);
		gramCounts.count(rows.words.subarray(from, to), gramsOfWords, 1);
	}
	parts.put("lengths", lengths);
	parts.put("lines", rows.lines);
	parts.put("traits", Uint8Array.from(rows.traits));
	parts.put("article-of", Uint16Array.from(rows.articleOf));
	parts.put("other-from", rows.otherFrom);
	parts.putWords("articles", rows.articles);
	parts.putWords("fingerprints", rows.fingerprints);
	gramCounts.save(parts.in("gram-counts"));
	return parts;
}

/** The lists of all terms, one behind the other in the order of their numbers. */
function putLists(parts: SnapshotParts, rows: FlatRows, terms: Int32Array): void {
	const each = eachTerm(rows, terms);
	const highest = terms.reduce((most, term) => Math.max(most, term), 0);
	const places = new Int32Array(highest + 2);
	each((_, term) => {
		places[term + 1] = (places[term + 1] ?? 0) + 1;
	});
	const present: number[] = [];
	const starts = [0];
	let postings = 0;
	for (let term = 0; term <= highest; term++) {
		const own = places[term + 1] ?? 0;
		places[term] = postings;
		postings += own;
		if (own === 0) continue;
		present.push(term);
		starts.push(postings);
	}
	const passages = new Uint16Array(postings);
	const allTimes = new Uint8Array(postings);
	const many: number[] = [];
	each((passage, term, times) => {
		const at = places[term] ?? 0;
		places[term] = at + 1;
		passages[at] = passage;
		allTimes[at] = Math.min(times, manyTimes);
		if (times >= manyTimes) many.push(at, times);
	});
	parts.put("terms", Int32Array.from(present));
	parts.put("starts", Int32Array.from(starts));
	parts.put("passages", passages);
	parts.put("times", allTimes);
	parts.put("overflow", Int32Array.from(many));
}

type Visit = (passage: number, term: number, times: number) => void;

function eachTerm({ starts, otherFrom }: FlatRows, terms: Int32Array): (visit: Visit) => void {
	const counted = new PassageTerms();
	return (visit) => {
		for (let passage = 0; passage < starts.length - 1; passage++) {
			const own = terms.subarray(starts[passage], starts[passage + 1]);
			counted.each(own, otherFrom[passage] ?? 0, (term, times) => visit(passage, term, times));
		}
	};
}
