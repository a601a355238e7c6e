import { describe, expect, it } from "vitest";
import { citedBy, citedFrom } from "../../../../src/attribution/frames/source/cited.ts";
import { stretchOf } from "../engine/language.ts";
import { frameOf } from "../engine/readings.ts";

/** The words of who is cited, where the outlet at the head of the line was read as the speaker. */
function cited(marked: string, outlet: string, whom: string) {
	const { reading, content } = frameOf("en", marked, ["content", "cue", "source"]);
	const { view } = reading;
	const candidates = [outlet, whom].map((words) => ({ ...stretchOf(view, words), by: "right" }));
	return citedBy(view, content, candidates, [0.9, 0.01], { index: 0 })?.index;
}

describe("whom an outlet cites", () => {
	it.each([
		[
			"The daily Yeni Pusula reported, citing two officers, that [c1 the ship had sunk].",
			"The daily Yeni Pusula",
			"two officers",
		],
		[
			"The weekly Prelom writes, quoting a police officer, that [c1 the men had left].",
			"The weekly Prelom",
			"a police officer",
		],
		[
			"Bluewire reported, citing people familiar with the audit, that [c1 a claim was near].",
			"Bluewire",
			"people familiar with the audit",
		],
	])("says it: %s", (marked, outlet, whom) => {
		expect(cited(marked, outlet, whom)).toBe(1);
	});

	it("does not where somebody else than an outlet cites it, or where it stands behind what was said", () => {
		const own = "The minister said, citing a survey, that [c1 the beds were full].";
		expect(cited(own, "The minister", "a survey")).toBeUndefined();
		const { reading, content } = frameOf(
			"en",
			"[c1 The beds were full], she said, citing a survey.",
		);
		expect(citedFrom(reading.view, content)).toBeUndefined();
	});
});
