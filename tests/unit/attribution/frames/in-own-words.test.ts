import { expect, it } from "vitest";
import { ownerOf } from "../../../../src/attribution/frames/source/in-own-words.ts";
import { sourceCandidates } from "../../../../src/attribution/frames/source/source-candidates.ts";
import { stretchOf, viewIn } from "../engine/language.ts";
import { frameOf } from "../engine/readings.ts";

const owner = (line: string, cue: string) => {
	const view = viewIn("ar", line);
	return ownerOf(view, stretchOf(view, cue));
};

it("a possessive on the words of saying tells whose they are", () => {
	expect(owner("فالمحادثات، بحسب تعبيره، مفيدة", "بحسب تعبيره")).toBe("m");
	expect(owner("فهو، على حد قولها، نفى الموافقة", "على حد قولها")).toBe("f");
	expect(owner("القيادة، في رأيهم، ستختار", "في رأيهم")).toBe("p");
});

it("words of saying whose speaker stands behind them have no such owner", () => {
	expect(owner("أغلق الجسر، وفق ما أعلنته الوزارة", "وفق ما أعلنته")).toBeUndefined();
	expect(owner("أغلق الجسر، على حد قول الوزير", "على حد قول")).toBeUndefined();
	expect(owner("أغلق الجسر، بحسب وزارة النقل", "بحسب وزارة")).toBeUndefined();
});

it("nobody printed beside them speaks", () => {
	const of = (marked: string) => {
		const { reading, content, cue } = frameOf("ar", marked, ["content", "cue", "source"]);
		return sourceCandidates(reading, content, cue).length;
	};
	expect(of("[s1 القيادة]، [q1 في رأيه]، [c1 ستختار عقابا بطيئا].")).toBe(0);
	expect(of("[q1 بحسب] [s1 القيادة]، [c1 ستختار عقابا بطيئا].")).toBeGreaterThan(0);
});
