import { describe, expect, it } from "vitest";
import { nameBehindPost } from "../../../../src/attribution/frames/name-behind-post.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { viewIn } from "../engine/language.ts";

/** The name behind the first words of a line, which are the post; `until`: where the statement begins. */
function behind(line: string, post: string): string | undefined {
	const view = viewIn("ar", line);
	const at = post.split(" ").length;
	const found = nameBehindPost(view, { from: 0, to: at }, view.tokens.length);
	return found && textOf(view, found);
}

describe("the name behind a post and where it is held", () => {
	it.each([
		["مدير التسويق في معرض الزهور طلال السمان أن الأسعار ارتفعت", "مدير التسويق", "طلال السمان"],
		[
			"المتحدث باسم المتضررين من هذا القرار عبدالرحمن الحداد إلى أن الأمر قريب",
			"المتحدث باسم المتضررين",
			"عبدالرحمن الحداد",
		],
	])("is found: %s", (line, post, name) => {
		expect(behind(line, post)).toBe(name);
	});

	it.each([
		["مدير التسويق في معرض الزهور أن الأسعار ارتفعت", "مدير التسويق"],
		["مدير التسويق في معرض الزهور، وطلال السمان يرى أن الأسعار ارتفعت", "مدير التسويق"],
		["طلال السمان في معرض سامي الحداد أن الأسعار ارتفعت", "طلال السمان"],
		["مدير التسويق أن طلال السمان غادر", "مدير التسويق"],
	])("is not taken from elsewhere: %s", (line, post) => {
		expect(behind(line, post)).toBeUndefined();
	});
});
