import { describe, expect, it } from "vitest";
import { verbForms } from "../../../../src/attribution/english/verbs.ts";
import { grammar, heads } from "./grammar.ts";

describe("the attribution data of English", () => {
	it.each([
		["deny", "denies", "denying"],
		["say", "says", "saying"],
		["express", "expresses", "expressing"],
		["urge", "urges", "urging"],
		["foresee", "foresees", "foreseeing"],
		["argue", "argues", "arguing"],
	])("inflects %s", (base, present, participle) => {
		const forms = verbForms([{ base, past: ["x"], act: "asserts", frames: ["that"] }]);
		expect(forms.get(present)?.[0]?.form).toBe("present");
		expect(forms.get(participle)?.[0]?.form).toBe("participle");
	});

	it("prefers a verb with its particle to the verb alone", () => {
		const forms = grammar.verbs.get("called")?.map((f) => f.particle.join(" "));
		expect(forms?.indexOf("for")).toBeLessThan(forms?.indexOf("") ?? -1);
	});

	it.each([
		["iranian", "Iran"],
		["nigerian", "Nigeria"],
		["russian", "Russia"],
		["japanese", "Japan"],
		["iraqi", "Iraq"],
		["french", "France"],
		["british", "Britain"],
		["chadian", "Chad"],
	])("knows the state behind %s", (adjective, state) => {
		expect([state, "United Kingdom"]).toContain(grammar.stateAdjectives.get(adjective)?.en);
	});

	it("lists no noun twice", () => {
		const seen = new Map<string, number>();
		for (const { singular, named } of heads) {
			for (const form of singular) {
				const key = `${named ? "Name " : ""}${form}`;
				seen.set(key, (seen.get(key) ?? 0) + 1);
			}
		}
		expect([...seen].filter(([, n]) => n > 1)).toEqual([]);
		expect(seen.size).toBeGreaterThan(600);
	});
});
