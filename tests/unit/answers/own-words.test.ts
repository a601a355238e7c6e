import { describe, expect, it } from "vitest";
import { article, claim } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const vogel = { name: "Marta Vogel", kind: "person" } as const;
const wurm = { name: "Odile Wurm", kind: "person" } as const;
const zubair = { name: "هناء الزبير", kind: "person" } as const;
const english = article("ferries", [
	"Marta Vogel, the director of the shipyard, said that the slipway was too short for the ferry.",
	"Ms Vogel denied that there was any plan to sell the crane.",
	"The harbour guild of Sven Lindgren has bought the crane, the ferry and the slipway.",
	"Odile Wurm, the harbour master, said that the pilots were tired.",
	"The shipyard let the oil run into the bay, and the fishermen found it in the bay.",
	"Odile Wurm said that a pump had failed at night.",
]);
claim(english, 1, "the slipway was too short for the ferry", { speaker: vogel });
claim(english, 2, "there was any plan to sell the crane", { speaker: vogel, act: "denies" });
claim(english, 4, "the pilots were tired", { speaker: wurm });
claim(english, 6, "a pump had failed at night", { speaker: wurm });
const arabic = article("wells", [
	"وافق مجلس البلدة على حفر آبار الوادي بعد نقاش طويل في آبار الوادي.",
	"قالت رئيسة البلدة هناء الزبير إن الآبار القديمة جفت.",
	"ونفت الزبير أن يكون المقاول قد اختير من دون منافسة.",
]);
claim(arabic, 2, "الآبار القديمة جفت", { speaker: zubair });
claim(arabic, 3, "المقاول قد اختير من دون منافسة", { speaker: zubair, act: "denies" });
const answerer = await realAnswerer([english, arabic]);

const first = async (text: string) => {
	const { answered, items } = await answerer.answer({ command: "ask", text });
	const [item] = items;
	return { answered, line: item?.kind === "passage" ? item.citation.line : null };
};

describe("whose words are asked for", () => {
	it.each([
		["What did Marta Vogel say about the crane?", 2],
		["What did director Marta Vogel say about the crane?", 2],
		["ماذا قالت هناء الزبير عن المقاول؟", 3],
		["What did the harbour master say?", 4],
		["ماذا قالت رئيسة البلدة عن آبار الوادي؟", 2],
		["Why did the oil run into the bay, according to Odile Wurm?", 6],
	])("his own lead, those on the topic before others: %s", async (text, line) => {
		expect(await first(text)).toEqual({ answered: true, line });
	});

	it("are not told where he says nothing of whoever he is asked about", async () => {
		expect((await first("What did Marta Vogel say about Odile Wurm?")).answered).toBe(false);
	});
});
