import { describe, expect, it } from "vitest";
import type { ArticleSkeleton } from "../../../src/corpus/index.ts";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** [words of the first, words of the second, kind] of every pair in an article of these paragraphs. */
function pairs(language: "ar" | "en", ...lines: string[]) {
	const skeleton: ArticleSkeleton = { ...articleOf(lines, "2023-05-04"), language };
	const { claims, contradictions } = extraction.extract(skeleton);
	const told = contradictions.flatMap((pair) => pair.told ?? []).map(({ claim }) => claim);
	const quote = (id: string) => [...claims, ...told].find((c) => c.id === id)?.quote;
	return contradictions.map((c) => [quote(c.claims[0]), quote(c.claims[1]), c.kind]);
}

const said = (a: string, b: string) => [
	`قال محافظ المدينة إن ${a}.`,
	`وقالت نقابة العمال إن ${b}.`,
];

describe("figures of one thing", () => {
	it.each([
		[
			"more than one and less than it",
			"عدد القتلى بلغ أكثر من 40 قتيلا",
			"عدد القتلى بلغ 12 قتيلا",
		],
		[
			"no more than one and more than it",
			"عدد القتلى لم يتجاوز 12 قتيلا",
			"عدد القتلى بلغ 40 قتيلا",
		],
		[
			"two shares",
			"نسبة المشاركة في الإضراب بلغت 18 في المئة",
			"نسبة المشاركة في الإضراب بلغت 80 في المئة",
		],
	])("are rivals: %s", (_, a, b) => {
		expect(pairs("ar", ...said(a, b)).map(([, , kind]) => kind)).toEqual(["figures"]);
	});

	it.each([
		["at least and more", "عدد القتلى بلغ أكثر من 40 قتيلا", "عدد القتلى بلغ 52 قتيلا"],
		["about and near it", "عدد القتلى بلغ نحو 40 قتيلا", "عدد القتلى بلغ 42 قتيلا"],
		["two months", "عدد القتلى في يناير بلغ 12 قتيلا", "عدد القتلى في مارس بلغ 40 قتيلا"],
		["the dead and the wounded", "عدد القتلى بلغ 12 قتيلا", "عدد الجرحى بلغ 40 جريحا"],
		["two units", "طول النفق بلغ 12 كيلومترا", "عدد العمال بلغ 40 عاملا"],
	])("are none: %s", (_, a, b) => {
		expect(pairs("ar", ...said(a, b))).toEqual([]);
	});
});

describe("a denial that names no more than what was said", () => {
	it("is of the claim before it", () => {
		const found = pairs(
			"ar",
			"اتهمت نقابة العمال إدارة المصنع بتلويث النهر.",
			"ونفت إدارة المصنع صحة هذه الاتهامات.",
		);
		expect(found).toHaveLength(1);
		expect(found[0]?.[2]).toBe("denial");
	});

	it("is none where somebody does not comment", () => {
		expect(
			pairs(
				"ar",
				"اتهمت نقابة العمال إدارة المصنع بتلويث النهر.",
				"ورفضت إدارة المصنع التعليق على هذه الاتهامات.",
			),
		).toEqual([]);
	});
});

describe("a rumour that nobody answers for", () => {
	const rumour = "انتشرت على مواقع التواصل صورة تظهر المصنع محترقا.";

	it("is told where somebody rejects it", () => {
		const [pair] = pairs("ar", rumour, "وقال مدير المصنع إن الصورة مزورة.");
		expect(pair?.[0]).toContain("المصنع محترقا");
		expect(pair?.[2]).toBe("denial");
	});

	it("is none where nobody does", () => {
		const { claims } = extraction.extract(
			articleOf([rumour, "وقال مدير المصنع إن الأجور زادت."], "2023-05-04"),
		);
		expect(claims.map(({ quote }) => quote)).toEqual(["الأجور زادت"]);
	});
});

