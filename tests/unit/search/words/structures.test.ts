import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atOnce } from "../../../../src/domain/slices.ts";
import { Postings } from "../../../../src/search/index/postings.ts";
import { highest } from "../../../../src/search/rank/highest.ts";
import { SnapshotParts } from "../../../../src/search/snapshot-parts.ts";
import { GramCounts, WordGrams } from "../../../../src/search/words/grams.ts";
import { Column, InvertedList, Rows } from "../../../../src/search/words/inverted-list.ts";
import { Numbered } from "../../../../src/search/words/numbered-words.ts";

/** Packed and unpacked, as a snapshot does it. */
function again(save: (parts: SnapshotParts) => void): SnapshotParts {
	const parts = new SnapshotParts();
	save(parts);
	const { body, places } = parts.pack();
	return SnapshotParts.unpack(body, places);
}

function items(list: InvertedList, key: number): number[] {
	const out: number[] = [];
	list.each(key, (item) => out.push(item));
	return out;
}

describe("inverted lists", () => {
	const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(1_000)), { maxLength: 200 });

	it("give back what was added under each key, in order, saved or not", () => {
		fc.assert(
			fc.property(pairs, pairs, (first, later) => {
				const fresh = new InvertedList();
				for (const [key, item] of first) fresh.add(key, item);
				const list = InvertedList.from(again((parts) => fresh.save(parts)));
				for (const [key, item] of later) list.add(key, item);
				for (let key = 0; key <= 20; key++) {
					const wanted = [...first, ...later].filter(([k]) => k === key).map(([, item]) => item);
					expect(items(list, key)).toEqual(wanted);
					expect(list.count(key)).toBe(wanted.length);
				}
			}),
		);
	});

	it("stay the same when the tail is folded in", () => {
		const list = new InvertedList();
		for (let item = 0; item < 120_000; item++) list.add(item % 7, item);
		expect(list.count(3)).toBe(Math.ceil((120_000 - 3) / 7));
		const all = items(list, 3);
		expect(all.every((item, at) => item === 3 + 7 * at)).toBe(true);
	});

	it("have nothing under a key that never came", () => {
		expect(items(new InvertedList(), 5)).toEqual([]);
		expect(new InvertedList().count(5)).toBe(0);
	});
});

describe("rows, columns and numbered texts", () => {
	it("grow and keep what they hold", () => {
		const rows = new Rows();
		const column = new Column();
		for (let row = 0; row < 3_000; row++) {
			rows.push([row, row + 1, row + 2], row % 4);
			column.push(row * 2);
		}
		const loaded = Rows.from(again((parts) => rows.save(parts)));
		expect([...loaded.get(2_999)]).toEqual([2_999, 3_000, 3_001]);
		expect([...loaded.get(2_996)]).toEqual([]);
		expect([...loaded.get(9_999)]).toEqual([]);
		expect([column.get(1_500), column.get(5_000)]).toEqual([3_000, 0]);
	});

	it("number texts by their first coming", () => {
		const texts = new Numbered(["a", "b"]);
		expect([texts.numberOf("b"), texts.numberOf("c"), texts.numberOf("a"), texts.count]).toEqual([
			1, 2, 0, 3,
		]);
		expect(texts.find("d")).toBeUndefined();
	});

	it("keep words and numbers apart in a snapshot", () => {
		const parts = again((all) => {
			all.in("x").putWords("words", ["", "كلمة", "word"]);
			all.in("x").put("numbers", Int32Array.of(-1, 7));
			all.putWords("none", []);
		});
		expect(parts.in("x").words("words")).toEqual(["", "كلمة", "word"]);
		expect([...parts.in("x").numbers("numbers")]).toEqual([-1, 7]);
		expect(parts.words("none")).toEqual([]);
		expect(() => parts.numbers("other")).toThrow(RangeError);
	});
});

