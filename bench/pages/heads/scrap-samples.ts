import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../../../src/app/paths.ts";
import { readSource } from "../../../src/corpus/index.ts";
import type { WeighedScrap } from "../../../src/corpus/page/body/choosing/mark-scraps.ts";
import { classifyPage } from "../../../src/corpus/page/classify.ts";
import type { PageRules } from "../../../src/corpus/page/page-rules.ts";
import { readAnnotated } from "../../../tools/annotated/read.ts";
import { classified, readHeads } from "./samples.ts";

/** By set and file, the lines of a page (from 1) that are no part of the text among which rules leave them; `unsure`: that a reader cannot tell. */
const Labels = z.record(
	z.string(),
	z.record(
		z.string(),
		z.strictObject({ furniture: z.array(z.int().min(1)), unsure: z.array(z.int().min(1)) }),
	),
);

const Fixtures = z.object({ pages: z.record(z.string(), z.object({ lines: z.string() })) });

/** A page whose lines were weighed: of each whether it is none of the text. */
export type ScrapSample = {
	set: string;
	file: string;
	lines: (WeighedScrap & { text: string; isScrap: boolean })[];
};

/** The pages of all sets that came as text. `rules` mark no line by weights, so that all that rules leave are weighed. */
export async function readScrapSamples(rules: PageRules): Promise<ScrapSample[]> {
	const path = join(projectFolder, "bench/pages/heads/scraps.json");
	const labels = Labels.parse(JSON.parse(readFileSync(path, "utf8")));
	const unweighed = { ...rules, scraps: { ...rules.scraps, least: { among: 1, above: 1 } } };
	return [
		...(await readPages(labels, unweighed)),
		...readFixtures(unweighed),
		...readArticles(unweighed),
	];
}

const fixtures = join(projectFolder, "tests/fixtures/pages");

/** The pages of the tests, of which each line has a letter. */
function readFixtures(rules: PageRules): ScrapSample[] {
	const { pages } = Fixtures.parse(
		JSON.parse(readFileSync(join(fixtures, "expected.json"), "utf8")),
	);
	return Object.entries(pages).map(([file, { lines: letters }]) => {
		const page = readFileSync(join(fixtures, file), "utf8").split("\n");
		const { scraps, lines } = classifyPage(page, rules);
		const weighed = scraps.map((scrap) => {
			const { at = 0, text = "" } = lines[scrap.index] ?? {};
			return { ...scrap, text, isScrap: !"TBSQ".includes(letters[at] ?? "") };
		});
		return { set: "own", file, lines: weighed };
	});
}

/** Of the annotated articles, one of so many. */
const nth = 3;
/** In words: an article's first line, shorter and without a stop, may say who wrote it. */
const longestByline = 10;

/** The annotated articles, in two sets by their authors: nothing in them is a scrap. */
function readArticles(rules: PageRules): ScrapSample[] {
	const files = ["annotated/ar", "annotated/en"].flatMap((folder) =>
		readdirSync(join(projectFolder, folder))
			.sort()
			.map((file) => ({ file, path: join(projectFolder, folder, file) })),
	);
	return files
		.filter((_, at) => at % nth === 0)
		.map(({ file, path }) => {
			const { article } = readAnnotated(readFileSync(path, "utf8"));
			const { title = "" } = article.head;
			const { scraps, lines } = classifyPage([title, "", ...article.paragraphs], rules, { title });
			const author = Number(/\d+/u.exec(file)?.[0]);
			return {
				set: author % 2 === 0 ? "even" : "odd",
				file,
				lines: scraps.flatMap((scrap) => {
					const line = lines[scrap.index];
					const isByline = line !== undefined && line.at < 3 && line.words.length <= longestByline;
					return !line || (isByline && line.ending === "open")
						? []
						: [{ ...scrap, text: line.text, isScrap: false }];
				}),
			};
		});
}

async function readPages(labels: z.infer<typeof Labels>, rules: PageRules): Promise<ScrapSample[]> {
	const texts = readHeads().filter(({ head }) => head.file.endsWith(".txt"));
	return Promise.all(
		texts.map(async ({ set, head }): Promise<ScrapSample> => {
			const [raw] = await readSource({ name: head.file, bytes: Buffer.from(head.text) });
			if (!raw) throw new Error(`${set}: ${head.file} holds no page.`);
			const { scraps, lines } = classified(raw, rules);
			const { furniture = [], unsure = [] } = labels[set]?.[head.file] ?? {};
			const numbered = scraps.map((scrap) => {
				const line = lines[scrap.index];
				const number = (line?.at ?? 0) + 1;
				return { ...scrap, text: line?.text ?? "", number, isScrap: furniture.includes(number) };
			});
			return {
				set,
				file: head.file,
				lines: numbered.filter(({ number }) => !unsure.includes(number)),
			};
		}),
	);
}
