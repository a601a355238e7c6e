import { describe, expect, it } from "vitest";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** Kinds of the pairs in an article of these paragraphs. */
function kinds(language: "ar" | "en", ...lines: string[]): string[] {
	const skeleton = { ...articleOf(lines, "2023-05-04"), language };
	return extraction.extract(skeleton).contradictions.map(({ kind }) => kind);
}

describe("two accounts without a denial or a figure", () => {
	const union = "The union said the harbour pilots had been thrown out of the old tower by guards.";
	const owner = (told: string) => `But the harbour's owner, Greta Holm, said the pilots ${told}.`;

	it("stand against each other where a thing cannot be both", () => {
		const own = owner("had left the old tower of their own free will");
		expect(kinds("en", union, own)).toEqual(["rival_account"]);
		const ar = [
			"قالت نقابة البحارة إن السفينة الجديدة معطلة منذ الأحد.",
			"لكن مالك السفينة وجدي حمزة قال إن السفينة الجديدة سليمة منذ الأحد.",
		];
		expect(kinds("ar", ...ar)).toEqual(["rival_account"]);
	});

	it("do not where what cannot be both is said of two things", () => {
		const other = owner("were of good cheer and the bakery had closed of its own free will");
		expect(kinds("en", union, other)).toEqual([]);
	});

	it("do not where one of them is denied, so that both say the same", () => {
		const shut = "The mayor said the swimming hall in Dorne was closed on Sunday.";
		const open = "But Hugh Penrose said the swimming hall in Dorne was open on Sunday.";
		const same = "But Hugh Penrose said the swimming hall in Dorne was not open on Sunday.";
		expect(kinds("en", shut, open)).toHaveLength(1);
		expect(kinds("en", shut, same)).toEqual([]);
	});

	it("do not where the one is of the north and the other of the south", () => {
		const north = "Jude Falk said the north tower of the castle was open to visitors.";
		const south = "But Ada Moss said the south tower of the castle was closed to visitors.";
		expect(kinds("en", north, south)).toEqual([]);
	});
});

describe("parts of a whole in words", () => {
	const lost = (share: string, who: string) =>
		`${who} said that ${share} the island's wheat harvest had been lost in the storm.`;

	it("are figures that others stand against", () => {
		const [few, most] = [lost("a fifth of", "The ministry"), lost("two thirds of", "The union")];
		expect(kinds("en", few, most)).toEqual(["figures"]);
		const ar = (share: string, who: string) =>
			`قالت ${who} إن ${share} محصول القمح تلف في العاصفة.`;
		const whole = (share: string, who: string) => ar(share, who).replace("محصول القمح", "المحصول");
		expect(kinds("ar", whole("ثلثي", "وزارة الزراعة"), whole("ربع", "نقابة العمال"))).toEqual([
			"figures",
		]);
	});

	it("leave open what is near them", () => {
		const near = lost("48 per cent of", "The union");
		expect(kinds("en", lost("half of", "The ministry"), near)).toEqual([]);
	});
});

it("two of a thing in one word is a figure", () => {
	const far = "قال مالك السفينة وجدي حمزة إن السفينة كانت على بعد أربعين ميلا من الشاطئ.";
	const near = "وقالت وزارة الدفاع إن السفينة كانت على بعد ميلين من الشاطئ.";
	expect(kinds("ar", far, near)).toEqual(["figures"]);
});

it("of several figures those that agree are of one thing, and the others of two", () => {
	const growth = (share: string, who: string) =>
		`${who} said that trade between the two islands had grown by ${share} since the spring.`;
	const both = growth("26 per cent, and its sea trade by 60 per cent,", "The ministry");
	expect(kinds("en", both, growth("26 per cent", "The union"))).toEqual([]);
	expect(kinds("en", both, growth("12 per cent", "The union"))).toContain("figures");
});

describe("a denial in the sentence of what is denied", () => {
	it("is found behind it", () => {
		const said = "The union said the harbour company had sold the old lighthouse to a friend";
		expect(kinds("en", `${said}, a charge that the company denies.`)).toEqual(["denial"]);
		expect(kinds("en", `${said}, a charge that the company is to answer.`)).toEqual([]);
		const ar = "قالت النقابة إن شركة الميناء باعت المنارة القديمة لأحد المقربين";
		expect(kinds("ar", `${ar}، وهي اتهامات تنفيها الشركة.`)).toEqual(["denial"]);
	});
});

it("that nothing shows it stands against no denial of it", () => {
	const denial = "The harbour company denied that it had sold weapons to the island.";
	const shown = "But the minister said that the company had sold weapons to the island.";
	const unshown = "But the minister said there was no evidence that the company had sold weapons.";
	expect(kinds("en", denial, shown)).toEqual(["denial"]);
	expect(kinds("en", denial, unshown)).toEqual([]);
});
