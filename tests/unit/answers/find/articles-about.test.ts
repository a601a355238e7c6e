import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/domain/article.ts";
import { answererOf, article, claim } from "../doubles.ts";

const by = (name: string) => ({ speaker: { name, kind: "person" as const } });

/** The first of each language is about a quarry, the second names it once. */
function quarries(): Article[] {
	const english = article("quarry", [
		"The quarry above Hemsel was closed, Odile Wurm said.",
		"Dust had come into the school, Marta Vogel said.",
	]);
	claim(english, 1, "The quarry above Hemsel was closed", by("Odile Wurm"));
	claim(english, 2, "Dust had come into the school", by("Marta Vogel"));
	const other = article("school", [
		"The school of Hemsel has a new roof.",
		"It is tight, Marta Vogel said.",
		"Stones came from the quarry.",
	]);
	claim(other, 2, "It is tight", by("Marta Vogel"));
	const arabic = article("محجر", [
		"أغلق المحجر كما قالت هناء الزبير.",
		"وقال ماهر القاسمي إن الغبار دخل الصف.",
	]);
	claim(arabic, 1, "أغلق المحجر", by("هناء الزبير"));
	claim(arabic, 2, "الغبار دخل الصف", by("ماهر القاسمي"));
	return [english, other, arabic];
}

const ask = (text: string, name: string) =>
	answererOf(quarries()).answer({ command: "claims", text, by: name });

describe("what somebody says on a topic that his words do not name", () => {
	it.each([
		["quarry", "Marta Vogel", "Dust had come into the school"],
		["المحجر", "ماهر القاسمي", "الغبار دخل الصف"],
	])("counts in an article about it: %s, by %s", async (topic, name, words) => {
		const answer = await ask(topic, name);
		expect(answer.answered).toBe(true);
		expect(answer.items).toMatchObject([{ kind: "claim", quote: words, inArticleAbout: true }]);
	});

	it("is not marked where his words name it", async () => {
		const { items } = await ask("quarry", "Odile Wurm");
		expect(items).toHaveLength(1);
		expect(items[0]).not.toHaveProperty("inArticleAbout");
	});

	it.each([
		["lighthouse", "Marta Vogel", "a topic of no article"],
		["المحجر", "هناء القاسمي", "nobody's name"],
	])("is not told for %s, by %s: %s", async (topic, name) => {
		expect((await ask(topic, name)).answered).toBe(false);
	});
});
