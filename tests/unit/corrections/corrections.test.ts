import { describe, expect, it } from "vitest";
import { Corrections } from "../../../src/corrections/corrections.ts";
import {
	articlePlaceOf,
	claimPlaceOf,
	passagePlaceOf,
} from "../../../src/corrections/same-place.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { Correction, NewCorrection } from "../../../src/domain/corrections.ts";
import { article, claim, event } from "../answers/doubles.ts";

const lines = [
	"Flood in the delta",
	"Mayor Hill said that the dam held, while the fire brigade warned of a second wave on Monday.",
	"Officials said 17 people drowned.",
];

function story(id = "a1", url: string | null = null): Article {
	const made = article(id, lines, { url, title: "Flood in the delta" });
	claim(made, 2, "the dam held", { speaker: { name: "Mayor Hill", kind: "person" } });
	claim(made, 2, "a second wave on Monday", {
		speaker: { name: "fire brigade", kind: "organisation" },
	});
	claim(made, 3, "17 people drowned", { speaker: { name: "Officials", kind: "anonymous" } });
	event(made, 2, "a second wave on Monday", "2024-05-06");
	return made;
}

let count = 0;
function kept(made: NewCorrection): Correction {
	count++;
	return { ...made, id: String(count).padStart(6, "a"), at: count } as Correction;
}
const told = { by: "nora", why: "because" };
const of = (from: Article, nth: number) => ({
	article: articlePlaceOf(from),
	claim: claimPlaceOf(from.claims[nth] ?? claim(from, 1, "never")),
});
const apply = (made: NewCorrection[], articles: Article[]) =>
	new Corrections(made.map(kept)).apply(articles);
const speaker = (from: Article, nth: number, name = "Deputy Hale") =>
	({ kind: "speaker", ...told, ...of(from, nth), to: { name, kind: "person" } }) as const;

describe("a correction of a claim", () => {
	it("holds in a reading that counts its claims otherwise", () => {
		const before = story();
		const again = story();
		again.claims = again.claims.toReversed().map((each, n) => ({ ...each, id: `a1-c${n + 1}` }));
		const [now] = apply([speaker(before, 0)], [again]);
		expect(now?.claims.map(({ id, speaker: { name } }) => [id, name])).toEqual([
			["a1-c1", "Officials"],
			["a1-c2", "fire brigade"],
			["a1-c3", "Deputy Hale"],
		]);
		expect(now?.claims[2]).toMatchObject({ corrected: ["speaker"], confidence: undefined });
	});

	it("holds where the words end elsewhere, and where another speaker is read", () => {
		const again = article("a1", lines, { title: "Flood in the delta" });
		claim(again, 2, "that the dam held", { speaker: { name: "dam", kind: "person" } });
		const [now] = apply([speaker(story(), 0)], [again]);
		expect(now?.claims[0]?.speaker.name).toBe("Deputy Hale");
	});

	it("holds in a later version at the same address, and in no other article", () => {
		const url = "https://example.org/flood";
		const later = article("b7", ["Updated.", ...lines], { url });
		claim(later, 3, "the dam held");
		const other = article("c9", lines, { url: "https://example.org/other" });
		claim(other, 2, "the dam held");
		const [now, same] = apply([speaker(story("a1", url), 0)], [later, other]);
		expect(now?.claims[0]?.speaker.name).toBe("Deputy Hale");
		expect(same).toBe(other);
	});

	it("of two claims in the same words is of the one that was meant", () => {
		const both = story();
		claim(both, 2, "the dam held", { speaker: { name: "fire brigade", kind: "organisation" } });
		const [now] = apply([speaker(both, 3)], [both]);
		expect(now?.claims.map((each) => each.speaker.name)).toEqual([
			...["Mayor Hill", "fire brigade", "Officials"],
			"Deputy Hale",
		]);
		const neither = story();
		neither.claims.splice(0, 1);
		for (const name of ["One", "Two"])
			claim(neither, 2, "the dam held", { speaker: { name, kind: "person" } });
		const points = new Corrections([kept(speaker(both, 3))]);
		expect(points.apply([neither])[0]?.claims.map((each) => each.speaker.name)).not.toContain(
			"Deputy Hale",
		);
		expect(points.adrift([neither], () => true)).toHaveLength(1);
	});

	it("is the later one where two say different things", () => {
		const made = story();
		const [now] = apply([speaker(made, 0, "One"), speaker(made, 0, "Two")], [made]);
		expect(now?.claims[0]?.speaker.name).toBe("Two");
	});

	it("sets act, day, relays and outlet", () => {
		const made = story();
		const to = { value: "2024-05-05", precision: "day", basis: "given" } as const;
		const [now] = apply(
			[
				{ kind: "act", ...told, ...of(made, 2), to: "denies" },
				{ kind: "day", ...told, ...of(made, 2), to },
				{ kind: "via", ...told, ...of(made, 2), to: ["Reuters"] },
				{ kind: "outlet", ...told, article: articlePlaceOf(made), to: "Delta Post" },
			],
			[made],
		);
		expect(now).toMatchObject({ outlet: "Delta Post", operator: { outlet: true } });
		expect(now?.claims[2]).toMatchObject({ act: "denies", saidOn: to, via: ["Reuters"] });
		expect(now?.claims[2]?.corrected).toEqual(["act", "day", "via"]);
	});
});

