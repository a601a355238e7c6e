import { expect, describe as group, it } from "vitest";
import { steps, type Weigh, weighWith } from "../../../../src/attribution/choice/weigh.ts";
import type { SourceWords } from "../../../../src/attribution/frames/parts.ts";
import { kindFeatures } from "../../../../src/attribution/speakers/kind-features.ts";
import type { Known, SpeakerMention } from "../../../../src/attribution/speakers/known.ts";
import { describe } from "../../../../src/attribution/speakers/mentions/describe.ts";
import { resolveFeatures } from "../../../../src/attribution/speakers/resolve.ts";
import { Resolver } from "../../../../src/attribution/speakers/resolver.ts";
import { SpeakerKind } from "../../../../src/domain/article.ts";
import { type Question, trainChooser } from "../../../../tools/train/chooser-trainer.ts";
import { entities, type Language, stretchOf, viewIn } from "../engine/language.ts";
import { known, mention } from "./knowns.ts";

const asker = (at: Partial<Known> = {}): Known[] => [
	known("Mary Quill", { agreement: "f", order: 3, ...at }),
	known("Tom Harlow", { agreement: "m", order: 2 }),
	known("source", { kind: "anonymous", words: ["source"], titles: new Set(["source"]), order: 1 }),
];

/** What every reader knows: a last name, a sex or a title point to whom they fit, others are new. */
const lessons: [SpeakerMention, number][] = [
	[mention("Quill"), 0],
	[mention("Harlow"), 1],
	[mention("Mary Quill"), 0],
	[mention("", { agreement: "m" }), 1],
	[mention("", { agreement: "f" }), 0],
	[mention("", { printed: "pronoun", agreement: "m" }), 1],
	[mention("", { printed: "pronoun", agreement: "f" }), 0],
	[mention("", { printed: "description", titles: ["source"], definite: true }), 2],
	[mention("Peter Voss"), 3],
	[mention("", { printed: "description", titles: ["baker"] }), 3],
];

function questions(): Question[] {
	const orders = [3, 0, 5];
	return orders.flatMap((order) =>
		lessons.map(([asked, right]) => ({
			candidates: resolveFeatures(asked, asker({ order }), 6),
			right,
		})),
	);
}

const none = { weights: new Float32Array(2), scale: 1 };
const kinds = ["Mary Quill", "Tom Harlow"].map((name) => {
	const view = viewIn("en", `${name} spoke.`);
	const at = stretchOf(view, name);
	return { candidates: kindFeatures(view, { ...at, name: at, sure: 1 }), right: 0 };
});
const weigh: Weigh = weighWith({
	...(Object.fromEntries(steps.map((step) => [step, none])) as Record<
		(typeof steps)[number],
		typeof none
	>),
	resolve: trainChooser(questions()),
	kind: trainChooser(kinds),
});

type Words = { source?: string; name?: string; cue?: string };
type Row = readonly [string, Words];

/** Reads mentions one after the other; the names of who was meant. */
function meant(
	language: Language,
	rows: readonly Row[],
	weighing: Weigh = weigh,
): (string | undefined)[] {
	const resolver = new Resolver(entities);
	return rows.map(([text, { source, name, cue }], passage) => {
		const view = viewIn(language, text);
		const words: SourceWords | undefined = source
			? { ...stretchOf(view, source), ...(name ? { name: stretchOf(view, name) } : {}), sure: 1 }
			: undefined;
		const told = describe(view, words, cue ? stretchOf(view, cue) : undefined, 0, passage);
		const { known: found } = resolver.speaker(weighing, view, words, told);
		if (found) resolver.memory.speaks(found);
		return found?.name;
	});
}

const ana: Row = ["Ana Roth said so.", { source: "Ana Roth", name: "Ana Roth", cue: "said" }];
const peter: Row = [
	"Peter Voss said so.",
	{ source: "Peter Voss", name: "Peter Voss", cue: "said" },
];
const leila: Row = [
	"قالت ليلى الشامي كذا",
	{ source: "ليلى الشامي", name: "ليلى الشامي", cue: "قالت" },
];
const sami: Row = [
	"قال سامي الحداد كذا",
	{ source: "سامي الحداد", name: "سامي الحداد", cue: "قال" },
];

