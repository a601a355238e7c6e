import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../../adapters/shared/answer/answer-blocks.ts";
import { Library } from "../../../../src/answers/library.ts";
import type { DigestMaterial, GoneClaim } from "../../../../src/digest/contents/material.ts";
import { writeDigest } from "../../../../src/digest/contents/write-digest.ts";
import type { Answer, ClaimItem } from "../../../../src/domain/answer.ts";
import type { Article } from "../../../../src/domain/article.ts";
import { answererParts, article, claim, digestOf, event, say } from "../../answers/doubles.ts";

function material(more: Partial<DigestMaterial> = {}): DigestMaterial {
	return {
		request: { command: "claims", text: "harbour strike" },
		language: "en",
		day: "2024-05-06",
		since: "2024-05-05",
		missed: null,
		newClaims: new Set(),
		gone: [],
		told: new Set(),
		articles: 1,
		...more,
	};
}

const holt = { name: "Minister Holt", kind: "person" } as const;
const words = "the harbour strike must end before the harvest";

/** An article in which somebody says these words about the harbour strike. */
function told(id: string, quote: string, more: Parameters<typeof claim>[3] = {}): Article {
	const of = article(id, [`Holt told reporters that ${quote}.`], { outlet: `Outlet ${id}` });
	claim(of, 1, quote, { speaker: holt, ...more });
	return of;
}

const idsOf = (...articles: Article[]) =>
	new Set(articles.flatMap(({ claims }) => claims.map(({ id }) => id)));
const claimsOf = (answer: Answer) =>
	answer.items.filter((item): item is ClaimItem => item.kind === "claim");

