import { expect, it } from "vitest";
import { coarse, coarseOf, outlineKey } from "../../../../src/attribution/frames/coarse.ts";
import { hashOf } from "../../../../src/attribution/sequence/hash.ts";
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

it("an outline tells runs of one class once, and its key is that of the first eight", () => {
	const classes = [..."HHGGX,GX"];
	const key = (from: number, to: number) => outlineKey(classes, { from, to });
	expect(key(0, 8)).toBe(hashOf("HGX,GX"));
	expect(key(3, 3)).toBe(hashOf(""));
	expect(key(6, 12)).toBe(hashOf("GX"));
	expect(outlineKey([..."HGHGHGHGHG"], { from: 0, to: 10 })).toBe(hashOf("HGHGHGHG"));
});

it("“van” before a name is a part of it, although “so that” is written like it", () => {
	const at = (line: string) => coarse(viewIn("ar", line), 1);
	expect(at("مارلوس فان دايكن")).toBe("F");
	expect(at("لذلك فإن الحكومة")).toBe("Q");
	expect(at("لذلك فان الحكومة")).toBe("Q");
});