describe("what is taken down", () => {
	it("is gone with everything that is read out of it", () => {
		const made = story();
		const [, line] = made.passages;
		if (!line) throw new Error("no second line");
		const [now] = apply(
			[
				{
					kind: "hide_passage",
					...told,
					article: articlePlaceOf(made),
					passage: passagePlaceOf(line),
				},
			],
			[made],
		);
		expect(JSON.stringify(now)).not.toMatch(/dam held|second wave/);
		expect(now).toMatchObject({ events: [], operator: { passages: 1, claims: 0 } });
		expect(now?.claims).toHaveLength(1);
	});

	it("is no title of the article either", () => {
		const made = story();
		const [title] = made.passages;
		if (!title) throw new Error("no title");
		const [now] = apply(
			[
				{
					kind: "hide_passage",
					...told,
					article: articlePlaceOf(made),
					passage: passagePlaceOf(title),
				},
			],
			[made],
		);
		expect(now?.title).toBeNull();
	});

	it("is a claim with the day in its words, and no contradiction is left of it", () => {
		const made = story();
		const [a = "", b = "", c = ""] = made.claims.map(({ id }) => id);
		const why = { ar: "س", en: "y" };
		const pair = (claims: [string, string]) =>
			({ claims, kind: "denial", strength: "direct", why }) as const;
		made.contradictions = [pair([a, b]), pair([a, c])];
		const [now] = apply([{ kind: "hide_claim", ...told, ...of(made, 1) }], [made]);
		expect(now?.claims.map(({ id }) => id)).toEqual([a, c]);
		expect(now?.events).toEqual([]);
		expect(now?.contradictions).toEqual([pair([a, c])]);
	});

	it("is an article whatever becomes of its text, and words that were told of it once", () => {
		const url = "https://example.org/flood";
		const corrections = new Corrections([
			kept({ kind: "hide_article", ...told, article: articlePlaceOf(story("a1", url)) }),
		]);
		expect(corrections.apply([story("z9", url), story("o1", `${url}/2`)])).toHaveLength(1);
		const head = { id: "older", url, file: "sources/older.txt", title: null };
		expect(corrections.hides(head, "anything", true)).toBe(true);
		expect(corrections.hides({ ...head, url: `${url}/2` }, "anything", true)).toBe(false);
	});

	it("is known of a file by its name and title together", () => {
		const corrections = new Corrections([
			kept({ kind: "remove", ...told, article: articlePlaceOf(story()) }),
		]);
		const file = { id: "n1", url: null, file: "a1.txt", title: "Flood in the delta" };
		expect(corrections.removalOf(file)?.kind).toBe("remove");
		expect(corrections.removalOf({ ...file, title: "Another story" })).toBeUndefined();
	});
});

describe("pairs and objects", () => {
	it("drops the pair in whichever article holds it", () => {
		const [a, b] = [story("a1"), story("b2")];
		const [one = "", other = ""] = [a.claims[2]?.id, b.claims[2]?.id];
		const why = { ar: "س", en: "y" };
		b.contradictions = [{ claims: [other, one], kind: "figures", strength: "direct", why }];
		const unpair = { kind: "unpair", ...told, claims: [of(a, 2), of(b, 2)] } as NewCorrection;
		const [first, second] = apply([unpair], [a, b]);
		expect(first).toBe(a);
		expect(second?.contradictions).toEqual([]);
	});

	it("leaves articles without a word the objects that they are, and makes each once", () => {
		const [a, b] = [story("a1"), story("b2")];
		const corrections = new Corrections([kept(speaker(a, 0))]);
		const [first, second] = corrections.apply([a, b]);
		expect(second).toBe(b);
		expect(corrections.apply([a, b])[0]).toBe(first);
	});
});

describe("what points at nothing", () => {
	it("is told, but for what went with a removed article", () => {
		const made = story();
		const gone = article("a1", [lines[0] ?? ""], {});
		const all = [kept(speaker(made, 0)), kept(speaker(made, 2))];
		expect(new Corrections(all).adrift([made], () => true)).toEqual([]);
		expect(new Corrections(all).adrift([gone], () => true)).toEqual(all);
		const removed = kept({ kind: "remove", ...told, article: articlePlaceOf(made) });
		expect(new Corrections([...all, removed]).adrift([], () => true)).toEqual([]);
	});
});
