/**
 * What the translation of a question is worth to the search: none, that of the public set's own
 * translators, and that of another question. Passages in the other language than the question's.
 *   node bench/translation/questions.ts [--sets DIR,DIR]
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import type { PassageSearch } from "../../src/domain/passage-search.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { createPassageSearch } from "../../src/search/passage-search.ts";
import { linesAsArticles, measure, type Question } from "../search-quality.ts";

type Scripted = (question: Question) => { text: string; language: Language } | undefined;

const { values } = parseArgs({
	options: {
		sets: { type: "string", default: "../shared/bench/xquad,../shared/bench/xquad-en" },
	},
});
const data = await loadSearchData("index-data");
console.log("| questions → passages | translation | nDCG@10 | recall@10 | top 1 | used |");
console.log("| --- | --- | ---: | ---: | ---: | ---: |");
for (const folder of values.sets.split(",")) {
	if (!existsSync(folder))
		throw new Error(`No folder ${folder}: name those there are with --sets.`);
	const articles = linesAsArticles(join(folder, "articles"));
	const search = await createPassageSearch(articles, data);
	const file = ["questions.json", "dev.json"]
		.map((name) => join(folder, name))
		.find((path) => existsSync(path));
	if (!file) throw new Error(`${folder} holds neither questions.json nor dev.json.`);
	const all = JSON.parse(readFileSync(file, "utf8")).queries as Question[];
	const answerable = all.filter(({ relevant }) => relevant.length > 0);
	const of = new Map(answerable.map((question) => [question.id, question]));
	const to: Language = articles[0]?.language ?? "ar";
	const asked = answerable.filter(({ lang }) => lang !== to);
	const twin = ({ id }: Question) => of.get(id.replace(/\w+$/, to));
	const scripted: Record<string, Scripted> = {
		none: () => undefined,
		people: (question) => translationOf(twin(question)),
		"another question's": (question) =>
			translationOf(twin(asked[(asked.indexOf(question) + 97) % asked.length] ?? question)),
		"the question itself": ({ text }) => ({ text, language: to }),
	};
	for (const [name, script] of Object.entries(scripted)) {
		let used = 0;
		const translating: PassageSearch = {
			size: search.size,
			async search(query) {
				const question = asked.find(({ text }) => text === query.text);
				const hits = await search.search({ ...query, translated: question && script(question) });
				if (hits.translated) used++;
				return hits;
			},
		};
		const q = await measure(translating, asked);
		const figures = [q.ndcg10, q.recall10, q.top1].map((x) => (100 * x).toFixed(1));
		console.log(`| ${asked[0]?.lang} → ${to} | ${name} | ${figures.join(" | ")} | ${used} |`);
	}
}

function translationOf(question: Question | undefined) {
	return question && { text: question.text, language: question.lang };
}
