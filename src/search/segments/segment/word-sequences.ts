/**
 * The words of a segment's passages, in order: each word is its rank among the segment's words by
 * frequency, in as many bytes as it needs (seven bits a byte), so that a word takes 1.5 bytes.
 */
export type WordSequences = {
	/** By rank: the number of the word. */
	ranked: Int32Array;
	bytes: Uint8Array;
	/** By passage, and behind the last one: where its bytes begin. */
	starts: Int32Array;
};

/** `starts` of `words` by passage, and behind the last one. */
export function packWords(words: Int32Array, starts: Int32Array): WordSequences {
	const ranked = byFrequency(words);
	const rankOf = new Map<number, number>();
	for (const [rank, word] of ranked.entries()) rankOf.set(word, rank);
	const passages = starts.length - 1;
	const out = {
		ranked,
		bytes: new Uint8Array(words.length * 3),
		starts: new Int32Array(passages + 1),
	};
	let to = 0;
	for (let passage = 0; passage < passages; passage++) {
		for (let at = starts[passage] ?? 0; at < (starts[passage + 1] ?? 0); at++) {
			let rank = rankOf.get(words[at] ?? 0) ?? 0;
			for (; rank > 0x7f; rank >>>= 7) out.bytes[to++] = (rank & 0x7f) | 0x80;
			out.bytes[to++] = rank;
		}
		out.starts[passage + 1] = to;
	}
	return { ...out, bytes: out.bytes.slice(0, to) };
}

/** The most frequent word first; of equally frequent ones the lower number. */
function byFrequency(words: Int32Array): Int32Array {
	const counts = new Map<number, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	const ranked = Int32Array.from(counts.keys());
	return ranked.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
}

export function unpackWords({ ranked, bytes, starts }: WordSequences, passage: number): Int32Array {
	const to = starts[passage + 1] ?? 0;
	let at = starts[passage] ?? 0;
	// No word takes less than a byte.
	const out = new Int32Array(Math.max(0, to - at));
	let count = 0;
	while (at < to) {
		let rank = 0;
		let shift = 0;
		let byte = bytes[at++] ?? 0;
		for (; byte > 0x7f; byte = bytes[at++] ?? 0) {
			rank |= (byte & 0x7f) << shift;
			shift += 7;
		}
		out[count++] = ranked[rank | (byte << shift)] ?? 0;
	}
	return out.subarray(0, count);
}
