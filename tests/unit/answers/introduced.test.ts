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
const answerer = await realAnswerer([english, arabic]);

describe("who somebody is", () => {
	it.each([["who is Marta Vogel?"], ["من هي هناء الزبير؟"]])(
		"is told where he is introduced, and not by what he says: %s",
		async (text) => {
			const { items, verdict } = await answerer.answer({ command: "ask", text });
			expect(items[0]?.kind === "passage" && items[0].citation.line).toBe(2);
			expect(verdict?.kind).not.toBe("person");
		},
	);
});
