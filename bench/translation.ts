/**
 * What the translation of a question is worth to the search, through the code that serves: none, that of
 * the public set's own translators, that of another question, and the question sent back as it is.
 * Questions in the other language than the passages'.
 *   node bench/translation.ts [--sets DIR,DIR]
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGlossReaders } from "../src/app/load/gloss-readers.ts";
import { loadSearchData } from "../src/app/load/search-data.ts";
import { namesOver } from "../src/app/load/who.ts";
import type { PassageSearch } from "../src/domain/passage-search.ts";
import { QuestionTranslation } from "../src/gloss/question-translation.ts";
import { createPassageSearch } from "../src/search/passage-search.ts";
import { linesAsArticles, measure, type Question } from "./search-quality.ts";

const { values } = parseArgs({
	options: {
		sets: { type: "string", default: "../shared/bench/xquad,../shared/bench/xquad-en" },
	},
});
const data = await loadSearchData("index-data");
const readers = await loadGlossReaders("index-data", data, await namesOver(data));

/** Questions of one folder in the other language than its passages', and what each is in these. */
function readSet(folder: string) {
	const file = ["questions.json", "dev.json"]
		.map((name) => join(folder, name))
		.find((path) => existsSync(path));
	if (!file)
		throw new Error(`${folder} holds no questions.json or dev.json: name one with --sets.`);
	const articles = linesAsArticles(join(folder, "articles"));
	const to = articles[0]?.language ?? "ar";
	const all = JSON.parse(readFileSync(file, "utf8")).queries as Question[];
	const answerable = all.filter(({ relevant }) => relevant.length > 0);
	const byId = new Map(answerable.map((question) => [question.id, question.text]));
	const asked = answerable.filter(({ lang }) => lang !== to);
	return { articles, to, asked, twin: ({ id }: Question) => byId.get(id.replace(/\w+$/, to)) };
}

console.log("| questions → passages | translation | nDCG@10 | recall@10 | top 1 | looked for |");
console.log("| --- | --- | ---: | ---: | ---: | ---: |");
for (const folder of values.sets.split(",")) {
	const { articles, to, asked, twin } = readSet(folder);
	const search = await createPassageSearch(articles, data);
	const placeOf = new Map(asked.map(({ text }, at) => [text, at]));
	const other = (question: Question, by: number) =>
		asked[((placeOf.get(question.text) ?? 0) + by) % asked.length] ?? question;
	const scripts: Record<string, ((question: Question) => string | undefined) | null> = {
		none: null,
		"people's": twin,
		"another question's": (question) => twin(other(question, 97)),
		"the next question's": (question) => twin(other(question, 1)),
		"sent back as it is": ({ text }) => text,
	};
	for (const [name, script] of Object.entries(scripts)) {
		let used = 0;
		const questions = new QuestionTranslation({
			translator: {
				name,
				async translate({ text }) {
					const question = asked[placeOf.get(text) ?? -1];
					return (question && script?.(question)) ?? "";
				},
			},
			...{ readers, now: () => 0, log: () => {}, signal: new AbortController().signal },
			// Nothing is late here.
			sleep: () => new Promise(() => {}),
		});
		const translating: PassageSearch = {
			size: search.size,
			async search(query) {
				const translated = script && (await questions.of(query.text, query.language));
				const hits = await search.search(translated ? { ...query, translated } : query);
				if (hits.translated) used++;
				return hits;
			},
		};
		const q = await measure(translating, asked);
		const figures = [q.ndcg10, q.recall10, q.top1].map((x) => (100 * x).toFixed(2));
		console.log(`| ${asked[0]?.lang} → ${to} | ${name} | ${figures.join(" | ")} | ${used} |`);
	}
}
