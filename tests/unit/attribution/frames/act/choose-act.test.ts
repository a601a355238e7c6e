import { describe, expect, it } from "vitest";
import {
	actFeatures,
	actKeys,
	chooseAct,
	hedgeFeatures,
	ruledAct,
} from "../../../../../src/attribution/frames/act/act-features.ts";
import { statementAt } from "../../../../../src/attribution/frames/source/source-candidates.ts";
import { Act } from "../../../../../src/domain/sets/acts.ts";
import { frameOf } from "../../engine/readings.ts";

/** Shares of all acts: those that are given, nothing for the rest. */
const shares = (given: Partial<Record<Act, number>>) => Act.options.map((act) => given[act] ?? 0);

describe("the act of a claim", () => {
	it("is the most probable one of the most probable group", () => {
		expect(chooseAct(shares({ denies: 0.4, asserts: 0.25, confirms: 0.35 }))).toEqual({
			act: "confirms",
			sure: 0.6,
		});
	});

	it("is the single one where that outweighs every group", () => {
		expect(chooseAct(shares({ warns: 0.6, asserts: 0.2, estimates: 0.2 })).act).toBe("warns");
	});

	it("is an assertion where nothing is known", () => {
		expect(chooseAct([]).act).toBe("asserts");
	});
});

describe("what an act is read from", () => {
	const { reading, content, cue } = frameOf(
		"en",
		"[s1 Roth] [q1 denied] that [c1 the pier would never open].",
	);
	const words = {
		content,
		cue,
		speaker: "person",
		ruled: "",
		before: "",
		same: false,
		earlier: "",
		who: undefined,
		passage: 0,
		claims: [],
	};

	it("is one list of keys for each act, none shared", () => {
		const keys = actFeatures(actKeys(reading.view, words));
		expect(keys).toHaveLength(Act.options.length);
		const all = keys.flatMap((list) => [...new Set(list)]);
		expect(new Set(all).size).toBe(all.length);
	});

	it("is nothing for plain words and something for hedged ones", () => {
		const [plain, hedged = []] = hedgeFeatures(actKeys(reading.view, words));
		expect(plain).toEqual([]);
		expect(hedged.length).toBeGreaterThan(10);
	});

	it("changes with the verb, the words of the rules and the claim before", () => {
		const base = actFeatures(actKeys(reading.view, words));
		for (const more of [
			{ cue: undefined },
			{ ruled: "denies" },
			{ before: "asserts" },
			{ speaker: "state" },
		])
			expect(actFeatures(actKeys(reading.view, { ...words, ...more }))).not.toEqual(base);
	});

	it("is what the rules say of a content that overlaps theirs", () => {
		const at = content.pieces[0] ?? { from: 0, to: 0 };
		const statement = {
			content: at,
			source: undefined,
			act: "denies",
			hedged: true,
			unnamed: false,
			via: [],
		} as const;
		const rules = { ...reading.rules, statements: [statement] };
		expect(ruledAct(statementAt(rules, content))).toBe("denies?");
		expect(ruledAct(statementAt(rules, { pieces: [{ from: 0, to: 1 }], sure: 1 }))).toBe("");
	});
});
