import { describe, expect, it } from "vitest";
import { Versions } from "../../../../src/answers/past/versions.ts";
import { linkNotices } from "../../../../src/corpus/notices/link-notices.ts";
import { versionBounds, withEarlier } from "../../../../src/corpus/versions/keep-version.ts";
import type { Article, Claim } from "../../../../src/domain/article.ts";
import { unknownDate, unknownPublished } from "../../../../src/domain/dates.ts";
import type { Notice } from "../../../../src/domain/notice.ts";

const place = (text: string, line: number) => ({ line, start: 0, end: text.length });

/** An article of these paragraphs, each of which is a claim as well. */
function articleOf(id: string, ...texts: string[]): Article {
	const passages = texts.map((text, i) => ({
		...{ id: `${id}-p${i + 1}`, kind: "body" as const, text, source: place(text, i + 1) },
	}));
	const claims = texts.map(
		(quote, i): Claim => ({
			...{ id: `${id}-c${i + 1}`, passage: `${id}-p${i + 1}`, quote, source: place(quote, i + 1) },
			speaker: { name: "Ilse Tarn", kind: "person" },
			...{ via: [], act: "asserts", hedged: false, saidOn: unknownDate, about: [], topics: [] },
		}),
	);
	return {
		...{ id, language: "en", title: "Ferry", outlet: null, url: null, published: unknownPublished },
		source: { file: `sources/${id}.txt`, sha256: "0".repeat(64) },
		...{ rendering: "verbatim", passages, claims, events: [], figures: [], contradictions: [] },
	};
}

const harbour = "The harbour of Maddra stayed closed for the whole day.";

describe("the earlier wording of an article", () => {
	it("is kept with the day, and every claim and passage leads to what stands in its place", () => {
		const one = articleOf("a1", "The ferry sank and 12 people died.", harbour);
		const two = articleOf("a2", "Rain fell.", "The ferry sank and 21 people died.", harbour);
		const kept = withEarlier(two, one, "2024-05-03");
		expect(kept.earlier).toMatchObject([
			{
				...{ id: "a1", until: "2024-05-03", claims: [{ id: "a1-c1" }] },
				became: { "a1-p1": "a2-p2", "a1-p2": "a2-p3", "a1-c1": "a2-c2", "a1-c2": "a2-c3" },
			},
		]);
		const three = articleOf("a3", harbour, "The ferry sank and 25 people died.");
		const versions = new Versions([withEarlier(three, kept, "2024-05-04")]);
		expect(["a1-c1", "a1-p2", "a2-c3", "a2-p1", "a3-c1"].map((id) => versions.now(id))).toEqual([
			...["a3-c2", "a3-p1", "a3-c1", "a2-p1", "a3-c1"],
		]);
	});

	it("is not kept where a reader sees the same words", () => {
		const one = articleOf("a1", harbour);
		expect(withEarlier({ ...one, outlet: "Post" }, one, "2024-05-03").earlier).toBeUndefined();
	});

	it("is bounded in number: the oldest leave, and the reason is noted", () => {
		let article = articleOf("a0", `${harbour} 0`);
		for (let n = 1; n <= versionBounds.versions + 2; n++)
			article = withEarlier(articleOf(`a${n}`, `${harbour} ${n}`), article, `2024-05-0${n}`);
		expect(article.earlier?.map(({ id }) => id)).toEqual(["a6", "a5", "a4", "a3", "a2"]);
		expect(article.pruned).toEqual([
			{ id: "a1", until: "2024-05-02", why: "versions" },
			{ id: "a0", until: "2024-05-01", why: "versions" },
		]);
	});

	it("is bounded in bytes", () => {
		const long = `${harbour} `.repeat(1 + versionBounds.bytes / harbour.length);
		const article = withEarlier(articleOf("a2", harbour), articleOf("a1", long), "2024-05-03");
		expect(article.earlier).toBeUndefined();
		expect(article.pruned).toEqual([{ id: "a1", until: "2024-05-03", why: "bytes" }]);
	});
});

describe("a correction", () => {
	const noticeOf = (quote: string, old: string | null, right: string | null): Notice => {
		const value = (text: string | null) => text && { quote: text, source: place(text, 9) };
		return {
			...{ id: "n", kind: "corrected", quote, source: place(quote, 9), day: unknownDate },
			...{ old: value(old) || null, new: value(right) || null, claims: [], passages: [] },
		};
	};
	const article = articleOf(
		"a1",
		"The ferry sank and 21 people died, the governor said.",
		"The ferry carried 340 passengers in June.",
		"Room 21 of the museum is closed.",
	);

	it.each([
		[
			"an earlier version said 12 people had died; the number is 21",
			"12 people had died",
			"21",
			["a1-c1"],
		],
		["the ferry carried them in June, not May", "May", "June", ["a1-c2"]],
		["the mayor opens in Juneau, not Maine", "Maine", "Juneau", []],
		["the spelling of a name was wrong", null, null, []],
		["an earlier version said 430 passengers, not 341", "430 passengers", "341", []],
	])("%s: concerns what holds its value, or the article", (quote, old, right, claims) => {
		expect(linkNotices([noticeOf(quote, old, right)], article)[0]?.claims).toEqual(claims);
	});
});
