import { expect, it } from "vitest";
import { LeanArticles } from "../../../../src/corpus/store/lean-articles.ts";
import { openCorpus } from "../../../../src/corpus/store/read-corpus.ts";
import { Article } from "../../../../src/domain/article.ts";

const { articles } = await openCorpus("index-data/corpus");

it("says what was read, field by field", () => {
	const lean = new LeanArticles();
	for (const article of articles) {
		const copy = Article.parse(JSON.parse(JSON.stringify(article)));
		expect(lean.of(copy)).toStrictEqual(copy);
		const [{ passages, claims }, now] = [article, { id: "a0", until: "2024-05-16" }];
		const { title, source, published } = article;
		const earlier = [{ ...now, title, source, published, passages, claims, became: {} }];
		expect(lean.of({ ...copy, earlier })).toStrictEqual({ ...copy, earlier });
	}
});

it("holds speakers, days and reasons that come again once, within an article and beyond it", () => {
	const copies = articles.map((article) => structuredClone(article));
	const lean = new LeanArticles();
	const claims = copies.map((article) => lean.of(article)).flatMap((article) => article.claims);
	const distinct = new Set(claims.map(({ speaker }) => JSON.stringify(speaker)));
	expect(distinct.size).toBeLessThan(claims.length);
	expect(new Set(claims.map(({ speaker }) => speaker)).size).toBe(distinct.size);
	const days = claims.map(({ saidOn }) => saidOn);
	expect(new Set(days).size).toBe(new Set(days.map((day) => JSON.stringify(day))).size);
});

it("leaves a quotation that its passage does not hold as it is", () => {
	const [article] = articles;
	const [claim] = article?.claims ?? [];
	if (!article || !claim) throw new Error("The corpus has no claim.");
	const odd = { ...claim, quote: "nowhere to be found", passage: "none" };
	const [read] = new LeanArticles().of({ ...article, claims: [odd] }).claims;
	expect(read).toStrictEqual(odd);
});
