import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkRequest } from "../../src/answers/check-request.ts";
import type { Evidence } from "../../src/answers/evidence/evidence.ts";
import { evidenceOfAll } from "../../src/answers/evidence/order/rank-by-evidence.ts";
import { filterTests } from "../../src/answers/find/filters.ts";
import { findPassages } from "../../src/answers/find/find-passages.ts";
import { judgeOf } from "../../src/answers/find/judge.ts";
import { Library } from "../../src/answers/library.ts";
import { loadAliases } from "../../src/app/load/language-data.ts";
import { createReader } from "../../src/app/load/question-reader.ts";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { indexDataFolder, projectFolder } from "../../src/app/paths.ts";
import { openCorpus } from "../../src/corpus/store/read-corpus.ts";
import type { Article, Passage } from "../../src/domain/article.ts";
import type { PassageRef, PassageSearch } from "../../src/domain/passage-search.ts";
import { NameMatcher } from "../../src/identity/name-matcher.ts";
import { createPassageSearch } from "../../src/search/passage-search.ts";
import { randomFrom } from "../corpus.ts";
import { ingested } from "../questions/corpora.ts";
import { askedIn, plain } from "../questions/outcomes.ts";

/** A question, whether its corpus says it, and the evidence of the best passages. */
export type Sample = {
	set: string;
	/** The article that it is about: no two folds share one. */
	article: string;
	language: "ar" | "en";
	text: string;
	said: boolean;
	/** The lines that answer it are known. */
	isPlaced?: boolean;
	/** In the order of the search; `right`: answers, false everywhere where that is not known. */
	hits: { evidence: Evidence; right: boolean; place: string }[];
};

type Asked = { text: string; right(ref: PassageRef): boolean };
type Ask = (asked: Asked) => Promise<Sample["hits"]>;

async function asker(
	folder: string,
	gone?: (of: Article, passage: Passage) => boolean,
): Promise<Ask> {
	const data = await loadSearchData(indexDataFolder);
	const names = new NameMatcher(data.lexicon, data.stopWords, await loadAliases(indexDataFolder));
	const { articles } = await openCorpus(folder);
	const kept = gone ? articles.map((of) => without(of, gone)) : articles;
	const index = await createPassageSearch(kept, data);
	const reader = await createReader(indexDataFolder, kept, data);
	const { marks } = reader;
	const library = new Library(kept, data.stopWords);
	const judge = judgeOf(library, names);
	const search: PassageSearch = { size: index.size, search: (query) => index.search(query, judge) };
	return async ({ text, right }) => {
		const request = checkRequest({ command: "ask", text });
		const reading = await reader.read(text);
		const tests = filterTests(request, library, names);
		const base = { request, command: request.command, reading, tests, library, names, marks };
		return evidenceOfAll(await findPassages(search, base)).map(({ hit, evidence }) => ({
			evidence,
			right: right(hit),
			place: placeOf(hit),
		}));
	};
}

function placeOf({ article, passage }: PassageRef): string {
	return `${article.source.file}:${passage.source.line}`;
}

function without(of: Article, gone: (of: Article, passage: Passage) => boolean): Article {
	const passages = of.passages.filter((passage) => !gone(of, passage));
	const ids = new Set(passages.map(({ id }) => id));
	const here = <T extends { passage: string }>(all: readonly T[]) =>
		all.filter(({ passage }) => ids.has(passage));
	return {
		...of,
		passages,
		claims: here(of.claims),
		events: here(of.events),
		figures: here(of.figures),
		contradictions: [],
	};
}

/** Lines of a table beside this file, without its comments, cut at the tabs. */
function table(name: string): string[][] {
	const lines = readFileSync(join(import.meta.dirname, name), "utf8").split("\n");
	return lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
}

const languageIn = (text: string | undefined) => (text === "ar" ? "ar" : "en");

/** By the first letter of an article of the shipped corpus; x for the second one that begins with w. */
const shipped: Record<string, string> = {
	g: "geospatial",
	p: "putin",
	u: "us-int",
	w: "wang",
	x: "washington",
};

/** The project's own questions: on the fixtures' articles and on the shipped corpus. */
export async function ownSamples(folder: string): Promise<Sample[]> {
	const fixtures = join(projectFolder, "tests", "fixtures");
	const askers: Record<string, Ask> = {
		known: await asker(ingested(join(fixtures, "known"), join(folder, "known"))),
		pages: await asker(ingested(join(fixtures, "pages"), join(folder, "pages"))),
		shipped: await asker(join(indexDataFolder, "corpus")),
	};
	const out: Sample[] = [];
	for (const [corpus = "", article = "", language, said, text = ""] of table("said-or-not.tsv")) {
		const hits = (await askers[corpus]?.({ text, right: () => false })) ?? [];
		const set = "said or not";
		out.push({ set, article, language: languageIn(language), text, said: said === "y", hits });
	}
	for (const [language, places = "", text = ""] of table("questions.tsv")) {
		const wanted = places.split(",").map((place) => place.split(":"));
		const right = ({ article, passage }: PassageRef) =>
			wanted.some(
				([of = "", line]) =>
					article.id.startsWith(shipped[of] ?? "?") && passage.source.line === Number(line),
			);
		const hits = (await askers["shipped"]?.({ text, right })) ?? [];
		const said = places !== "-";
		const article = said ? `shipped ${wanted[0]?.[0]}` : `shipped none ${out.length % 3}`;
		out.push({ set: "shipped", article, language: languageIn(language), text, said, hits });
	}
	return out;
}

