import { expect, it } from "vitest";
import { besideTopicOf } from "../../../../src/answers/evidence/beside-topic.ts";
import { hitContext } from "../../../../src/answers/evidence/context.ts";
import { lackingOf } from "../../../../src/answers/evidence/lacking.ts";
import type { Findings } from "../../../../src/answers/find/find-passages.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { PassageHit } from "../../../../src/domain/passage-search.ts";
import { article } from "../doubles.ts";

const festival = article("festival", [
	"The Sorrel film festival opened on Friday.",
	"Screenings end on 21 October.",
]);
const other = article("other", ["A film club meets in Sorrel.", "It ends its season in May."]);

/** A hit on the nth passage that holds each of the words so surely. */
function hit(of: Article, n: number, held: Record<string, number>): PassageHit {
	const passage = of.passages.filter(({ kind }) => kind !== "title")[n];
	if (!passage) throw new Error(`${of.id} has no passage ${n}.`);
	const asked = Object.entries(held).map(([word, each]) => ({ word, share: 0.25, held: each }));
	return { article: of, passage, score: 1, coverage: 0.5, matched: new Set(), asked };
}

const opening = hit(festival, 0, { sorrel: 1, film: 1, festival: 1, end: 0 });
const told = hit(festival, 1, { sorrel: 0, film: 0, festival: 0, end: 1 });
const near = hit(other, 1, { sorrel: 0, film: 0, festival: 0, end: 1 });
const context = hitContext({
	hits: [opening, told, hit(other, 0, { sorrel: 1, film: 1, festival: 0, end: 0 }), near],
	unknownWords: [],
	reading: { names: ["sorrel", "festival"], filters: {} },
} as unknown as Findings);

it("takes an article's topic as given in each of its passages", () => {
	expect(besideTopicOf(told, context)).toEqual({ granted: 1, asked: 1 });
	expect(besideTopicOf(opening, context)).toEqual({ granted: 0.75, asked: 0 });
	expect(besideTopicOf(near, context)).toEqual({ granted: 0.75, asked: 0.5 });
});

it("tells what stands in no passage of an article", () => {
	expect(lackingOf(told, context, true)).toEqual({ missing: 0, lacksName: 0 });
	expect(lackingOf(near, context, true)).toEqual({ missing: 0.25, lacksName: 1 });
	// A name of the other language may stand there in its own letters.
	expect(lackingOf(near, context, false)).toEqual({ missing: 0.25, lacksName: 0 });
});