describe("new statements", () => {
	it("are those of the topic that the corpus did not have before", async () => {
		const [old, fresh, other] = [
			told("a", words),
			told("b", "talks on the harbour strike begin on Monday"),
			told("c", "the harvest of olives was good this year"),
		];
		const answer = await digestOf(
			[old, fresh, other],
			material({ newClaims: idsOf(fresh, other) }),
		);
		expect(claimsOf(answer).map(({ claim }) => claim.id)).toEqual(["b-c1"]);
		expect(answer).toMatchObject({ command: "digest", answered: true, total: 1 });
		expect(answer.heading).toContain("harbour strike");
		expect(answer.heading).toContain("6 May 2024");
		expect(answer.sections).toEqual([{ title: "New statements", at: 0 }]);
	});

	it("are one item with three citations where three outlets carry them", async () => {
		const three = ["a", "b", "c"].map((id) => told(id, words));
		const answer = await digestOf(three, material({ newClaims: idsOf(...three) }));
		const [item, ...more] = claimsOf(answer);
		expect(more).toEqual([]);
		const outlets = [item?.citation, ...(item?.alsoIn ?? [])].map((citation) => citation?.outlet);
		expect(outlets.sort()).toEqual(["Outlet a", "Outlet b", "Outlet c"]);
	});

	it("name the outlets that printed the same text, which the corpus keeps once", async () => {
		const published = { value: "2024-05-05", precision: "day", basis: "given" } as const;
		const of = told("a", words);
		of.reprints = [{ outlet: "The Copy", title: null, url: "https://copy.example/1", published }];
		const [item] = claimsOf(await digestOf([of], material({ newClaims: idsOf(of) })));
		expect(item?.alsoIn).toMatchObject([
			{ outlet: "The Copy", url: "https://copy.example/1", article: "a", published },
		]);
	});

	it("are not told again when another outlet carries them a day later", async () => {
		const [first, second] = [told("a", words), told("b", words)];
		const answer = await digestOf([first, second], material({ newClaims: idsOf(second) }));
		expect(answer.items).toEqual([]);
		expect(answer.answered).toBe(false);
		expect(answer.notes.join(" ")).toContain("1 statement in them was known already");
	});

	it("are told though somebody else said the same, or the same person the contrary", async () => {
		const [first, second, third] = [
			told("a", words),
			told("b", words, { speaker: { name: "Mayor Adams", kind: "person" } }),
			told("c", words, { act: "denies" }),
		];
		const of = material({ newClaims: idsOf(second, third) });
		expect(claimsOf(await digestOf([first, second, third], of))).toHaveLength(2);
	});

	it("are one across languages where speaker, act and subjects are the same", async () => {
		const about = { about: ["Holt", "Port of Sidon"], topics: ["labour", "trade"] };
		const label = { en: "Minister Holt", ar: "الوزير هولت" };
		const one = told("a", words, { ...about, speaker: { ...holt, label } });
		const two = article("b", ["قال هولت إن إضراب harbour strike يجب أن ينتهي"]);
		const speaker = { name: "هولت", kind: "person", label } as const;
		claim(two, 1, "إضراب harbour strike يجب أن ينتهي", { ...about, speaker });
		two.language = "ar";
		const [item, ...more] = claimsOf(
			await digestOf([one, two], material({ newClaims: idsOf(one, two) })),
		);
		expect(more).toEqual([]);
		expect(item?.alsoIn).toHaveLength(1);
	});

	it("keep to the filters of the subscription", async () => {
		const [one, two] = [
			told("a", words),
			told("b", "talks on the harbour strike begin soon", {
				speaker: { name: "Mayor Adams", kind: "person" },
			}),
		];
		const request = { command: "claims", text: "harbour strike", by: "Adams" } as const;
		const answer = await digestOf([one, two], material({ request, newClaims: idsOf(one, two) }));
		expect(claimsOf(answer).map(({ claim }) => claim.id)).toEqual(["b-c1"]);
		expect(answer.notes).toContain("Only what Adams said.");
	});

	it("are those that the filter lets through where nothing else is asked", async () => {
		const adams = { speaker: { name: "Mayor Adams", kind: "person" } } as const;
		const all = [told("a", words), told("b", "talks on the harbour strike begin soon", adams)];
		const request = { command: "claims", text: "the", by: "Adams" } as const;
		const parts = { ...answererParts(all), stopWords: new Set(["the"]) };
		const given = material({ request, newClaims: idsOf(...all) });
		const answer = await writeDigest(parts, new Library(all), given);
		expect(claimsOf(answer).map(({ claim }) => claim.id)).toEqual(["b-c1"]);
	});

	it("of one story stand together", async () => {
		const a = told("a", words);
		const b = told("b", words);
		claim(b, 1, "harbour strike", { speaker: { name: "Mayor Adams", kind: "person" } });
		const c = told("c", "the harbour strike cost millions so far this year");
		const answer = await digestOf([a, c, b], material({ newClaims: idsOf(a, b, c) }));
		const order = claimsOf(answer).map(({ claim }) => claim.id);
		expect(Math.abs(order.indexOf("a-c1") - order.indexOf("b-c2"))).toBe(1);
	});
});

it("shows the title of a section over its first item, and again where a page goes on with it", async () => {
	const [one, two] = [told("a", words), told("b", "talks on the harbour strike begin soon")];
	const lost = told("old", "the harbour strike was called off").claims[0];
	if (!lost) throw new Error("no claim");
	const gone = [{ claim: lost, article: "old", how: "withdrawn", head: undefined }] as const;
	const answer = await digestOf([one, two], material({ newClaims: idsOf(one, two), gone }));
	const titles = (of: Answer) => blocksOf(of, say).blocks.map(({ title }) => title?.text);
	expect(titles(answer)).toEqual(["New statements", undefined, "Corrected, withdrawn or gone"]);
	const rest = { ...answer, items: answer.items.slice(1), offset: 1 };
	expect(titles(rest)).toEqual(["New statements", "Corrected, withdrawn or gone"]);
});

