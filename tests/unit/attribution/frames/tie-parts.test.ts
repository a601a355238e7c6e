import { describe, expect, it } from "vitest";
import type { Step, Weigh } from "../../../../src/attribution/choice/weigh.ts";
import { candidatesFor, tieFeatures, ties } from "../../../../src/attribution/frames/link.ts";
import { leastClaim, tieParts } from "../../../../src/attribution/frames/tie-parts.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { nameCandidates } from "../../../../src/attribution/speakers/names/name-part.ts";
import { viewIn } from "../engine/language.ts";
import { frameOf } from "../engine/readings.ts";

const { reading } = frameOf("en", "[s1 Mayor Ana Roth] [q1 said] that [c1 the pier is closed].", [
	"content",
	"cue",
	"source",
]);

/** Chooses in each step the candidate that is told in these words, else the last one. */
const choosing =
	(wanted: Partial<Record<Step, RegExp>>, claim = 1): Weigh =>
	(step, candidates, show) => {
		if (step === "claim") return [1 - claim, claim];
		const told = candidates.map((_, i) => wanted[step]?.test(show(i)) ?? false);
		const at = told.includes(true) ? told.indexOf(true) : candidates.length - 1;
		return candidates.map((_, i) => (i === at ? 0.9 : 0.1 / candidates.length));
	};

describe("a content", () => {
	it("is tied to its cue, its speaker and the name among the words for him", () => {
		const weigh = choosing({
			tie: /^cue: said$/,
			source: /^Mayor Ana Roth \(model\)$/,
			name: /^Ana Roth$/,
		});
		const [tied] = tieParts(reading, weigh);
		const told = (part: { from: number; to: number } | undefined) =>
			part && textOf(reading.view, part);
		expect([told(tied?.cue), told(tied?.source), told(tied?.source?.name)]).toEqual([
			"said",
			"Mayor Ana Roth",
			"Ana Roth",
		]);
		expect(tied?.sure).toEqual({ claim: 1, cue: 0.9, source: 0.9, name: 0.9 });
	});

	it("may have no speaker printed, no name, no channel and no day", () => {
		const [bare] = tieParts(reading, choosing({}));
		expect([bare?.source, bare?.cue, bare?.channel, bare?.day]).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		]);
		const [nameless] = tieParts(reading, choosing({ source: /model/ }));
		expect(nameless?.source?.name).toBeUndefined();
	});

	it("is told by who is printed right behind the verb, where that is at all probable", () => {
		const told = frameOf("ar", "و[q1 أضافت] [s1 ليلى الشامي] أن [c1 الميناء مغلق].", [
			"content",
			"cue",
			"source",
		]);
		const sharing =
			(behind: number): Weigh =>
			(step, candidates, show) => {
				if (step === "claim") return [0, 1];
				const is = (i: number) => (step === "source" ? /^ليلى الشامي \(/ : /^cue: /).test(show(i));
				return candidates.map((_, i) =>
					is(i) ? behind : i === candidates.length - 1 ? 1 - behind : 0,
				);
			};
		const tied =
			(share: number): Weigh =>
			(step, candidates, show) =>
				step === "source"
					? sharing(share)(step, candidates, show)
					: sharing(1)(step, candidates, show);
		const [likely] = tieParts(told.reading, tied(0.2));
		const [unlikely] = tieParts(told.reading, tied(0.01));
		expect(likely?.source && textOf(told.reading.view, likely.source)).toBe("ليلى الشامي");
		expect(unlikely?.source).toBeUndefined();
	});

	it("that is hardly a claim is left out", () => {
		expect(tieParts(reading, choosing({}, leastClaim - 0.01))).toEqual([]);
		expect(tieParts(reading, choosing({}, leastClaim))).toHaveLength(1);
	});

	it.each(ties)("has one list of keys for each %s and one for none", (tie) => {
		const [content] = reading.parts.contents;
		if (!content) throw new Error("no content");
		const rows = tieFeatures(reading.view, reading.parts, content, tie);
		expect(rows).toHaveLength(candidatesFor(reading.parts, tie).length + 1);
		expect(rows.every((keys) => keys.length > 0)).toBe(true);
	});
});

it("every part of the words for a speaker up to ten words may be the name, but none that begins or ends with a preposition or a comma", () => {
	const view = viewIn("en", "Ana Roth of Halt, a clerk");
	const parts = nameCandidates(view, { from: 0, to: 7 }).map((c) => textOf(view, c));
	expect(parts).toContain("Ana Roth");
	expect(parts).toContain("Ana Roth of Halt");
	expect(parts.filter((part) => /^of\b|\bof$|,$/.test(part))).toEqual([]);
	const long = viewIn("en", "Ana ".repeat(30));
	const lengths = nameCandidates(long, { from: 0, to: 30 }).map((c) => c.to - c.from);
	expect(Math.max(...lengths)).toBe(10);
});
