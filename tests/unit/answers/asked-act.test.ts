import { describe, expect, it } from "vitest";
import { article, claim } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const english = article("english", [
	"Tova Lindqvist told reporters that the points of the ferry plan would be discussed with the guild. She said the guild held on to its line of blocking the harbour.",
]);
const arabic = article("arabic", [
	"قالت توفا ليندكفيست للصحفيين إن نقاط خطة العبارات ستناقش مع النقابة. وأضافت أن النقابة تتمسك بإغلاق الميناء.",
]);
const speaker = {
	name: "Tova Lindqvist",
	kind: "person",
	label: { en: "Tova Lindqvist", ar: "توفا ليندكفيست" },
} as const;
claim(english, 1, "the points of the ferry plan would be discussed with the guild", {
	speaker,
	act: "predicts",
});
claim(english, 1, "held on to its line of blocking the harbour", { speaker, act: "accuses" });
claim(arabic, 1, "نقاط خطة العبارات ستناقش مع النقابة", { speaker, act: "predicts" });
claim(arabic, 1, "النقابة تتمسك بإغلاق الميناء", { speaker, act: "accuses" });
const answerer = await realAnswerer([english, arabic]);

describe("the act that is asked for", () => {
	it.each([
		["What did Lindqvist accuse the guild of?", "blocking the harbour"],
		["بماذا اتهمت ليندكفيست النقابة؟", "تتمسك بإغلاق الميناء"],
	])("is told first, and not what was said before it: %s", async (text, words) => {
		const [item] = (await answerer.answer({ command: "ask", text })).items;
		expect(item?.kind === "passage" && [item.claim?.act, item.quote.includes(words)]).toEqual([
			"accuses",
			true,
		]);
	});
});
