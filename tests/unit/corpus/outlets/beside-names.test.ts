import { describe, expect, it } from "vitest";
import { classifyPage } from "../../../../src/corpus/page/classify.ts";
import { cuesOf } from "../../../../src/corpus/page/outlet/choosing/name-cues.ts";
import {
	isHeardIn,
	soundsOfAddress,
} from "../../../../src/corpus/page/outlet/choosing/name-sounds.ts";
import { foldWords } from "../../../../src/language/text/phrase-index.ts";
import { body, englishBody, rules } from "../rules.ts";

function evidenceOf(name: string, lines: readonly string[]): Record<string, number | undefined> {
	const { names } = classifyPage(lines, rules);
	return names.find(({ same }) => same.some((one) => one.name === name))?.evidence ?? {};
}

const folded = (name: string) => foldWords(name).join(" ");
const head = ["Riverside park to take two years, says mayor", "5 May 2024", ""];
const arabicHead = ["البلدية تبدأ توسعة الحديقة العامة", "5 أيار 2024", ""];

describe("what stands beside a page's name", () => {
	const cuesIn = (line: string) => {
		const { lines } = classifyPage([...head, ...englishBody, "", line], rules);
		return [...cuesOf(["quay bulletin"], lines, rules)];
	};

	it.each([
		["besideOffer", "Sign up to the Quay Bulletin"],
		["besideContact", "Got a tip? Ring the Quay Bulletin newsroom on 0400 000 918"],
		["besideStanding", "Why you can trust the Quay Bulletin"],
		["besideReuse", "Read the original article on Quay Bulletin"],
		["besideCrew", "Pictures by Quay Bulletin"],
	])("is told by its words: %s", (cue, line) => {
		expect(cuesIn(line)).toContain(cue);
	});

	it("is nothing where such words stand far from it", () => {
		expect(cuesIn("Quay Bulletin by the old harbour wall, where the members trust nobody")).toEqual(
			[],
		);
	});

	it("is told with its preposition in Arabic", () => {
		const { lines } = classifyPage([...arabicHead, ...body, "", "تطبيق لمرسى الوادي"], rules);
		expect([...cuesOf(["مرسى الوادي"].map(folded), lines, rules)]).toContain("besideOffer");
	});

	it("is weighed", () => {
		const lines = [...head, ...englishBody, "", "Why you can trust the Quay Bulletin"];
		expect(evidenceOf("Quay Bulletin", lines)).toMatchObject({ besideStanding: 1 });
	});
});

describe("an address in which an Arabic name is heard", () => {
	const sounds = soundsOfAddress("desk@amwaj-aljanoub.example");

	it.each([
		["أمواج الجنوب", true],
		["ضفاف الوادي", false],
		["Quay Bulletin", false],
	])("%s: %s", (name, heard) => {
		expect(isHeardIn(folded(name), sounds)).toBe(heard);
	});
});

describe("a name that stands once", () => {
	const placesOf = (name: string, lines: readonly string[]) =>
		classifyPage(lines, rules).names.flatMap(({ same }) =>
			same.flatMap((one) => (one.name === name ? [one.place] : [])),
		);

	it.each([
		["copyright", "Quay Bulletin", [...head, ...englishBody, "", "© Quay Bulletin – licence 117"]],
		["copyright", "صدى الرصيف", [...arabicHead, ...body, "", "صدى الرصيف © يومية مستقلة"]],
		["source", "Quay Bulletin", [...head, ...englishBody, "", "Please credit Quay Bulletin"]],
		[
			"source",
			"أمواج الجنوب",
			[...arabicHead, ...body, "", "للاقتباس يرجى ذكر المصدر: أمواج الجنوب (amwaj.example)"],
		],
		["staff", "صدى الرصيف", [...arabicHead, ...body, "", "محررة الشؤون المحلية – صدى الرصيف"]],
		[
			"sender",
			"صدى الرصيف",
			["من: نشرة «صدى الرصيف» <salam@sada.example>", ...arabicHead, ...body],
		],
		[
			"role",
			"Quay Bulletin",
			[...head, ...englishBody, "", "Lena Orr is a staff photographer for the Quay Bulletin."],
		],
	])("is found as %s: %s", (place, name, lines) => {
		expect(placesOf(name, lines)).toContain(place);
	});
});
