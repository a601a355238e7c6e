import { describe, expect, it } from "vitest";
import { article, claim } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const english = article("harbour", [
	"Marta Vogel promised that the pilots would be paid and the ferry repaired.",
	"Marta Vogel, the head of the pilots' guild, lives at Orvik with her mother and two of her sisters.",
]);
claim(english, 1, "the pilots would be paid and the ferry repaired", {
	speaker: { name: "Marta Vogel", kind: "person" },
	act: "promises",
});
const arabic = article("wells", [
	"وعدت هناء الزبير بحفر الآبار ودفع الأجور.",
	"وتسكن هناء الزبير، رئيسة بلدية الزهر، مع أمها واثنتين من شقيقاتها في بيت قديم قرب الميناء.",
]);
claim(arabic, 1, "بحفر الآبار ودفع الأجور", {
	speaker: { name: "هناء الزبير", kind: "person" },
	act: "promises",
});
const quarry = article("quarry", [
	"وقال مدير المقلع سهيل بركة إن العمال عادوا إلى المنحدر الغربي بعد إصلاح الرافعة.",
]);
claim(quarry, 1, "العمال عادوا إلى المنحدر الغربي", {
	speaker: { name: "سهيل بركة", kind: "person" },
});
const answerer = await realAnswerer([english, arabic, quarry]);

describe("who somebody is", () => {
	it.each([["who is Marta Vogel?"], ["من هي هناء الزبير؟"]])(
		"is told where he is introduced, and not by what he says: %s",
		async (text) => {
			const { items, verdict } = await answerer.answer({ command: "ask", text });
			expect(items[0]?.kind === "passage" && items[0].citation.line).toBe(2);
			expect(verdict?.kind).not.toBe("person");
		},
	);

	it.each([["من هو سهيل بركة؟"], ["مين هو سهيل بركة؟"], ["منو هو سهيل بركة؟"]])(
		"is asked in the spoken language as in the written one: %s",
		async (text) => {
			expect((await answerer.answer({ command: "ask", text })).answered).toBe(true);
		},
	);
});
