import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkRequest } from "../../src/answers/check-request.ts";
import { type Evidence, evidenceOf } from "../../src/answers/evidence/signals.ts";
import { filterTests } from "../../src/answers/find/filters.ts";
import { findPassages } from "../../src/answers/find/find-passages.ts";
import { Library } from "../../src/answers/library.ts";
import { loadAliases } from "../../src/app/load/language-data.ts";
import { createReader } from "../../src/app/load/question-reader.ts";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { indexDataFolder, projectFolder } from "../../src/app/paths.ts";
import { openCorpus } from "../../src/corpus/store/read-corpus.ts";
import type { Article, Passage } from "../../src/domain/article.ts";
import { NameMatcher } from "../../src/identity/name-matcher.ts";
import { createPassageSearch } from "../../src/search/passage-search.ts";
import { randomFrom } from "../corpus.ts";

/** A question, whether its corpus says it, and the evidence of the best passages. */
export type Sample = {
	set: "own" | "paragraphs";
	/** 0 or 1: no article's questions are in both. */
	half: number;
	language: "ar" | "en";
	said: boolean;
	hits: Evidence[];
};

type Ask = (text: string) => Promise<Evidence[]>;

const looked = 3;

async function asker(
	folder: string,
	gone?: (of: Article, passage: Passage) => boolean,
): Promise<Ask> {
	const data = await loadSearchData(indexDataFolder);
	const names = new NameMatcher(data.lexicon, data.stopWords, await loadAliases(indexDataFolder));
	const { articles } = await openCorpus(folder);
	const kept = gone ? articles.map((of) => without(of, gone)) : articles;
	const search = await createPassageSearch(kept, data);
	const reader = await createReader(indexDataFolder, kept, data);
	const library = new Library(kept, data.stopWords);
	return async (text) => {
		const request = checkRequest({ command: "ask", text });
		const reading = await reader.read(text);
		const tests = filterTests(request, library, names);
		const base = { request, command: request.command, reading, tests, library, names };
		const findings = await findPassages(search, base);
		return findings.hits.slice(0, looked).map((hit) => evidenceOf(hit, findings));
	};
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

function ingested(articles: string, into: string): string {
	const main = join(projectFolder, "src", "main.ts");
	const { status, stderr } = spawnSync(
		process.execPath,
		[main, "ingest", articles, "--corpus", into, "--json"],
		{ encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`ingest of ${articles} ended with ${status}: ${stderr}`);
	return into;
}

/** The questions of `questions.tsv`: on the fixtures' articles and on the shipped corpus. */
export async function ownSamples(temporary: string): Promise<Sample[]> {
	const fixtures = join(projectFolder, "tests", "fixtures");
	const askers: Record<string, Ask> = {
		known: await asker(ingested(join(fixtures, "known"), join(temporary, "known"))),
		pages: await asker(ingested(join(fixtures, "pages"), join(temporary, "pages"))),
		shipped: await asker(join(indexDataFolder, "corpus")),
	};
	const out: Sample[] = [];
	const table = readFileSync(join(import.meta.dirname, "questions.tsv"), "utf8");
	for (const line of table.split("\n")) {
		if (!line || line.startsWith("#")) continue;
		const [corpus = "", article = "", language, said, text = ""] = line.split("\t");
		out.push({
			set: "own",
			half: Number(article.slice(1)) % 2,
			language: language === "ar" ? "ar" : "en",
			said: said === "y",
			hits: (await askers[corpus]?.(text)) ?? [],
		});
	}
	return out;
}

type Question = {
	lang: "ar" | "en";
	text: string;
	relevant: { file: string; line: number }[];
};

/** Encyclopaedia questions where a third of the paragraphs was taken out; none without the folder. */
export async function paragraphSamples(folder: string, temporary: string): Promise<Sample[]> {
	if (!existsSync(folder)) return [];
	const random = randomFrom(7);
	const { queries } = JSON.parse(readFileSync(join(folder, "questions.json"), "utf8")) as {
		queries: Question[];
	};
	const place = (file: string, line: number) => `${file}:${line}`;
	const all = queries.flatMap(({ relevant }) => relevant.map((r) => place(r.file, r.line)));
	const taken = new Set([...new Set(all)].filter(() => random() < 1 / 3));
	const corpus = ingested(join(folder, "articles"), join(temporary, "paragraphs"));
	const ask = await asker(corpus, ({ source }, passage) =>
		taken.has(place(source.file, passage.source.line)),
	);
	const files = [...new Set(queries.map(({ relevant }) => relevant[0]?.file))];
	const out: Sample[] = [];
	for (const { lang, text, relevant } of queries) {
		out.push({
			set: "paragraphs",
			half: files.indexOf(relevant[0]?.file) % 2,
			language: lang,
			said: relevant.some(({ file, line }) => !taken.has(place(file, line))),
			hits: await ask(text),
		});
	}
	return out;
}
