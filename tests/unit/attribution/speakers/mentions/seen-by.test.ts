import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../src/attribution/sequence/passage-view.ts";
import { seenBy } from "../../../../../src/attribution/speakers/mentions/seen-by.ts";
import { type Language, stretchOf, viewIn } from "../../engine/language.ts";

function outlet(language: Language, text: string, source: string): string | undefined {
	const view = viewIn(language, text);
	const found = seenBy(view, stretchOf(view, source), view.tokens.length);
	return found && textOf(view, found);
}

describe("the outlet that has a document or met somebody", () => {
	it.each<[Language, string, string, string]>([
		[
			"en",
			"A memo drafted by officials and seen by Norwire says the pier is shut.",
			"A memo",
			"Norwire",
		],
		[
			"en",
			"Drivers interviewed by the Harbour Post said the pier was shut.",
			"Drivers",
			"Harbour Post",
		],
		["en", "A letter leaked to the newspaper Rannaleht gives a figure.", "A letter", "Rannaleht"],
		[
			"ar",
			"رسائل داخلية اطلعت عليها وكالة بلومبيرغ تظهر أن الميناء مغلق.",
			"رسائل داخلية",
			"وكالة بلومبيرغ",
		],
		["ar", "وثيقة حصلت عليها «الأفق» تقول إن الميناء مغلق.", "وثيقة", "الأفق"],
	])("%s: %s", (language, text, source, name) => {
		expect(outlet(language, text, source)).toBe(name);
	});

	it.each<[Language, string, string]>([
		["en", "A memo seen by officials says the pier is shut.", "A memo"],
		["en", "The memo says so. It was seen by Norwire.", "The memo"],
		["ar", "رسائل اطلعت عليها اللجنة تظهر أن الميناء مغلق.", "رسائل"],
	])("is none in %s: %s", (language, text, source) => {
		expect(outlet(language, text, source)).toBeUndefined();
	});
});
