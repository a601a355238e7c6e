import { describe, expect, it } from "vitest";
import { article, claim } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const english = article("council", [
	"Fishermen rejected the harbour tax in a vote on Sunday.",
	"Odile Wurm, the harbour master, lives in the old lighthouse with 3 dogs.",
	"The lock keeper at Orvik earns a salary of 900 crowns.",
	"The guild's appeal against the ferry fine will be heard on 4 May 2022.",
]);
const arabic = article("wells", [
	"رفض الصيادون ضريبة الميناء في تصويت الأحد.",
	"تسكن المديرة هناء الزبير في المنارة القديمة مع 3 كلاب.",
	"توفي بحار ستيني في ميناء الزهر مساء الثلاثاء.",
]);
claim(english, 1, "the harbour tax", {
	speaker: { name: "Fishermen", kind: "person" },
	act: "denies",
});
claim(arabic, 1, "ضريبة الميناء", { speaker: { name: "الصيادون", kind: "person" }, act: "denies" });
const answerer = await realAnswerer([english, arabic]);
const ask = (text: string) => answerer.answer({ command: "ask", text });

describe("whether something was done", () => {
	it.each([
		["did fishermen approve the harbour tax?", "council", 1],
		["هل أقر الصيادون ضريبة الميناء؟", "wells", 1],
	])("is answered by its being rejected: %s", async (text, of, line) => {
		// Both articles say so: each is asked by itself.
		const { answer } = await realAnswerer([of === "wells" ? arabic : english]);
		const { answered, items } = await answer({ command: "ask", text });
		const [first] = items;
		const place = first?.kind === "passage" && [first.citation.article, first.citation.line];
		expect([answered, place]).toEqual([true, [of, line]]);
	});
});

describe("what only a figure of its own name tells", () => {
	it.each([
		["What is the salary of Odile Wurm?", false],
		["كم راتب هناء الزبير؟", false],
		["What is the salary of the lock keeper at Orvik?", true],
	])("is asked for: %s", async (text, answered) => {
		expect((await ask(text)).answered).toBe(answered);
	});
});

it("asks for a name in spoken Arabic as in written", async () => {
	for (const text of ["شو اسم البحار؟", "وش اسم البحار؟", "ما اسم البحار؟"])
		expect((await answerer.read(text)).named).toBe(true);
});

it("takes a word of reporting behind its owner for a thing", async () => {
	const { filters } = await answerer.read("when will the guild's appeal be heard?");
	expect(filters.act).toBeUndefined();
});
