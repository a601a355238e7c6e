import { describe, expect, it } from "vitest";
import { withoutAnd } from "../../../../../src/attribution/speakers/mentions/without-and.ts";
import { known, mention } from "../knowns.ts";

const lavrov = known("سيرغي لافروف");

describe("a name with a conjunction written onto it", () => {
	it.each(["ولافروف", "فلافروف"])("is the known one's: %s", (word) => {
		expect(withoutAnd(mention(word), [lavrov]).words).toEqual(["لافروف"]);
	});

	it("keeps a letter that is its own, or that nobody's name explains", () => {
		expect(withoutAnd(mention("وليد"), [lavrov]).words).toEqual(["وليد"]);
		const both = [known("سامي ليدن"), known("وليدن الحداد")];
		expect(withoutAnd(mention("وليدن"), both).words).toEqual(["وليدن"]);
	});
});
