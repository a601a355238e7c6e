import { describe, expect, it } from "vitest";
import { mostKnown, relationOf } from "../../../../src/attribution/speakers/known.ts";
import { SpeakerMemory } from "../../../../src/attribution/speakers/memory.ts";
import { mention } from "./knowns.ts";

describe("the words of two names", () => {
	it.each([
		["roth", "ana roth", "ending"],
		["ana", "ana roth", "within"],
		["ana roth", "ana roth", "equal"],
		["ana maria roth", "ana roth", "longer"],
		["tom roth", "ana roth", "partly"],
		["quill", "ana roth", "none"],
		["", "ana roth", "none"],
	])("%j to %j: %s", (mine, theirs, relation) => {
		const words = (name: string) => (name ? name.split(" ") : []);
		expect(relationOf(words(mine), words(theirs))).toBe(relation);
	});
});

describe("what an article has named", () => {
	const named = (memory: SpeakerMemory, name: string, kind: "person" | "state" = "person") => {
		const one = memory.add(kind, name, mention(name), name.toLowerCase().split(" "));
		memory.note(one, mention(name), name);
		return one;
	};

	it("is shown in its fullest form, whichever came first", () => {
		const memory = new SpeakerMemory();
		const roth = named(memory, "Roth");
		memory.note(roth, mention("Ana Roth"), "Ana Roth");
		memory.note(roth, mention("Roth"), "Roth");
		expect(roth).toMatchObject({ name: "Ana Roth", words: ["ana", "roth"] });
	});

	it("takes no longer form that shares no word, and none for a state", () => {
		const memory = new SpeakerMemory();
		const roth = named(memory, "Roth");
		memory.note(roth, mention("Mary Ann Quill"), "Mary Ann Quill");
		expect(roth.name).toBe("Roth");
		const state = named(memory, "Norland", "state");
		memory.note(state, mention("the Norland embassy"), "the Norland embassy");
		expect(state.name).toBe("Norland");
	});

	it("keeps what showed its sex first and collects its titles", () => {
		const memory = new SpeakerMemory();
		const roth = named(memory, "Roth");
		memory.note(roth, mention("", { agreement: "f", titles: ["mayor"] }), "");
		memory.note(roth, mention("", { agreement: "m", titles: ["chair"] }), "");
		expect([roth.agreement, [...roth.titles]]).toEqual(["f", ["mayor", "chair"]]);
	});

	it("counts who spoke, the later the higher", () => {
		const memory = new SpeakerMemory();
		const [roth, quill] = [named(memory, "Roth"), named(memory, "Quill")];
		memory.speaks(roth);
		memory.note(quill, mention("Quill"), "Quill");
		memory.speaks(quill);
		expect([roth.spoke, quill.spoke]).toEqual([1, 1]);
		expect(quill.lastSpoke).toBeGreaterThan(roth.lastSpoke);
	});

	it("can be meant only as long as it is among the last named", () => {
		const memory = new SpeakerMemory();
		const first = named(memory, "Roth");
		for (let i = 1; i < mostKnown; i++) named(memory, `Person${i}`);
		expect(memory.candidates()).toContain(first);
		named(memory, "Quill");
		expect(memory.candidates()).toHaveLength(mostKnown);
		expect(memory.candidates()).not.toContain(first);
	});
});