it("two people of one surname are two", () => {
	expect(
		pairs(
			"en",
			"Joe Hallam has been banned for three matches, the league said.",
			"Tim Hallam said he had not been banned for three matches.",
		),
	).toEqual([]);
});

describe("another account of one thing", () => {
	it("is who did it, where one says that it was this one and no other", () => {
		const lines = [
			"قالت وزارة الدفاع في تيران إن قوات أوسمار أطلقت النار على الدورية.",
			"وقال دانيال برو إن جنود تيران هم من أطلقوا النار على الدورية.",
		];
		expect(pairs("ar", ...lines).map(([, , kind]) => kind)).toEqual(["rival_account"]);
	});

	it("is none where both say that it was the same one", () => {
		const lines = [
			"قالت وزارة الدفاع في أوسمار إن جنود تيران أطلقوا النار على الدورية.",
			"وقال دانيال برو إن جنود تيران هم من أطلقوا النار على الدورية.",
		];
		expect(pairs("ar", ...lines)).toEqual([]);
	});

	it("is none where another one is yet to do it", () => {
		const kindsBeside = (deed: string) =>
			pairs(
				"en",
				"The mayor said that it was the harbour company that sold the old lighthouse.",
				`The union said that the town council ${deed} the old lighthouse.`,
			).map(([, , kind]) => kind);
		expect(kindsBeside("sold")).toEqual(["rival_account"]);
		expect(kindsBeside("is to sell")).toEqual([]);
		expect(kindsBeside("might sell")).toEqual([]);
	});

	it("is when it was, where one says that the day matters, and none where it is yet to be", () => {
		const kindsOf = (early: string, late: string) =>
			pairs(
				"en",
				`The mayor said that the bridge over the Orla was closed to lorries ${early} 9 March 2023.`,
				`The union said that the bridge over the Orla ${late} to lorries on 3 April 2023.`,
			).map(([, , kind]) => kind);
		expect(kindsOf("as early as", "was closed")).toEqual(["rival_account"]);
		expect(kindsOf("on", "was closed")).toEqual([]);
		expect(kindsOf("as early as", "is to be closed")).toEqual([]);
	});
});

it("a promise that is due and was not kept stands against it", () => {
	const promise =
		"Every pupil in Dorne will have new books by 10 July, minister Hugh Penrose said.";
	const broken =
		"The deadline has passed and not one pupil in Dorne has new books, teacher Marion Tate said.";
	const kept = "The deadline has passed and every pupil in Dorne has new books, Marion Tate said.";
	expect(pairs("en", promise, broken).map(([, , kind]) => kind)).toEqual(["denial"]);
	expect(pairs("en", promise, kept)).toEqual([]);
});

it("what came but late is not said never to have come", () => {
	const early = "قال وجدي حمزة إن عقد روميلو وصل إلى الاتحاد يوم الأحد.";
	const late = "وقال سمير العوني إن عقد روميلو لم يصل إلى الاتحاد إلا يوم الأحد.";
	expect(pairs("ar", early, late)).toEqual([]);
});

it("the north is not the south", () => {
	const rate = (place: string, share: number, who: string) =>
		`قالت ${who} إن نسبة النجاح في محافظة ${place} بلغت ${share} في المئة.`;
	expect(pairs("ar", rate("الشمال", 71, "الوزارة"), rate("الجنوب", 64, "النقابة"))).toEqual([]);
	expect(pairs("ar", rate("الشمال", 71, "الوزارة"), rate("الشمال", 64, "النقابة"))).toHaveLength(1);
});

it("no more than so many leaves fewer open, however far its negation stands", () => {
	const other = "المحطة تزود 12000 منزل بالكهرباء";
	const few = "المحطة لا تزود بالكهرباء أكثر من 18000 منزل";
	const many = "المحطة تزود بالكهرباء أكثر من 18000 منزل";
	expect(pairs("ar", ...said(other, few)).map(([, , kind]) => kind)).not.toContain("figures");
	expect(pairs("ar", ...said(other, many)).map(([, , kind]) => kind)).toContain("figures");
});
