import { describe, expect, it } from "vitest";
import { loadReader } from "../../../src/app/load/question-reader.ts";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";

const data = await shippedSearchData();
const reader = (await loadReader(indexDataFolder, data, () => Date.UTC(2024, 4, 16)))(() => ({
	speakers: [
		["Tova Lindqvist", "توفا ليندكفيست"],
		["Karim Sabbagh", "كريم صباغ"],
	],
	outlets: [],
	days: [],
}));

/** The verb, who does it, and to whom it is done: "send Norway > Kenya". */
async function deedOf(text: string): Promise<string> {
	const { deed } = await reader.read(text);
	if (!deed) return "";
	const others = deed.others.map(({ name, from }) => `${from ? "<" : ">"} ${name.join(" ")}`);
	return [deed.verb, (deed.doer ?? []).join(" "), ...others].filter(Boolean).join(" ");
}

describe("what is asked to have been done, by whom, to whom", () => {
	it.each([
		["Did Norway send rescue boats to Kenya?", "send norway > kenya"],
		["Did Kenya buy boats from Norway?", "buy kenya < norway"],
		["When did Lindqvist visit Kenya?", "visit lindqvist > kenya"],
		["When did Lindqvist visit Kenya after Norway joined?", "visit lindqvist > kenya"],
		["When will Lindqvist visit Kenya, according to Sabbagh?", "visit lindqvist > kenya"],
		["متى يزور كريم صباغ كينيا حسب ليندكفيست؟", "يزور كريم صباغ > كينيا"],
		["امتى زار كريم صباغ بلدة بكينيا؟", "زار كريم صباغ > بكينيا"],
		["Has Kenya sanctioned the harbour?", "sanctioned kenya"],
		["Was Sabbagh arrested?", "arrested > sabbagh"],
		["When was the old mill founded?", "founded"],
		["Who owns the mill?", "owns"],
		["How many boats did Norway send in June?", "send norway"],
		["هل أرسلت النرويج قوارب إلى كينيا؟", "ارسلت النرويج > كينيا"],
		["متى زار كريم صباغ كينيا؟", "زار كريم صباغ > كينيا"],
		["امتى ليندكفيست زار كينيا؟", "زار ليندكفيست > كينيا"],
		["من أصدر مذكرة بحق ليندكفيست؟", "اصدر > ليندكفيست"],
		["كم قاربا أرسلت النرويج؟", "ارسلت النرويج"],
	])("%s: %s", async (text, deed) => {
		expect(await deedOf(text)).toBe(deed);
	});

	it.each([
		"What did Norway say?",
		"Did Norway deny it?",
		"How many boats were moored in Kenya?",
		"Did Kenya agree with Norway?",
		"هل تعارض كينيا الخطة؟",
		"متى وقع الحادث في كينيا؟",
		"boats for Kenya",
	])("none that a passage must hold: %s", async (text) => {
		expect(await deedOf(text)).toBe("");
	});
});