/** The questions of `asked/NAME`: each by one hand over its own articles, with the lines that answer. */
export async function askedSamples(folder: string): Promise<Sample[]> {
	const asked = join(import.meta.dirname, "asked");
	const out: Sample[] = [];
	for (const name of readdirSync(asked).sort()) {
		const articles = join(asked, name, "articles");
		const ask = await asker(ingested(articles, join(folder, `asked-${name}`)));
		for (const [language, lines = "", , text = ""] of table(join("asked", name, "questions.tsv"))) {
			const said = lines !== "-";
			const places = new Set(said ? lines.split(",") : []);
			const hits = await ask({ text, right: (ref) => places.has(placeOf(ref)) });
			const set = `asked ${name}`;
			out.push({
				...{ set, article: set, language: languageIn(language), text },
				...{ said, isPlaced: said, hits },
			});
		}
	}
	return out;
}

type Question = {
	type?: string;
	lang: "ar" | "en";
	text: string;
	relevant: { file: string; line: number }[];
};

type Questions = { queries: Question[] };

function questionsOf(file: string): Question[] {
	return (JSON.parse(readFileSync(file, "utf8")) as Questions).queries;
}

/** The annotated questions of a folder of articles; none without it. */
export async function goldSamples(
	set: string,
	articles: string,
	gold: string,
	folder: string,
): Promise<Sample[]> {
	if (!existsSync(gold)) return [];
	const ask = await asker(ingested(articles, join(folder, set)));
	const out: Sample[] = [];
	for (const { type, lang, text, relevant } of questionsOf(gold)) {
		if (type === "timeline") continue;
		const places = new Set(relevant.map(({ file, line }) => `${file}:${line}`));
		const hits = await ask({ text, right: (ref) => places.has(placeOf(ref)) });
		const article = relevant[0]?.file ?? (hits[0]?.place ?? "").replace(/:.*/, "");
		out.push({ set, article, language: lang, text, said: relevant.length > 0, hits });
	}
	return out;
}

/** Everyday questions of a table as `bench questions` reads them, on the same corpora; talk is left out. */
export async function everydaySamples(
	file: string,
	shared: string,
	folder: string,
): Promise<Sample[]> {
	const askers = new Map<string, Ask>();
	const published = (name: string, line: number) => {
		const path = join(shared, "seeds", name);
		return existsSync(path) ? (readFileSync(path, "utf8").split("\n")[line - 1] ?? "") : "";
	};
	const out: Sample[] = [];
	for (const asked of askedIn(readFileSync(file, "utf8"))) {
		const { corpus, question: text, expect, files, words } = asked;
		if (expect === "talk" || expect === "other") continue;
		const known = askers.get(corpus);
		const ask =
			known ??
			(await asker(
				corpus === "seeds"
					? join(indexDataFolder, "corpus")
					: ingested(join(shared, "articles", corpus), join(folder, `invented-${corpus}`)),
			));
		askers.set(corpus, ask);
		const right = ({ article, passage }: PassageRef) => {
			const { file: name } = article.source;
			const all = plain(`${passage.text} ${published(name, passage.source.line)}`);
			return files.includes(name) && words.some((each) => all.includes(each));
		};
		const said = expect === "answer";
		const hits = await ask({ text, right: said ? right : () => false });
		const article = files[0] ?? (hits[0]?.place ?? "").replace(/:.*/, "");
		const language = languageIn(asked.language);
		out.push({ set: `everyday ${corpus}`, article, language, text, said, hits });
	}
	return out;
}

/** Encyclopaedia questions where a third of the paragraphs was taken out; none without the folder. */
export async function paragraphSamples(paragraphs: string, folder: string): Promise<Sample[]> {
	if (!existsSync(paragraphs)) return [];
	const random = randomFrom(7);
	const queries = questionsOf(join(paragraphs, "questions.json"));
	const place = (file: string, line: number) => `${file}:${line}`;
	const all = queries.flatMap(({ relevant }) => relevant.map((r) => place(r.file, r.line)));
	const taken = new Set([...new Set(all)].filter(() => random() < 1 / 3));
	const corpus = ingested(join(paragraphs, "articles"), join(folder, "paragraphs"));
	const ask = await asker(corpus, ({ source }, passage) =>
		taken.has(place(source.file, passage.source.line)),
	);
	const out: Sample[] = [];
	for (const { lang, text, relevant } of queries) {
		const places = new Set(relevant.map(({ file, line }) => place(file, line)));
		out.push({
			set: "paragraphs",
			article: relevant[0]?.file ?? "",
			language: lang,
			text,
			said: relevant.some(({ file, line }) => !taken.has(place(file, line))),
			hits: await ask({ text, right: (ref) => places.has(placeOf(ref)) }),
		});
	}
	return out;
}
