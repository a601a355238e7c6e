import { describe, expect, it } from "vitest";
import type { Stretch } from "../../../../src/attribution/frames/parts.ts";
import { sourceCandidates } from "../../../../src/attribution/frames/source/source-candidates.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import type { Language } from "../engine/language.ts";
import { frameOf } from "../engine/readings.ts";

/** The words that name the speaker are marked; the sequence model saw but a trace of them. */
const frames: [Language, string][] = [
	["en", "“[c1 The pier is closed],” [q1 said] [s1 Ana Roth]."],
	["en", "“[c1 The pier is closed],” [s1 Ana Roth] [q1 said]."],
	["en", "[s1 Ana Roth, the harbour master], [q1 said] on Monday that [c1 the pier is closed]."],
	["en", "[q1 According to] [s1 the harbour board], [c1 the pier is closed]."],
	["en", "[c1 The pier is closed], [q1 according to] [s1 two people who work there]."],
	["en", "[s1 She] also [q1 said] [c1 it would open in May]."],
	["en", "[s1 A report by the port's own engineers] [q1 found] that [c1 the piles had rotted]."],
	["en", "[s1 Ana Roth]: [c1 The pier is closed]."],
	["ar", "[q1 قال] [s1 وزير النقل سامي الحداد] إن [c1 الميناء مغلق]."],
	["ar", "و[q1 أضافت] [s1 ليلى الشامي] في المساء أن [c1 العبارة ستبحر غدا]."],
	["ar", "«[c1 الميناء مغلق]»، بحسب ما [q1 قال] [s1 الحداد]."],
	["ar", "[c1 الميناء مغلق]، [q1 وفق] [s1 مصدر في إدارة الميناء]."],
	["ar", "[s1 سامي الحداد]: [c1 الميناء مغلق]."],
	["ar", "[q1 أعلنت] يوم الاثنين [s1 هيئة الموانئ] أن [c1 الميناء مغلق]."],
];

const same = (a: Stretch, b: Stretch | undefined) => a.from === b?.from && a.to === b.to;
const meet = (a: Stretch, b: Stretch) => a.from < b.to && b.from < a.to;

describe("the candidates for who said it", () => {
	it.each(frames)("hold the words that name the speaker (%s): %s", (language, marked) => {
		const { reading, content, cue, source } = frameOf(language, marked);
		const found = sourceCandidates(reading, content, cue);
		expect(found.map((c) => textOf(reading.view, c))).toContain(
			textOf(reading.view, source ?? { from: 0, to: 0 }),
		);
		expect(found.some((c) => same(c, source))).toBe(true);
	});

	it.each(frames)("cover neither content nor cue (%s): %s", (language, marked) => {
		const { reading, content, cue } = frameOf(language, marked);
		const found = sourceCandidates(reading, content, cue);
		const taken = [...content.pieces, ...(cue ? [cue] : [])];
		const covering = found.filter((c) => taken.some((t) => meet(c, t)));
		expect(covering.map((c) => textOf(reading.view, c))).toEqual([]);
	});

	it.each(frames)("are each there once and keep to one sentence (%s): %s", (language, marked) => {
		const { reading, content, cue } = frameOf(language, `Rain fell. ${marked} نزل المطر.`);
		const found = sourceCandidates(reading, content, cue);
		expect(new Set(found.map((c) => `${c.from}-${c.to}`)).size).toBe(found.length);
		const { sentence } = reading.view;
		expect(found.filter((c) => sentence[c.from] !== sentence[c.to - 1])).toEqual([]);
	});

	it.each<[Language, string, string[]]>([
		["ar", "[q1 قال] لي أمس إن [c1 الميناء مغلق].", ["لي"]],
		["ar", "[q1 أجاب] بهدوء إن [c1 الميناء مغلق].", ["بهدوء"]],
		["ar", "[q1 أضاف] مبتسماً أن [c1 الميناء مغلق].", ["مبتسماً"]],
		["ar", "[q1 أدانت] وزارة النقل “إغلاق المرفأ” و[c1 دعت إلى فتحه].", ["وزارة النقل “إغلاق"]],
	])("hold nothing that cannot speak (%s): %s", (language, marked, not) => {
		const { reading, content, cue } = frameOf(language, marked);
		const told = sourceCandidates(reading, content, cue).map((c) =>
			reading.view.tokens
				.slice(c.from, c.to)
				.map((t) => t.text)
				.join(" "),
		);
		for (const words of not) expect(told).not.toContain(words);
	});

	it("hold what the sequence model read, a little more and a little less", () => {
		const told = frameOf("en", "[s1 The harbour master], tired, [q1 said] [c1 it was shut].", [
			"content",
			"cue",
			"source",
		]);
		const found = sourceCandidates(told.reading, told.content, told.cue);
		const by = (words: string) => found.find((c) => textOf(told.reading.view, c) === words)?.by;
		expect([by("The harbour master"), by("The harbour"), by("The harbour master, tired")]).toEqual([
			"model",
			"near",
			"near",
		]);
	});

	it("cover neither where the model saw the source beside them", () => {
		const all = ["content", "cue", "source"] as const;
		const { reading, content, cue } = frameOf(
			"en",
			"[s1 Ana Roth] [q1 said] [c1 it was shut].",
			all,
		);
		const taken = [...content.pieces, ...(cue ? [cue] : [])];
		const covering = sourceCandidates(reading, content, cue).filter((c) =>
			taken.some((t) => meet(c, t)),
		);
		expect(covering.map((c) => textOf(reading.view, c))).toEqual([]);
	});

	it("hold what the rules read for the content, and not what they read for another", () => {
		const told = frameOf(
			"en",
			"[s1 Ana Roth] waited a long time before at last she [q1 spoke] and [c1 it was shut].",
		);
		const { reading, content, cue, source = { from: 0, to: 2 } } = told;
		const statement = { source, act: "asserts", hedged: false, unnamed: false, via: [] } as const;
		const ruled = (of: Stretch) => ({
			...reading,
			rules: { ...reading.rules, statements: [{ ...statement, content: of }] },
		});
		const holds = (of: Stretch) =>
			sourceCandidates(ruled(of), content, cue).some((c) => same(c, source));
		expect(holds(content.pieces[0] ?? { from: 0, to: 0 })).toBe(true);
		expect(holds({ from: 3, to: 5 })).toBe(false);
	});

	it("are none in an empty passage or where only marks stand", () => {
		const { reading, content } = frameOf("en", "… [c1 shut] …");
		expect(sourceCandidates(reading, content, undefined)).toEqual([]);
	});
});
