import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import { rules } from "./rules.ts";

type Story = { language: "ar" | "en"; title: string; body: string[] };
type Head = {
	story: string;
	outlet: string | null;
	published: string;
	above: string[];
	below: string[];
};

/** Written before what reads them, and not looked at since: they say how well heads are read that nobody tuned for. */
const { stories, heads }: { stories: Record<string, Story>; heads: Head[] } = JSON.parse(
	readFileSync(join(import.meta.dirname, "../../fixtures/heads/apart.json"), "utf8"),
);

const found = heads.map((head) => {
	const story = stories[head.story];
	if (!story) throw new Error(`tests/fixtures/heads/apart.json has no story ${head.story}.`);
	const filled = head.above.map((line) => line.replace("{T}", story.title));
	const page = [...filled, "", ...story.body, "", ...head.below];
	return { head, title: story.title, read: detectMetadata(page, rules) };
});

/** Those of which `isRight` is not true, as what was read instead. */
const wrong = (
	isRight: (one: (typeof found)[number]) => boolean,
	read: (one: (typeof found)[number]) => string | null,
) =>
	found
		.filter((one) => !isRight(one))
		.map((one) => `${one.head.story} ${one.head.outlet}: ${read(one)}`);

describe("heads of scraped pages that nothing was tuned on", () => {
	it("keep their titles", () => {
		expect(
			wrong(
				({ title, read }) => read.title === title,
				({ read }) => read.title,
			),
		).toEqual([]);
	});

	it("keep their publishers", () => {
		expect(
			wrong(
				({ head, read }) => read.outlet === head.outlet,
				({ read }) => read.outlet,
			),
		).toEqual([]);
	});

	it("keep their days", () => {
		expect(
			wrong(
				({ head, read }) => read.published.value === head.published,
				({ read }) => read.published.value,
			),
		).toEqual([]);
	});
});
