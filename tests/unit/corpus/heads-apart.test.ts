import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import type { Metadata } from "../../../src/corpus/page/metadata.ts";
import { rules } from "./rules.ts";

type Story = { language: "ar" | "en"; title: string; body: string[] };
type Head = {
	story: string;
	outlet: string | null;
	/** The page says whose it is, and in one place alone: a name is not shown on so little. */
	unsure?: true;
	published: string;
	above: string[];
	below: string[];
};

/** Written before what reads them; `docs/page-measurements.md` says what was right when they were first read. */
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

const fields: [
	string,
	(read: Metadata) => string | null,
	(one: (typeof found)[number]) => unknown,
][] = [
	["titles", (read) => read.title, ({ title }) => title],
	["publishers", (read) => read.outlet, ({ head }) => (head.unsure ? null : head.outlet)],
	["days", (read) => read.published.value, ({ head }) => head.published],
];

describe("heads of scraped pages, kept apart", () => {
	it.each(
		fields.map(([name, of, wanted]) => {
			const wrong = found.filter((one) => of(one.read) !== wanted(one));
			return {
				name,
				share: `${found.length - wrong.length} of ${found.length}`,
				wrong: wrong.map((one) => `${one.head.above.join(" / ")}: ${of(one.read)}`),
			};
		}),
	)("have their $name ($share)", ({ wrong }) => {
		expect(wrong).toEqual([]);
	});
});
