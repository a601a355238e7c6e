import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimelineEvent } from "../../../src/domain/article.ts";
import { atOnce } from "../../../src/domain/slices.ts";
import { TimelineBuilder, type TimelineEntry } from "../../../src/timeline/entries.ts";
import { plainGroups } from "./plain.ts";
import { precisionOf } from "./precision.ts";

type Telling = { words: readonly string[]; value: string | null; passage: number };
type Told = { id: string; events: TimelineEvent[] };

const words = "quay harbour bridge storm flood strike court treaty wheat border rail plant".split(
	" ",
);
const letters = "bdfg";
const dates = [
	"2024-04-06",
	"2024-04-06",
	"2024-04-07",
	"2024-05-01",
	"2024-04",
	"2024-05",
	"2024",
	"2023-12-31",
	null,
];
const telling = fc.record({
	words: fc.subarray(words, { minLength: 1, maxLength: 8 }),
	value: fc.constantFrom(...dates),
	passage: fc.nat(3),
});

function articleOf(tellings: readonly Telling[], n: number): Told {
	const events = tellings.map(({ words: told, value, passage }, e): TimelineEvent => {
		const quote = told.join(" ");
		const precision = precisionOf(value);
		return {
			id: `e${e}`,
			passage: `p${passage}`,
			quote,
			source: { line: 1, start: 0, end: quote.length },
			date: { value, precision, basis: value ? "printed" : "unknown", expression: null },
		};
	});
	return { id: `a${n}`, events };
}

function groupsOf(entries: readonly TimelineEntry[]): string[][] {
	return entries.map(({ events }) => events.map(({ article, event }) => `${article} ${event.id}`));
}

function built(articles: readonly Told[]): TimelineBuilder {
	const builder = new TimelineBuilder(new Set());
	for (const article of articles) atOnce(builder.add(article));
	return builder;
}

describe("GroupFinder", () => {
	it("puts together what the plain rule puts together", () => {
		const corpus = fc.array(fc.array(telling, { maxLength: 6 }), { maxLength: 30 });
		fc.assert(
			fc.property(corpus, (made) => {
				const articles = made.map(articleOf);
				expect(groupsOf(built(articles).entries())).toEqual(plainGroups(articles));
			}),
			{ numRuns: 300 },
		);
	});

	it("looks at the newest 400 of a month, as the plain rule does", () => {
		const name = (n: number) => [...String(n)].map((digit) => "bdfgklmnpr"[Number(digit)]).join("");
		const told = (n: number) => [...letters].map((letter) => `x${letter}${name(n)}`);
		const once = (n: number) => ({ words: told(n), value: "2024-04-06", passage: 0 });
		const numbers = Array.from({ length: 1_300 }, (_, n) => n);
		// The newest, one at the edge on either side, and one from before the shelf was cut back.
		const again = [1_299, 900, 899, 3];
		const articles = [...numbers, ...again].map((n, at) => articleOf([once(n)], at));
		const groups = groupsOf(built(articles).entries());
		expect(groups).toEqual(plainGroups(articles));
		expect(groups).toHaveLength(1_302);
	});

	it("forgets an article that is told anew again and again", () => {
		const words = ["storm", "quay", "harbour", "bridge"];
		const made = (n: number) => articleOf([{ words, value: "2024-04-06", passage: 0 }], n);
		const builder = built([made(0), made(1)]);
		for (let n = 0; n < 2_000; n++) {
			builder.remove("a1");
			atOnce(builder.add(made(1)));
		}
		expect(groupsOf(builder.entries())).toEqual([["a0 e0", "a1 e0"]]);
		builder.remove("a0");
		builder.remove("a1");
		expect(builder.entries()).toEqual([]);
	});

	it("compares with what is left of a group once some of it was taken away", () => {
		const first = { words: ["storm", "quay", "harbour"], value: "2024-04-06", passage: 0 };
		const last = { words: ["rail", "plant", "court"], value: "2024-04-06", passage: 0 };
		const both = { ...first, words: [...first.words, ...last.words] };
		// Thirteen tellings: the last one takes part only once one before it is gone.
		const articles = [both, ...Array(11).fill(first), both, last].map((each, n) =>
			articleOf([each], n),
		);
		const builder = built(articles.slice(0, 13));
		builder.remove("a0");
		atOnce(builder.add(articles[13] as Told));
		expect(groupsOf(builder.entries())).toHaveLength(1);
	});
});
