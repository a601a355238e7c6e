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
		expect(await contested(two, [])).toBe("Hill said so.");
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
