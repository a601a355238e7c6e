import { describe, expect, it } from "vitest";
import type { Act } from "../../../src/domain/sets/acts.ts";
import { answererOf, article, claim } from "./doubles.ts";

/** What is said of a strike by claims that stand against each other by their places in the list. */
async function contested(said: [who: string, act: Act][], pairs: [number, number][]) {
	const words = ["ended", "goes on", "never began", "is over"];
	const of = article(
		"of",
		said.map((_, n) => `The harbour strike ${words[n]}`),
	);
	for (const [n, [name, act]] of said.entries())
		claim(of, n + 1, `The harbour strike ${words[n]}`, { speaker: { name, kind: "person" }, act });
	const id = (n: number) => of.claims[n]?.id ?? "";
	of.contradictions = pairs.map(([a, b]) => ({
		...{ claims: [id(a), id(b)], kind: "figures", strength: "direct", why: { ar: "س", en: "y" } },
	}));
	const answer = await answererOf([of]).answer({ command: "claims", text: "harbour strike" });
	return answer.verdict?.text;
}

describe("who stands against whom", () => {
	it("names each side once, where both are found", async () => {
		const two: [string, Act][] = [
			["Hill", "asserts"],
			["Hale", "asserts"],
		];
		expect(await contested(two, [[0, 1]])).toBe("Hill and Hale tell it differently.");
	});

	it("names whoever denies on one side alone, although he says something else too", async () => {
		const three: [string, Act][] = [
			["Hill", "asserts"],
			["Hale", "asserts"],
			["Hale", "denies"],
		];
		expect(await contested(three, [[0, 2]])).toBe("Said by Hill; denied by Hale.");
	});

	it("has no sides where nobody contradicts, whatever else is denied", async () => {
		const two: [string, Act][] = [
			["Hill", "asserts"],
			["Hale", "denies"],
		];
		expect(await contested(two, [])).toBe("2 speakers on it; the first: Hill said so.");
	});

	it("leaves out who denies or says something else, on which nobody contradicts him", async () => {
		const four: [string, Act][] = [
			["Hill", "denies"],
			["Hill", "asserts"],
			["Hale", "denies"],
			["Holt", "asserts"],
		];
		expect(await contested(four, [[1, 2]])).toBe("Said by Hill; denied by Hale.");
	});

	it("names somebody on both sides who stands against himself", async () => {
		const one: [string, Act][] = [
			["Hale", "asserts"],
			["Hale", "denies"],
		];
		expect(await contested(one, [[0, 1]])).toBe("Said by Hale; denied by Hale.");
	});
});

/** What is said first of these statements on a harbour strike, each by another person. */
async function told(said: [who: string, act: Act, words: string, day?: string][]) {
	const of = article(
		"of",
		said.map(([, , words]) => words),
	);
	for (const [n, [name, act, words, day]] of said.entries())
		claim(of, n + 1, words, {
			speaker: { name, kind: "person" },
			act,
			...(day ? { saidOn: onDay(day) } : {}),
		});
	const answer = await answererOf([of]).answer({ command: "claims", text: "harbour strike" });
	return answer.verdict?.text;
}

const onDay = (value: string) =>
	({ value, precision: "day", basis: "printed", expression: null }) as const;

describe("who is told to have said it", () => {
	it("joins those whose claims say the same", async () => {
		expect(
			await told([
				["Hill", "asserts", "The harbour strike cost the town forty ships"],
				["Hale", "asserts", "The town lost forty ships to the harbour strike"],
			]),
		).toBe("Hill, Hale said so.");
	});

	it("names the first alone where others say something else, and how many speak", async () => {
		expect(
			await told([
				["Hill", "asserts", "The harbour strike cost the town forty ships"],
				["Hale", "asserts", "The harbour strike began over unpaid night shifts"],
				["Holt", "warns", "The harbour strike may reach the railways"],
			]),
		).toBe("3 speakers on it; the first: Hill said so.");
	});

	it("joins nobody who gives another figure", async () => {
		expect(
			await told([
				["Hill", "estimates", "The harbour strike cost the town 40 ships"],
				["Hale", "estimates", "The harbour strike cost the town 90 ships"],
			]),
		).toBe("2 speakers on it; the first: Hill estimated it.");
	});

	it("tells no day that holds for one of two", async () => {
		expect(
			await told([
				["Hill", "asserts", "The harbour strike cost the town forty ships", "2024-05-01"],
				["Hale", "asserts", "The town lost forty ships to the harbour strike", "2024-05-03"],
			]),
		).toBe("Hill, Hale said so.");
	});

	it("says it in Arabic", async () => {
		const of = article("of", [
			"كلف إضراب الميناء المدينة أربعين سفينة",
			"بدأ إضراب الميناء بسبب الأجور",
		]);
		for (const [n, name] of ["حسن", "سالم"].entries())
			claim(of, n + 1, of.passages[n]?.text ?? "", { speaker: { name, kind: "person" } });
		const answer = await answererOf([of]).answer({ command: "claims", text: "إضراب الميناء" });
		expect(answer.verdict?.text).toBe("عدد المتحدثين في الموضوع 2؛ أول ما يرد: تصريح، صاحبه: حسن.");
	});
});

describe("one contested statement at a time", () => {
	it("joins nobody whose own statement somebody else denies", async () => {
		const four: [string, Act][] = [
			["Hill", "asserts"],
			["Hale", "denies"],
			["Holt", "asserts"],
			["Hunt", "denies"],
		];
		const both: [number, number][] = [
			[0, 1],
			[2, 3],
		];
		expect(await contested(four, both)).toBe("Said by Hill; denied by Hale.");
	});

	it("joins those whom one denial answers", async () => {
		const three: [string, Act][] = [
			["Hill", "asserts"],
			["Hale", "asserts"],
			["Holt", "denies"],
		];
		const both: [number, number][] = [
			[0, 2],
			[1, 2],
		];
		expect(await contested(three, both)).toBe("Said by Hill, Hale; denied by Holt.");
	});
});
