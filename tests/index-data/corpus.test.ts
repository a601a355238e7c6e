import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCorpus } from "../../src/corpus/store/read-corpus.ts";
import { Article } from "../../src/domain/article.ts";
import { dayRange } from "../../src/domain/dates.ts";
import { tokens } from "../../src/language/text/tokens.ts";
import { filesBelow, root } from "../../tools/files.ts";
import { itWith, shared } from "../shared.ts";

const folder = join(root, "index-data", "corpus");
const files = readdirSync(join(folder, "articles"));
const articles = files.map((file) => ({
	file,
	article: Article.parse(JSON.parse(readFileSync(join(folder, "articles", file), "utf8"))),
}));
const all = articles.map(({ article }) => article);

describe("the shipped corpus", () => {
	it("is served whole", async () => {
		const corpus = await openCorpus(folder);
		expect(corpus.problems).toEqual([]);
		expect(corpus.articles.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
		expect(all.length).toBeGreaterThanOrEqual(5);
	});

	it("has every id once", () => {
		const ids = all.flatMap((a) => [a, ...a.passages, ...a.claims, ...a.events].map((x) => x.id));
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});

	it("names no contradiction between claims that it does not hold", () => {
		const claims = new Set(all.flatMap((article) => article.claims.map(({ id }) => id)));
		const named = all.flatMap((article) => article.contradictions.flatMap((c) => c.claims));
		expect(named.filter((id) => !claims.has(id))).toEqual([]);
		expect(named.length).toBeGreaterThan(0);
		const pairs = all.flatMap((a) => a.contradictions.map((c) => [...c.claims].sort().join(" ")));
		expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
	});

	describe.each(articles)("$file", ({ file, article }) => {
		it("is named after its id and holds nothing that the schema does not know", () => {
			expect(`${article.id}.json`).toBe(file);
			const text = readFileSync(join(folder, "articles", file), "utf8");
			const keys = (value: unknown): string[] =>
				value && typeof value === "object"
					? Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)])
					: [];
			expect(keys(JSON.parse(text)).sort()).toEqual(keys(article).sort());
		});

		it("has every claim, event and figure on a passage of the same line", () => {
			const lineOf = new Map(article.passages.map(({ id, source }) => [id, source.line]));
			const quoted = [...article.claims, ...article.events, ...article.figures];
			for (const { passage, quote, source } of quoted)
				expect({ quote, line: source.line }).toEqual({ quote, line: lineOf.get(passage) });
			expect(article.passages.length).toBeGreaterThan(0);
			expect(article.claims.length).toBeGreaterThan(0);
		});

		it("gives dates that exist", () => {
			const dates = [
				article.published,
				...article.claims.map(({ saidOn }) => saidOn),
				...article.events.map(({ date }) => date),
			];
			for (const { value, precision, basis } of dates) {
				// What is known of a date is known as a whole: the day, how exact, and from where.
				expect([precision === "unknown", basis === "unknown"]).toEqual(
					Array(2).fill(value === null),
				);
				if (value === null) continue;
				const { from, to } = dayRange(value) ?? { from: "", to: "" };
				expect(from <= to, `${value} runs backwards`).toBe(true);
				for (const day of [from, to]) expect(isDay(day), `${day} of ${value}`).toBe(true);
			}
		});

		it("says in both languages what it does not quote", () => {
			expect(article.rendering).toBe("paraphrase");
			for (const { paraphrase, source, ...rest } of [
				...article.passages,
				...article.claims,
				...article.events,
			]) {
				expect([source.start, source.end]).toEqual([null, null]);
				const text = "text" in rest ? rest.text : rest.quote;
				expect(text).toBe(paraphrase?.[article.language]);
				expect(paraphrase?.ar).toMatch(/\p{Script=Arabic}/u);
				expect(paraphrase?.en).toMatch(/\p{Script=Latin}/u);
			}
			for (const { speaker } of article.claims) expect(speaker.label).toBeDefined();
		});
	});
});

describe("the shipped corpus beside what is known of the articles", () => {
	type Known = { file: string; line: number; same_as?: string };
	type Gold = { articles: { file: string; body_lines: number[] }[] } & Record<
		"claims" | "events" | "figures",
		Known[]
	>;
	const read = (): Gold => JSON.parse(readFileSync(shared("gold/gold.json"), "utf8"));

	itWith("gold/gold.json")("has every body line as a passage", () => {
		for (const { file, body_lines } of read().articles) {
			const article = all.find(({ source }) => source.file === file);
			const lines = new Set(article?.passages.map(({ source }) => source.line));
			expect({ file, missing: body_lines.filter((line) => !lines.has(line)) }).toEqual({
				file,
				missing: [],
			});
		}
	});

	for (const kind of ["claims", "events", "figures"] as const) {
		itWith("gold/gold.json")(`has at least as many ${kind} on every line`, () => {
			const known = read()[kind];
			const count = (entries: { at: string }[]) => {
				const counts = new Map<string, number>();
				for (const { at } of entries) counts.set(at, (counts.get(at) ?? 0) + 1);
				return counts;
			};
			const ours = count(
				all.flatMap((article) =>
					article[kind].map(({ source }) => ({ at: `${article.source.file}:${source.line}` })),
				),
			);
			// What is marked as said before in the same article need not be listed again.
			const distinct = known.filter(({ same_as }) => kind === "figures" || !same_as);
			const theirs = count(distinct.map(({ file, line }) => ({ at: `${file}:${line}` })));
			expect([...theirs].filter(([at, number]) => (ours.get(at) ?? 0) < number)).toEqual([]);
			expect(distinct.length).toBeGreaterThan(0);
		});
	}

	itWith("seeds")("shares no run of six words with the originals, nor does any other file", () => {
		const originals = new Set(
			readdirSync(shared("seeds"))
				.filter((name) => name.endsWith(".txt"))
				.flatMap((name) => texts(readFileSync(join(shared("seeds"), name), "utf8"))),
		);
		expect(originals.size).toBeGreaterThan(1_000);
		const files = ["index-data", "src", "adapters", "tests", "docs"].flatMap((folder) =>
			[".json", ".tsv", ".txt", ".ts", ".md", ".html"].flatMap((end) => filesBelow(folder, end)),
		);
		const copied = [...files, "README.md", "docs/operating.md", "CONTRIBUTING.md"].flatMap((file) =>
			texts(readFileSync(join(root, file), "utf8"))
				.filter((run) => originals.has(run))
				.map((run) => `${file}: ${run}`),
		);
		expect([...new Set(copied)]).toEqual([]);
	});
});

function isDay(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Every six words in a row; a date or a row of figures is nobody's sentence. */
function runs(text: string): string[] {
	const words = tokens(text).map((token) => token.text);
	return words
		.slice(5)
		.map((_, index) => words.slice(index, index + 6))
		.filter((run) => run.filter((word) => /\p{L}/u.test(word)).length >= 4)
		.map((run) => run.join(" "));
}

// Line by line, since a JSON string, a table's cell and a sentence all end with theirs.
function texts(file: string): string[] {
	return file.split(/[\n|\t]/).flatMap(runs);
}
