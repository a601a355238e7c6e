import { describe, expect, it } from "vitest";
import { article, claim } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const english = article("sluice", [
	'Sven Lindgren accused the waterworks of closing the sluice in the storm. Its engineer, Marta Vogel, denied it. "No sluice was closed," she said. Boats left at noon.',
	'Odile Wurm wanted a loan. She denied that she was leaving the guild. "I am staying," she said. The guild meets in May.',
]);
const vogel = { name: "Marta Vogel", kind: "person" } as const;
const wurm = { name: "Odile Wurm", kind: "person" } as const;
claim(english, 1, "closing the sluice in the storm", {
	speaker: { name: "Sven Lindgren", kind: "person" },
	act: "accuses",
});
claim(english, 1, "it", { speaker: vogel, act: "denies" });
claim(english, 2, "she was leaving the guild", { speaker: wurm, act: "denies" });
const arabic = article("mill", [
	"اتهم سامر الدباغ شركة المطاحن بخلط الطحين. ونفت المديرة هناء الزبير ذلك. «لم نخلط شيئاً»، قالت. وعاد العمال مساء.",
]);
claim(arabic, 1, "شركة المطاحن بخلط الطحين", {
	speaker: { name: "سامر الدباغ", kind: "person" },
	act: "accuses",
});
claim(arabic, 1, "ذلك", { speaker: { name: "هناء الزبير", kind: "person" }, act: "denies" });
const answerer = await realAnswerer([english, arabic]);

describe("who denied what is told in the sentence before", () => {
	it.each([
		[
			"Who denied that the sluice was closed?",
			"closing the sluice",
			'"No sluice was closed," she said.',
		],
		["Is Odile Wurm leaving the guild?", "leaving the guild", '"I am staying," she said.'],
		["مين نفى خلط الطحين؟", "بخلط الطحين", "«لم نخلط شيئاً»، قالت."],
	])("is quoted with it, to the end of his words: %s", async (text, from, to) => {
		const [first] = (await answerer.answer({ command: "ask", text })).items;
		const quote = first?.kind === "passage" ? first.quote : "";
		expect(quote).toContain(from);
		expect(quote.endsWith(to)).toBe(true);
	});
});
