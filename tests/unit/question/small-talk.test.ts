import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseStopWords } from "../../../src/language/words/index-terms.ts";
import { SmallTalk, SmallTalkData } from "../../../src/question/small-talk.ts";

const file = (path: string) =>
	readFileSync(new URL(`../../../index-data/${path}`, import.meta.url), "utf8");
const stopWords = parseStopWords(
	file("lexicon/stopwords-en.txt"),
	file("lexicon/stopwords-ar.txt"),
);
const talk = new SmallTalk(SmallTalkData.parse(JSON.parse(file("small-talk.json"))), stopWords);

describe("what is said to the bot", () => {
	it.each([
		["hello", "greeting"],
		["Hi there!", "greeting"],
		["Good morning everyone", "greeting"],
		["مرحبا", "greeting"],
		["السلام عليكم ورحمة الله وبركاته", "greeting"],
		["thanks a lot", "thanks"],
		["ok thank you so much", "thanks"],
		["شكرا جزيلا", "thanks"],
		["👍", "thanks"],
		[":thumbsup:", "thanks"],
		["…", "thanks"],
		["what can you do?", "bot"],
		["Who are you?", "bot"],
		["hello, what can you help me with?", "bot"],
		["do you speak Arabic", "bot"],
		["ما الذي تستطيع فعله؟", "bot"],
		["من أنت؟", "bot"],
		["كيف يمكنك مساعدتي؟", "bot"],
		["ماذا تستطيع أن تفعل؟", "bot"],
		["summarise", "bot"],
	])("%s", (text, kind) => {
		expect(talk.kindOf(text)).toBe(kind);
	});

	it.each([
		"hello, what did Putin say?",
		"What did you hear about Yellen?",
		"thanks to whom did trade grow?",
		"Who helped Russia?",
		"sanctions",
		"2023?",
		"مرحبا، ماذا قال بوتين؟",
		"هل تستطيع الصين وقف الحرب؟",
		"ماذا قال شي؟",
		"help for Ukraine",
	])("is not: %s", (text) => {
		expect(talk.kindOf(text)).toBeNull();
	});
});
