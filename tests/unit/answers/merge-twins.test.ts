import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTwins } from "../../../src/answers/items/merge-twins.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { PassageHit } from "../../../src/domain/passage-search.ts";

const words = [..."abcdefghijklmnopqrstuvwxyz"].map((letter, n) => letter.repeat(1 + (n % 5)));

function hitOf(article: string, text: string): PassageHit {
	const passage = { id: "p1", kind: "body" as const, text };
	const of = { id: article } as Article;
	return {
		article: of,
		passage: { ...passage, source: { line: 1, start: 0, end: text.length } },
		...{ score: 1, coverage: 1, matched: new Set<string>(), asked: [] },
	};
}

/** By the rule alone, each hit compared with every one before it. */
function plain(hits: readonly PassageHit[]): string[][] {
	const out: { of: string; words: Set<string>; also: string[] }[] = [];
	for (const { article, passage } of hits) {
		const own = new Set(passage.text.split(" "));
		const twin = out.find((other) => {
			const both = [...own].filter((word) => other.words.has(word)).length;
			return (
				other.of !== article.id &&
				own.size > 4 &&
				both / new Set([...own, ...other.words]).size >= 0.85
			);
		});
		if (twin) twin.also.push(article.id);
		else out.push({ of: article.id, words: own, also: [] });
	}
	return out.map(({ of, also }) => [of, ...also]);
}

const shown = (hits: readonly PassageHit[]) =>
	mergeTwins(hits).map(({ hit, also }) => [hit, ...also].map(({ article }) => article.id));

describe("mergeTwins", () => {
	it("puts together what the plain rule puts together", () => {
		// Texts that differ from one of few by a word or two: twins are many, and near misses too.
		const text = fc
			.tuple(fc.integer({ min: 4, max: 22 }), fc.subarray(words, { maxLength: 3 }), fc.nat(2))
			.map(([size, more, left]) => [...words.slice(left, size), ...more].join(" "));
		const hits = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), text), { maxLength: 40 });
		fc.assert(
			fc.property(hits, (made) => {
				const all = made.map(([article, own]) => hitOf(article, own));
				expect(shown(all)).toEqual(plain(all));
			}),
			{ numRuns: 500 },
		);
	});

	it("lists what stands behind the first thousand as it is", () => {
		const text = "one text that several articles have";
		const hits = Array.from({ length: 1_002 }, (_, n) => hitOf(`a${n}`, text));
		const merged = mergeTwins(hits);
		expect(merged).toHaveLength(3);
		expect(merged[0]?.also).toHaveLength(999);
		expect(merged.slice(1).map(({ hit }) => hit.article.id)).toEqual(["a1000", "a1001"]);
	});
});
