import { describe, expect, it } from "vitest";
import { isToldToBehind, toldTo } from "../../../../src/attribution/frames/source/told-to.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { viewIn } from "../engine/language.ts";

describe("whom something is told to, right behind an Arabic verb of saying", () => {
	const told = (line: string) => {
		const view = viewIn("ar", line);
		const found = toldTo(view, 0);
		return found && textOf(view, found);
	};

	it("is told with title and name", () => {
		expect(told("وأضاف لوزير الخارجية البورلاني، حداد: «ننتظركم»")).toBe(
			"وزير الخارجية البورلاني، حداد",
		);
		expect(told("قال للرئيس إن الجسر أغلق")).toBe("الرئيس");
	});

	it("ends where somebody else begins who said it", () => {
		expect(told("قال لوزير الخارجية مسؤول كبير إن الجسر أغلق")).toBe("وزير الخارجية");
	});

	it("is nobody where a paper was told, or where nothing is told", () => {
		expect(told("قال لصحيفة المدار مسؤول إن الجسر أغلق")).toBeUndefined();
		expect(told("وفقا لوزير الخارجية أغلق الجسر")).toBeUndefined();
	});
});

describe("“to” and a noun for people", () => {
	const ends = (line: string) => {
		const view = viewIn("ar", line);
		return isToldToBehind(
			view,
			view.tokens.findIndex(({ text }) => text === "لوزير"),
		);
	};

	it("ends the name of whoever told it", () => {
		expect(ends("وقال بوتين لوزير الخارجية إن الجسر أغلق")).toBe(true);
		expect(ends("وأوضح عمر حداد لوزير الخارجية أن الجسر أغلق")).toBe(true);
	});

	it("goes on with a post, and with a name outside of what is told", () => {
		expect(ends("قال مستشار لوزير الخارجية إن الجسر أغلق")).toBe(false);
		expect(ends("سلم حداد لوزير الخارجية رسالة")).toBe(false);
	});
});
