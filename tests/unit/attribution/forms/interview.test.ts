import { describe, expect, it } from "vitest";
import { answersOf } from "../../../../src/attribution/forms/interview.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { type Language, viewIn } from "../engine/language.ts";

function answers(language: Language, passages: readonly string[]): string[] {
	const views = passages.map((text) => viewIn(language, text));
	return [...answersOf(views)].map(([at, said]) => {
		const view = views[at];
		return view ? textOf(view, said) : "";
	});
}

const dashes = [
	"Ana Roth has kept the lighthouse for thirty years.",
	"● When did you come here?",
	"- In the spring of the great flood. The lamp was out.",
	"● Were you alone?",
	"- (laughs) Only at night.",
	"● They say that the lamp will go.",
	"- It will not go while I am here.",
	"● And what comes then?",
	"- Somebody younger.",
];

describe("an interview", () => {
	it("is told by questions and what stands behind them, without dash and stage direction", () => {
		expect(answers("en", dashes)).toEqual([
			"In the spring of the great flood. The lamp was out",
			"Only at night",
			"It will not go while I am here",
			"Somebody younger",
		]);
	});

	it("is one in Arabic, with a label before the first answer", () => {
		const passages = [
			"تعمل ليلى الشامي في المنارة منذ ثلاثين عاما.",
			"* متى جئت إلى هنا؟",
			"ليلى الشامي: في ربيع الفيضان الكبير.",
			"* هل كنت وحدك؟",
			"- في الليل فقط.",
			"* يقال إن المصباح سيزال.",
			"- لن يزال ما دمت هنا.",
			"* وماذا بعد ذلك؟",
			"- واحدة أصغر سنا.",
		];
		expect(answers("ar", passages)).toEqual([
			"في ربيع الفيضان الكبير",
			"في الليل فقط",
			"لن يزال ما دمت هنا",
			"واحدة أصغر سنا",
		]);
	});

	it("goes on where a statement is answered, if all answers bear one mark", () => {
		const passages = [
			"When did you come?",
			"“In spring.”",
			"Were you alone?",
			"“At night, yes.”",
			"You left the lamp burning.",
			"“It was the rule of the house.”",
			"Will you stay?",
			"“As long as I can.”",
		];
		expect(answers("en", passages)).toHaveLength(4);
	});

	it("is none where a report asks a question or two", () => {
		const passages = [
			"The lamp went out on Monday.",
			"Who put it out?",
			"The keeper does not know.",
			"The council will meet on Friday.",
			"Will it be lit again?",
			"Nobody can say.",
			"The harbour stays closed.",
		];
		expect(answers("en", passages)).toEqual([]);
	});
});
