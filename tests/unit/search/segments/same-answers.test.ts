import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/domain/article.ts";
import type { PassageJudge, PassageQuery } from "../../../../src/domain/passage-search.ts";
import type { Bilingual } from "../../../../src/domain/sets/languages.ts";
import { createPassageSearch } from "../../../../src/search/passage-search.ts";
import { article, smallData } from "../doubles.ts";
import { openSegments } from "./doubles.ts";

const vocabulary = [
	..."نفت بكين بيع أسلحة سلاح المسيرة مسيرات القمح قمحنا صادرات صدر إضراب غارة الصينيون جينبينغ بينج يوسف محكمة وقف إطلاق النار هدنة ٣ والمحكمة".split(
		" ",
	),
	..."Beijing Chinese wheat drones drone Yusuf Joseph customs ceasefire strike raid exports court arms the of Spacety 2023".split(
		" ",
	),
];
const word = fc.constantFrom(...vocabulary);
const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
const line: fc.Arbitrary<string | Bilingual> = fc.oneof(
	{ weight: 4, arbitrary: text },
	{ weight: 1, arbitrary: fc.record({ ar: text, en: text }) },
);
const made = fc.record({
	id: fc.integer({ min: 0, max: 7 }).map((n) => `a${n}`),
	lines: fc.array(line, { minLength: 1, maxLength: 5 }),
	language: fc.constantFrom("ar", "en"),
});
const change = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant("add" as const), of: made }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), of: made }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("exchange" as const), of: made }) },
);
const question = fc.record({
	text: fc.array(word, { minLength: 0, maxLength: 5 }).map((words) => words.join(" ")),
	language: fc.constantFrom("ar", "en"),
	limit: fc.constantFrom(1, 3, 200),
	filtered: fc.boolean(),
	preferred: fc.boolean(),
});

/** Judges by what every passage has. */
const judge: PassageJudge = {
	accepts: () => (ref) => ref.passage.source.line % 2 === 1 || ref.article.id === "a3",
	prefers: () => (ref) => (ref.article.id.charCodeAt(1) % 3) / 2,
};

type Asked = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

function queryOf({ filtered, preferred, ...rest }: Asked): PassageQuery {
	return {
		...rest,
		within: filtered ? { filters: { outlet: "Gazette" } } : undefined,
		prefer: preferred ? { by: "Ada Holt" } : undefined,
	};
}

const data = smallData();

describe("segments beside the index in this process", () => {
	it("give the same hits to the last bit, through additions, removals and exchanges", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(made, { maxLength: 6 }),
				fc.array(change, { maxLength: 14 }),
				fc.array(question, { minLength: 1, maxLength: 4 }),
				async (first, changes, questions) => {
					const start = new Map<string, Article>();
					for (const { id, lines, language } of first) start.set(id, article(id, lines, language));
					const corpus = [...start.values()];
					const local = await createPassageSearch(corpus, data);
					const { index, problems } = await openSegments(corpus, data);
					for (const { kind, of } of changes) {
						const own = article(of.id, of.lines, of.language);
						if (kind === "remove") {
							await local.remove(own.id);
							await index.remove(own.id);
						} else if (kind === "add") {
							await local.add(own);
							await index.add(own);
						} else expect(await index.exchange(own)).toBe(await local.exchange(own));
						expect(index.size).toBe(local.size);
						for (const asked of questions) {
							const query = queryOf(asked);
							expect(await index.search(query, judge)).toEqual(await local.search(query, judge));
						}
					}
					expect(problems).toEqual([]);
					await index.close();
					for (const asked of questions) {
						const query = queryOf(asked);
						expect(await index.search(query, judge)).toEqual(await local.search(query, judge));
					}
				},
			),
			{ numRuns: 60 },
		);
	});
});
