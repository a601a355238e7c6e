import { describe, expect, it } from "vitest";
import { nearOf } from "../../../adapters/shared/answer/quotation.ts";
import { withNear } from "../../../src/answers/items/near-quotation.ts";
import type { Quotation } from "../../../src/domain/quotation.ts";

const sentence = (n: number) => `Sentence ${n} of the port says what happened on that day there.`;
const long = (from: number, count: number) =>
	Array.from({ length: count }, (_, n) => sentence(from + n)).join(" ");
const passages = (...texts: string[]): Quotation["passages"] =>
	texts.map((text, n) => ({ kind: "body", line: n + 1, text }));
const shown = (made: Quotation["passages"]) => made.map((each) => nearOf(each)?.join("") ?? null);

describe("what is shown around a quotation", () => {
	it("is everything where that is short", () => {
		const made = withNear(passages("Before it.", "The words.", "Behind it."), 1);
		expect(shown(made)).toEqual(["Before it.", "The words.", "Behind it."]);
	});

	it("is cut at ends of sentences on both sides, with a mark", () => {
		const made = withNear(passages(long(1, 20), "The words.", long(21, 20)), 1);
		const [before, words, behind] = shown(made);
		expect(words).toBe("The words.");
		expect(before).toMatch(/^… Sentence \d+ .*Sentence 20 .*there\.$/);
		expect(behind).toMatch(/^Sentence 21 .* …$/);
		expect(`${before}${words}${behind}`.length).toBeLessThan(720);
	});

	it("holds the cited words whole, whatever their length, and whatever sentences they begin and end in", () => {
		const text = long(1, 40);
		const [from, to] = [100, 2_000];
		const [own] = withNear(passages(text), 0);
		const [marked] = withNear([{ kind: "body", line: 1, text, quoted: { from, to } }], 0);
		expect(own && nearOf(own)?.[1]).toBe(text);
		expect(marked && nearOf(marked)?.[1]).toBe(text.slice(from, to));
		expect(marked && nearOf(marked)?.join("").length).toBeLessThan(2_200);
	});

	it("cuts the passage itself around marked words", () => {
		const text = long(1, 30);
		const from = text.indexOf("Sentence 15");
		const to = from + sentence(15).length;
		const [made] = withNear([{ kind: "body", line: 1, text, quoted: { from, to } }], 0);
		const [before = "", words, behind = ""] = (made && nearOf(made)) ?? [];
		expect(words).toBe(sentence(15));
		expect(before).toMatch(/^… Sentence \d+ .* $/);
		expect(behind).toMatch(/ …$/);
	});

	it("leaves out a neighbour for which there is no room, and cuts in Arabic too", () => {
		const arabic = "قال الوزير إن الميناء سيفتح أبوابه غدا أمام السفن. ".repeat(30).trim();
		const made = withNear(passages(arabic, long(1, 12), arabic), 1);
		expect(shown(made)).toEqual([null, long(1, 12), null]);
		const short = withNear(passages(arabic, "الكلام هنا.", arabic), 1);
		expect(shown(short)[0]).toMatch(/^… قال/);
		expect(shown(short)[2]).toMatch(/السفن\. …$/);
	});
});
