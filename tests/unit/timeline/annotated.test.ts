import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readPageData } from "../../../src/app/load/page-data.ts";
import { buildArticle } from "../../../src/corpus/build-article.ts";
import { createPageRules } from "../../../src/corpus/page/page-rules.ts";
import { readSource } from "../../../src/corpus/read/read-source.ts";
import type { TimelineEvent } from "../../../src/domain/article.ts";
import { dayRange } from "../../../src/domain/dates.ts";
import { shared } from "../../shared.ts";
import { finder } from "../language/dates/date-data.ts";
import { extractor } from "./extractor.ts";

const root = path.join(import.meta.dirname, "../../..");
const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const rules = createPageRules({
	...(await readPageData(path.join(root, "index-data"))),
	dates: finder,
});

type Gold = {
	articles: { file: string }[];
	events: { file: string; line: number; date: string; precision: string; date_basis: string }[];
	claims: { file: string; line: number; said_on?: string }[];
	figures?: { file: string; line: number; date?: string | number }[];
};

/** Equal, finer within a month or a quarter, or ending on the same limit, as annotators count. */
function sameDate(value: string | null, wanted: string): boolean {
	const mine = value === null ? null : dayRange(value);
	const gold = dayRange(wanted);
	if (!mine || !gold) return false;
	const days = ({ from, to }: { from: string; to: string }) =>
		(Date.parse(to) - Date.parse(from)) / 864e5;
	const inside = mine.from >= gold.from && mine.to <= gold.to;
	if (inside && (days(gold) <= 92 || mine.to === gold.to)) return true;
	return gold.from >= mine.from && gold.to === mine.to && days(mine) <= 62;
}

async function measure(folder: string, gold: Gold) {
	const meta = json(path.join(folder, "meta.json"));
	const found: (TimelineEvent & { file: string })[] = [];
	for (const { file } of gold.articles) {
		const source = await readSource(path.join(folder, file));
		const page = Array.isArray(source) ? source[0] : source;
		if (!page) throw new Error(`${file} holds no page`);
		const { article } = buildArticle(page, rules, meta[file] ?? {});
		found.push(...extractor.extract(article).map((event) => ({ ...event, file })));
	}
	const at = (
		event: { file: string; source: { line: number } },
		g: { file: string; line: number },
	) => g.file === event.file && g.line === event.source.line;
	const wanted = gold.events.filter(
		(g) => !["external", "cross-article", "cross"].includes(g.date_basis) && g.precision !== "week",
	);
	const recall =
		wanted.filter((g) => found.some((e) => at(e, g) && sameDate(e.date.value, g.date))).length /
		wanted.length;
	const right = found.filter(
		(e) =>
			gold.events.some((g) => at(e, g) && sameDate(e.date.value, g.date)) ||
			gold.claims.some((g) => at(e, g) && g.said_on === e.date.value) ||
			(gold.figures ?? []).some((g) => at(e, g) && String(g.date) === e.date.value),
	).length;
	const precision = right / found.length;
	return (2 * recall * precision) / (recall + precision);
}

describe("events of annotated articles", () => {
	const known = path.join(root, "tests/fixtures/known");
	it.skipIf(!existsSync(known))(
		`are found in ${existsSync(known) ? readdirSync(known).length : 0} files of our own`,
		async () => {
			expect(await measure(known, json(path.join(known, "gold.json")))).toBeGreaterThan(0.9);
		},
	);

	it.skipIf(!existsSync(shared("gold/gold.json")))(
		"are found in the articles beside the project",
		async () => {
			expect(await measure(shared("seeds"), json(shared("gold/gold.json")))).toBeGreaterThan(0.9);
		},
	);
});
