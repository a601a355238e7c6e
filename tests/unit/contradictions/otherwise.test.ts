import { describe, expect, it } from "vitest";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** Kinds of the pairs in an article of these paragraphs. */
function kinds(language: "ar" | "en", ...lines: string[]): string[] {
	const skeleton = { ...articleOf(lines, "2023-05-04"), language };
	return extraction.extract(skeleton).contradictions.map(({ kind }) => kind);
}

describe("a denial in other words", () => {
	it("is of one doing with what was said, where not the least of it is so", () => {
		const paid = "The union said the company had paid the mayor a bribe of two million euros.";
		const unpaid = "The company's lawyer said the mayor had not received a cent of any bribe.";
		const other = "The company's lawyer said the mayor had not opened a single school.";
		expect(kinds("en", paid, unpaid)).toEqual(["denial"]);
		expect(kinds("en", paid, other)).toEqual([]);
	});

	it("is none where both say that it was not so, one by a verb", () => {
		const barred = "قالت النقابة إن إدارة السجن منعت الزيارات عن السجناء.";
		const none = "وقال المحامي إن السجن لم يشهد أي زيارات منذ شهر.";
		expect(kinds("ar", barred, none)).toEqual([]);
	});

	it("is none where it is so on a condition", () => {
		const merged = "The minister said the two banks will merge if the regulator approves.";
		const unmerged = "The regulator said the two banks will not merge unless it approves.";
		expect(kinds("en", merged, unmerged)).toEqual([]);
	});
});

it("the talk of a thing that is baseless is a rejection, whatever is said behind it", () => {
	const rumour = "وانتشرت شائعة بأن رجالا يعملون لحساب شركة عقارية أضرموا النار في الغابة.";
	const answer =
		"وقال قائد الدفاع المدني إن الحديث عن حريق لمصلحة شركة عقارية لا أساس له، فقد بدأت النار من شرارة سلك سقط على العشب اليابس قرب الطريق.";
	expect(kinds("ar", rumour, answer)).toEqual(["denial"]);
});

it("a figure that its own source has put right stands against none", () => {
	const first = "The team said it had counted 640 attacks on energy companies.";
	const again =
		"Its director said the correct number of attacks on energy companies was 460, not 640.";
	expect(kinds("en", first, again)).toEqual([]);
});

it("up to a day is no bound of the number behind it", () => {
	const one = "The minister said the disease had killed 130 people in the province.";
	const two = "The doctors' union said the dead in the province up to Thursday were 310.";
	expect(kinds("en", one, two)).toEqual(["figures"]);
});

it("how a thing began is told in two ways, and a plan to begin is none of them", () => {
	const one = "The fire chief said the fire began in the paint store on the ground floor.";
	const two = "The owner said the fire had started on the roof, where welders were at work.";
	const plan = "The owner said the fire drill will start on the roof, where welders are at work.";
	expect(kinds("en", one, two)).toEqual(["rival_account"]);
	expect(kinds("en", one, plan)).toEqual([]);
});

it("does not take “it” for what is denied where it is who denies", () => {
	const bought = "The ministry said the shells were bought in Dorne by a broker.";
	const unsold = "The firm denied that it had ever sold a single boat to any army of the region.";
	expect(kinds("en", bought, unsold)).toEqual([]);
});