group("who is meant", () => {
	it("is found by the last name", () => {
		const rows: Row[] = [ana, peter, ["Roth left.", { source: "Roth", name: "Roth" }]];
		expect(meant("en", rows)).toEqual(["Ana Roth", "Peter Voss", "Ana Roth"]);
	});

	it("is somebody new by another name", () => {
		const rows: Row[] = [
			ana,
			["Laura Finch left.", { source: "Laura Finch", name: "Laura Finch" }],
		];
		expect(meant("en", rows)).toEqual(["Ana Roth", "Laura Finch"]);
	});

	it("is found by the sex that the verb shows", () => {
		const rows: Row[] = [
			leila,
			sami,
			["وأضافت أن الميناء مغلق", { cue: "وأضافت" }],
			["وأضاف أنه مغلق", { cue: "وأضاف" }],
		];
		expect(meant("ar", rows).slice(2)).toEqual(["ليلى الشامي", "سامي الحداد"]);
	});

	it("is found by a description: the source is a source that spoke before", () => {
		const rows: Row[] = [
			["A source said so.", { source: "A source", cue: "said" }],
			ana,
			["The source said more.", { source: "The source", cue: "said" }],
		];
		const [first, , again] = meant("en", rows);
		expect(first).toMatch(/source/);
		expect(again).toBe(first);
	});

	it("is nobody else by a whole name of which no word is his", () => {
		const row: Row = [
			"Laura Finch said so.",
			{ source: "Laura Finch", name: "Laura Finch", cue: "said" },
		];
		const drawn: Weigh = (step, candidates) =>
			step === "resolve"
				? candidates.map((_, i) => (i === 0 ? 0.9 : 0.1))
				: weigh(step, candidates, () => "");
		expect(meant("en", [ana, row], drawn)).toEqual(["Ana Roth", "Laura Finch"]);
	});

	it("is no person by 'it', and nobody of the other sex where nothing is printed", () => {
		const first: Weigh = (step, candidates) =>
			step === "resolve"
				? candidates.map((_, i) => (i === 0 ? 0.6 : 0.4 / candidates.length))
				: weigh(step, candidates, () => "");
		expect(
			meant("en", [ana, ["It said more.", { source: "It", cue: "said" }]], first)[1],
		).toBeUndefined();
		expect(meant("ar", [leila, sami, ["وأضاف أنه مغلق", { cue: "وأضاف" }]], first)[2]).toBe(
			"سامي الحداد",
		);
	});

	it("is who bears the honour", () => {
		const prince: Row = [
			"قال صاحب السمو الأمير سامي الحداد كذا",
			{ source: "صاحب السمو الأمير سامي الحداد", name: "سامي الحداد", cue: "قال" },
		];
		const samir: Row = [
			"قال سمير الشامي كذا",
			{ source: "سمير الشامي", name: "سمير الشامي", cue: "قال" },
		];
		const again: Row = ["وأكد سموه ذلك", { source: "سموه", cue: "وأكد" }];
		const last: Weigh = (step, candidates) =>
			step === "resolve"
				? candidates.map((_, i) => (i === 1 ? 0.9 : 0.1 / candidates.length))
				: weigh(step, candidates, () => "");
		expect(meant("ar", [prince, samir, again], last)[2]).toBe("سامي الحداد");
	});

	it("is nobody new by 'the same source'", () => {
		const rows: Row[] = [
			["A source said so.", { source: "A source", cue: "said" }],
			["The same source said more.", { source: "The same source", cue: "said" }],
		];
		const newOnes: Weigh = (step, candidates) =>
			step === "resolve"
				? candidates.map((_, i) => (i === candidates.length - 1 ? 0.9 : 0.1))
				: weigh(step, candidates, () => "");
		const [one, again] = meant("en", rows, newOnes);
		expect(again).toBe(one);
	});

	it("is nobody where no words are printed and nobody was named", () => {
		expect(meant("ar", [["وأضافت أن الميناء مغلق", { cue: "وأضافت" }]])).toEqual([undefined]);
		expect(meant("en", [["She said so.", { source: "She", cue: "said" }]])).toEqual([undefined]);
	});

	it("is shown in the fullest form once it is given", () => {
		const rows: Row[] = [["Roth left.", { source: "Roth", name: "Roth" }], ana];
		expect(meant("en", rows).at(-1)).toBe("Ana Roth");
	});

	it("is found by the sex of a pronoun", () => {
		const rows: Row[] = [
			ana,
			peter,
			["She said more.", { source: "She", cue: "said" }],
			["He agreed.", { source: "He" }],
		];
		expect(meant("en", rows).slice(2)).toEqual(["Ana Roth", "Peter Voss"]);
	});
});

group("the candidates of a mention", () => {
	it("have one list of keys each, and one more for somebody new", () => {
		expect(resolveFeatures(mention("Quill"), asker(), 4)).toHaveLength(4);
		expect(resolveFeatures(mention("Quill"), [], 0)).toHaveLength(1);
	});

	it("are weighed alike wherever they stand in the list", () => {
		const all = asker();
		const turned = [...all].reverse();
		const keys = resolveFeatures(mention("Quill"), all, 4);
		const other = resolveFeatures(mention("Quill"), turned, 4);
		expect([...other.slice(0, 3)].reverse()).toEqual(keys.slice(0, 3));
	});

	it("may be of every kind", () => {
		const view = viewIn("en", "Ana Roth");
		const at = { from: 0, to: 2 };
		expect(kindFeatures(view, { ...at, name: at, sure: 1 })).toHaveLength(
			SpeakerKind.options.length,
		);
	});
});