describe("postings", () => {
	it("count a word that both languages of a passage share once", () => {
		const postings = new Postings();
		postings.add(0, [Int32Array.of(1, 2, 1), Int32Array.of(1, 3)]);
		const seen: [number, number][] = [];
		for (const term of [1, 2, 3]) postings.each(term, (_, times) => seen.push([term, times]));
		expect(seen).toEqual([
			[1, 2],
			[2, 1],
			[3, 1],
		]);
	});

	it("know no passage for the term of stop words", () => {
		const postings = new Postings();
		postings.add(0, [Int32Array.of(0, 0, 5)]);
		postings.each(0, () => expect.unreachable());
	});

	it("give back each passage once with its times, saved or not, of rare and frequent terms", async () => {
		const part = fc.array(fc.nat(6), { maxLength: 12 });
		const passages = fc.array(fc.tuple(part, part), { maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(passages, fc.constantFrom(1, 300), async (few, times) => {
				const all = Array.from({ length: times }, () => few).flat();
				const split = all.length >> 1;
				const fresh = new Postings();
				const put = (to: Postings, from: number, until: number) => {
					for (const [at, [own, other]] of all.slice(from, until).entries()) {
						to.add(from + at, [Int32Array.from(own), Int32Array.from(other)]);
					}
				};
				put(fresh, 0, split);
				const loaded = await Postings.from(again((parts) => atOnce(fresh.save(parts))));
				for (const postings of [fresh, loaded]) {
					for (let term = 1; term <= 6; term++) postings.each(term, () => {});
					put(postings, split, all.length);
					for (let term = 1; term <= 6; term++) {
						const seen: [number, number][] = [];
						postings.each(term, (passage, count) => seen.push([passage, count]));
						const wanted = all.flatMap((parts, passage): [number, number][] => {
							const counts = parts.map((one) => one.filter((other) => other === term).length);
							return Math.max(...counts) > 0 ? [[passage, Math.max(...counts)]] : [];
						});
						expect(seen.sort(([a], [b]) => a - b)).toEqual(wanted);
					}
				}
			}),
			{ numRuns: 30 },
		);
	});

	it("want passages in the order of their numbers", () => {
		const postings = new Postings();
		expect(() => postings.add(1, [Int32Array.of(1)])).toThrow(RangeError);
		postings.add(0, [Int32Array.of(0)]);
		expect(() => postings.add(0, [Int32Array.of(1)])).toThrow(RangeError);
	});

	it("find passages that hold all of several terms", () => {
		const postings = new Postings();
		postings.add(0, [Int32Array.of(1, 2)]);
		postings.add(1, [Int32Array.of(2, 2, 1, 1)]);
		postings.add(2, [Int32Array.of(2)]);
		expect([...postings.together([1, 2])]).toEqual([
			[0, 1],
			[1, 2],
		]);
		expect(postings.together([1, 3]).size).toBe(0);
	});
});

describe("letters of words", () => {
	const word = fc.string({ unit: fc.constantFrom(..."ابتكلمن"), minLength: 1, maxLength: 7 });

	/** Dice's coefficient the slow way. */
	function dice(a: string, b: string): number {
		const grams = (text: string) => {
			const marked = ` ${text} `;
			return new Set(Array.from({ length: marked.length - 2 }, (_, i) => marked.slice(i, i + 3)));
		};
		const [x, y] = [grams(a), grams(b)];
		return (2 * [...x].filter((gram) => y.has(gram)).length) / (x.size + y.size);
	}

	it("find every word above the floor and none below", () => {
		fc.assert(
			fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, asked) => {
				// The article is no part of the comparison: words that begin like it are another matter.
				fc.pre(![...words, asked].some((one) => /^(وال|بال|كال|فال|لل|ال)/.test(one)));
				const grams = new WordGrams();
				for (const one of words) grams.add(one);
				const found = grams.near(asked, 0.5);
				for (const [id, one] of words.entries()) {
					const wanted = dice(asked, one);
					const hit = found.find((near) => near.id === id);
					if (wanted >= 0.5) expect(hit?.dice).toBeCloseTo(wanted);
					else expect(hit).toBeUndefined();
				}
			}),
		);
	});

	it("survive a snapshot and grow after it", () => {
		const fresh = new WordGrams();
		fresh.add("بوتين");
		const grams = WordGrams.from(again((parts) => fresh.save(parts)));
		grams.add("لبوتين");
		expect(
			grams
				.near("بوتين", 0.3)
				.map(({ id }) => id)
				.sort(),
		).toEqual([0, 1]);
	});

	it("are counted by passage, up and down", () => {
		const grams = new WordGrams();
		grams.add("كتب");
		const counts = new GramCounts();
		counts.count(Int32Array.of(0, 0), grams, 1);
		counts.count(Int32Array.of(0), grams, 1);
		const gram = grams.ofWord(0)[0] ?? 0;
		expect(counts.get(gram)).toBe(2);
		counts.count(Int32Array.of(0), grams, -1);
		expect(counts.get(gram)).toBe(1);
	});
});

describe("the highest of many", () => {
	it("are those that sorting would put first, equal ones by their order", () => {
		const count = fc.integer({ min: 1, max: 20 });
		fc.assert(
			fc.property(
				fc.array(fc.nat(30)),
				count,
				fc.integer({ min: 1, max: 4 }),
				fc.boolean(),
				(scores, most, nth, lastFirst) => {
					const accept = (at: number) => at % nth === 0;
					const tie = (one: number, other: number) => (lastFirst ? other - one : one - other);
					const all = Int32Array.from(scores.keys());
					const asked = { accept, tie };
					const found = atOnce(highest(all, most, Float64Array.from(scores), asked));
					const sorted = [...all]
						.filter(accept)
						.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || tie(a, b));
					expect([...found].sort()).toEqual(sorted.slice(0, most).sort());
				},
			),
		);
	});
});
