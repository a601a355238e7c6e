import { expect, it } from "vitest";
import { coarse, coarseOf, outlineOf } from "../../../../src/attribution/frames/coarse.ts";
import { type Language, viewIn } from "../engine/language.ts";

it.each<[Language, string, string]>([
	["en", "The minister Ana Roth said that they sold 3 boats to France , who", "XHGXVQOB9wPK,R"],
	["ar", "قال الوزير سامي الحداد إن 3 لوزير في فرنسا ، التي", "VHGDQ9HPK،R"],
])("the first sight of a line (%s): %s", (language, text, classes) => {
	const found = coarseOf(viewIn(language, text)).join("");
	expect(found).toHaveLength(classes.length);
	for (const letter of new Set(classes.replace(/[Bw]/gu, ""))) {
		const at = (line: string) => [...line].flatMap((c, i) => (c === letter ? [i] : []));
		expect([letter, at(found)]).toEqual([letter, at(classes)]);
	}
});

it("beyond the passage is nothing", () => {
	const view = viewIn("en", "Rain fell");
	expect([coarse(view, -1), coarse(view, 2)]).toEqual(["|", "|"]);
});

it("an outline tells runs of one class once and is no longer than asked", () => {
	const classes = [..."HHGGX,GX"];
	expect(outlineOf(classes, { from: 0, to: 8 })).toBe("HGX,GX");
	expect(outlineOf(classes, { from: 0, to: 8 }, 3)).toBe("HGX");
	expect(outlineOf(classes, { from: 3, to: 3 })).toBe("");
});

it("“van” before a name is a part of it, although “so that” is written like it", () => {
	const at = (line: string) => coarse(viewIn("ar", line), 1);
	expect(at("مارلوس فان دايكن")).toBe("F");
	expect(at("لذلك فإن الحكومة")).toBe("Q");
	expect(at("لذلك فان الحكومة")).toBe("Q");
});
