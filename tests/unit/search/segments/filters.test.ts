import { describe, expect, it } from "vitest";
import {
	type PassageJudge,
	type PassageQuery,
	passageKey,
} from "../../../../src/domain/passage-search.ts";
import { createPassageSearch } from "../../../../src/search/passage-search.ts";
import { article, smallData } from "../doubles.ts";
import { openSegments } from "./doubles.ts";

const data = smallData();
const lines = ["نفت بكين بيع أسلحة", "القمح إلى بكين", "بكين بكين", "محكمة في بكين اليوم"];
/** Far more passages than are looked at closely, in many segments. */
const corpus = Array.from({ length: 400 }, (_, n) => article(`a${n}`, lines.slice(n % 3)));

/** Accepts what few articles say, and counts how often it is asked. */
function judge(accepted: RegExp) {
	const asked = { times: 0 };
	const own: PassageJudge = {
		accepts: () => (ref) => {
			asked.times++;
			return accepted.test(ref.article.id);
		},
		prefers: () => () => 0,
	};
	return { asked, own };
}

const filtered: PassageQuery = {
	text: "Beijing",
	language: "ar",
	limit: 10,
	within: { filters: { outlet: "Gazette" } },
};

describe("conditions over segments", () => {
	it.each([
		["few", /^a\d9[79]$/],
		["one", /^a200$/],
		["none", /^b/],
		["most", /^a\d*[1-9]$/],
	])("are met by the hits of today's index where %s are accepted", async (_, accepted) => {
		const local = await createPassageSearch(corpus, data);
		const { index } = await openSegments(corpus, data, { sealAt: 64 });
		const expected = await local.search(filtered, judge(accepted).own);
		expect(await index.search(filtered, judge(accepted).own)).toEqual(expected);
	});

	it("are judged once for a passage, and anew where an article is exchanged", async () => {
		const { index } = await openSegments(corpus, data);
		const { asked, own } = judge(/^a\d9[79]$/);
		const first = await index.search(filtered, own);
		const { times } = asked;
		expect(times).toBeGreaterThan(200);
		expect(await index.search(filtered, own)).toEqual(first);
		expect(asked.times).toBe(times);
		const [one] = corpus;
		if (one) await index.exchange({ ...one, outlet: "Herald" });
		await index.search(filtered, own);
		expect(asked.times).toBe(2 * times);
	});

	it("ask only of articles that their columns let through, and go with what is exchanged and added", async () => {
		const outlets = ["Gazette", "Herald", "Tribune"];
		const printed = corpus.map((one, n) => ({
			...one,
			outlet: outlets[n % 97 === 0 ? 0 : 1] ?? "",
		}));
		const { index } = await openSegments(printed, data, { sealAt: 64 });
		const asked = new Set<string>();
		const own: PassageJudge = {
			accepts: () => (ref) => {
				asked.add(ref.article.id);
				return ref.article.outlet === "Gazette" && ref.article.id !== "a97";
			},
			narrows: () => [{ facet: "outlet", test: (name) => name === "Gazette" }],
			prefers: () => () => 0,
		};
		const found = async () => {
			asked.clear();
			const { hits } = await index.search({ ...filtered, limit: 50 }, own);
			return [...new Set(hits.map((hit) => hit.article.id))].sort();
		};
		expect(await found()).toEqual(["a0", "a194", "a291", "a388"]);
		expect([...asked].sort()).toEqual(["a0", "a194", "a291", "a388", "a97"]);
		const [, second, third] = printed;
		if (second) await index.exchange({ ...second, outlet: "Gazette" });
		if (third) await index.remove("a0");
		await index.add({ ...article("late", ["بكين اليوم"]), outlet: "Gazette" });
		expect(await found()).toEqual(["a1", "a194", "a291", "a388", "late"]);
	});

	it("of named passages ask of no other", async () => {
		const { index } = await openSegments(corpus, data);
		const { asked, own } = judge(/./);
		const named = corpus
			.slice(300, 303)
			.flatMap((of) =>
				of.passages.slice(0, 1).map((passage) => passageKey({ article: of, passage })),
			);
		const within = { passages: new Set([...named, "nobody\nnothing"]) };
		const { hits } = await index.search({ ...filtered, within }, own);
		expect(hits.map(passageKey).sort()).toEqual(named.sort());
		expect(asked.times).toBe(named.length);
	});
});