describe("contradictions", () => {
	const against = (a: Article, b: Article) => {
		b.contradictions.push({
			claims: [`${a.id}-c1`, `${b.id}-c1`],
			kind: "denial",
			strength: "direct",
			why: { en: "denied", ar: "نفي" },
		});
	};

	it("stand in a section of their own, each pair once", async () => {
		const [one, two] = [
			told("a", words),
			told("b", `it is false that ${words}`, { act: "denies" }),
		];
		against(one, two);
		const answer = await digestOf([one, two], material({ newClaims: idsOf(one, two) }));
		expect(answer.sections).toEqual([{ title: "Contested", at: 0 }]);
		const [item, ...more] = claimsOf(answer);
		expect(more).toEqual([]);
		expect(item?.contradictedBy).toHaveLength(1);
	});

	it("of what was told before are told when they appear", async () => {
		const one = told("a", words);
		const two = article("b", ["A spokesman called it a lie."]);
		claim(two, 1, "called it a lie", { act: "denies" });
		against(one, two);
		const answer = await digestOf([one, two], material({ newClaims: idsOf(two) }));
		expect(claimsOf(answer).map(({ claim }) => claim.id)).toEqual(["a-c1"]);
		const later = await digestOf([one, two], material({ newClaims: new Set() }));
		expect(later.items).toEqual([]);
	});
});

describe("what its source says no more", () => {
	const head = {
		title: "Strike",
		outlet: "Reuters",
		url: null,
		published: { value: "2024-05-04", precision: "day", basis: "given" },
		language: "en",
		rendering: "verbatim",
		file: "old.txt",
	} as const;
	const gone = (quote: string, how: GoneClaim["how"], more: Partial<GoneClaim> = {}): GoneClaim => {
		const [claim] = told("old", quote).claims;
		if (!claim) throw new Error("no claim");
		return { claim, article: "old", how, head, ...more };
	};

	it("is told with its outlet as it stood, where it was on the topic", async () => {
		const of = material({
			gone: [gone(words, "withdrawn"), gone("olives were good", "corrected")],
		});
		const answer = await digestOf([], of);
		expect(answer.sections).toEqual([{ title: "Corrected, withdrawn or gone", at: 0 }]);
		expect(answer.items).toMatchObject([
			{
				kind: "claim",
				gone: "withdrawn",
				quote: words,
				citation: { outlet: "Reuters", file: "old.txt" },
			},
		]);
	});

	it("is told to a channel that was told of it, whatever its words", async () => {
		const lost = gone("olives were good", "corrected");
		const answer = await digestOf([], material({ gone: [lost], told: new Set([lost.claim.id]) }));
		expect(answer.items).toMatchObject([{ gone: "corrected" }]);
	});

	it("is never told in other words than those that were kept", async () => {
		const lost = gone(words, "withdrawn");
		const answer = await digestOf([], material({ gone: [lost] }));
		const [item] = claimsOf(answer);
		expect(item?.quote).toBe(lost.claim.quote);
	});
});

it("tells what is planned on the topic for the very day, once however many announce it", async () => {
	const announced = (id: string) => {
		const of = article(id, ["Talks on the harbour strike are set for 6 May in Sidon."]);
		event(of, 1, "Talks on the harbour strike are set for 6 May in Sidon", "2024-05-06").planned =
			true;
		return of;
	};
	const past = article("c", ["The harbour strike began on 6 May."]);
	event(past, 1, "The harbour strike began on 6 May", "2024-05-06");
	const all = [announced("a"), announced("b"), past];
	const today = await digestOf(all, material());
	expect(today.sections).toEqual([{ title: "Planned for today", at: 0 }]);
	expect(today.items).toHaveLength(1);
	expect(today.items[0]).toMatchObject({ kind: "event", citation: { article: "a" } });
	expect((await digestOf(all, material({ day: "2024-05-07" }))).items).toEqual([]);
});

describe("a digest's notes", () => {
	it("say what was looked through, and that nothing is new", async () => {
		const fresh = told("c", "the harvest of olives was good this year");
		const answer = await digestOf([fresh], material({ newClaims: idsOf(fresh), articles: 3 }));
		expect(answer.notes).toEqual([
			"There is nothing new on it since 5 May 2024.",
			"Looked through: 3 new or changed articles with 1 claim.",
		]);
	});

	it("say which days it makes up for, in the channel's language", async () => {
		const missed = { from: "2024-05-03", count: 3 };
		const answer = await digestOf([], material({ language: "ar", missed }));
		expect(answer.notes[0]).toContain("3 أيام");
		expect(answer.notes[0]).toContain("3 مايو 2024");
		expect(answer.language).toBe("ar");
	});
});
