import { arabicGrammar } from "../../attribution/arabic/grammar.ts";
import { arabicReader } from "../../attribution/arabic/reader.ts";
import { englishGrammar } from "../../attribution/english/grammar.ts";
import { englishReader } from "../../attribution/english/reader.ts";
import type { Explanation } from "../../attribution/explain.ts";
import { type Outlet, outletNames } from "../../attribution/outlet-names.ts";
import { explainClaims, extractClaims } from "../../attribution/read-article.ts";
import { Subjects } from "../../attribution/topics.ts";
import { ArticleRelations, placedPair } from "../../contradictions/across-articles.ts";
import {
	type ArticleSkeleton,
	createPageRules,
	type Extracted,
	type PageRules,
	ReadingCopy,
	readingOf,
} from "../../corpus/index.ts";
import type { Article, Contradiction } from "../../domain/article.ts";
import { inSlices } from "../../domain/slices.ts";
import { entityTable } from "../../identity/name-table.ts";
import { createDateFinder, parseDateData } from "../../language/dates/index.ts";
import { createFigureExtractor, parseFigureData } from "../../language/figures/figures.ts";
import { WordClasses } from "../../language/words/word-classes.ts";
import { createEventExtractor, parseEventData } from "../../timeline/index.ts";
import { slicer } from "../live/slicer.ts";
import { indexDataFolder } from "../paths.ts";
import { readAttributionData } from "./attribution-data.ts";
import { type ContradictionEngine, loadContradictions } from "./contradictions.ts";
import { readEngines } from "./engines.ts";
import { readDateFiles, readLexicon, readStopWords } from "./language-data.ts";
import { readPageData } from "./page-data.ts";

/** What turns pages into articles: the rules of pages, and what finds claims and events in them. */
export type Extraction = {
	rules: PageRules;
	extract(article: ArticleSkeleton): Extracted;
	/** How the claims of one of an article's passages came about; undefined where it holds no statement. */
	explain(article: ArticleSkeleton, passage: string): Explanation | undefined;
	/** What contradictions are found by. */
	contradictions: ContradictionEngine;
	/** Contradictions that each article is to hold, seen over all of them. */
	relate(
		changed: readonly Article[],
		kept?: readonly Article[],
	): Promise<Map<string, Contradiction[]>>;
};

let shipped: Promise<Extraction> | undefined;

/**
 * By what ships: read once in a process, since nothing changes it, but for what is kept of the articles of
 * one corpus. Errors: `data_invalid`.
 */
export async function shippedExtraction(): Promise<Extraction> {
	shipped ??= loadExtraction(indexDataFolder);
	const extraction = await shipped;
	return { ...extraction, relate: relating(extraction.contradictions) };
}

/**
 * Reads the language data that ingest needs. `by`: what reads claims; "rules" is for looking at the
 * rules alone, which are evidence to what was learned. Errors: `data_invalid`.
 */
export async function loadExtraction(
	folder: string,
	by: "learned" | "rules" = "learned",
): Promise<Extraction> {
	const [pageData, dateFiles, lexicon, stopWords] = await Promise.all([
		readPageData(folder),
		readDateFiles(folder),
		readLexicon(folder),
		readStopWords(folder),
	]);
	const dateData = parseDateData(dateFiles);
	const dates = createDateFinder(dateData);
	const figures = createFigureExtractor(
		{ figures: parseFigureData(dateFiles["figures"]), dates: dateData },
		dates,
	);
	const events = createEventExtractor({
		events: parseEventData(dateFiles["events"]),
		dates: dateData,
	});
	const rules = createPageRules({ ...pageData, dates });
	const data = readAttributionData(folder);
	const entities = entityTable(data.entities);
	const names = outletNames((pageData.outlets as { outlets: Outlet[] }).outlets);
	const words = new WordClasses(lexicon);
	const readers = {
		ar: arabicReader(arabicGrammar(data.arabic, entities, names, words)),
		en: englishReader(englishGrammar(data.english, entities, names)),
	};
	const parts = {
		readers,
		...(by === "rules"
			? {}
			: { engineOf: readEngines({ folder, data, classes: words, lexicon, entities }, readers) }),
		entities,
		subjects: new Subjects(data.topics, entities),
		unnamed: data.unnamed,
		findDates: (line: string, published: ArticleSkeleton["published"]) =>
			dates.find(line, { published }),
	};
	const rivals = await loadContradictions(folder, {
		tables: lexicon,
		stopWords,
		entities,
		dates,
		figures,
		unnamed: data.unnamed,
	});
	return {
		rules,
		contradictions: rivals,
		relate: relating(rivals),
		explain: (article, passage) => explainClaims(parts, new ReadingCopy(article).article, passage),
		extract: (skeleton) => {
			const copy = new ReadingCopy(skeleton);
			const { article } = copy;
			const claims = extractClaims(parts, article);
			const found = figures.extract(article.passages);
			const pairs = rivals.within({ ...article, claims });
			return {
				claims: copy.inArticle(claims),
				events: copy.inArticle(events.extract(article)),
				figures: copy.inArticle(found),
				contradictions: pairs.map((pair) =>
					placedPair(pair, (_, claim) => copy.inArticle([claim])[0] ?? claim),
				),
			};
		},
	};
}

function relating(rivals: ContradictionEngine): Extraction["relate"] {
	const relations = new ArticleRelations(rivals, {
		viewOf: (article) => rivals.viewForOthers(readingOf(article)),
		placed: (article, claim) => new ReadingCopy(article).inArticle([claim])[0] ?? claim,
	});
	return (changed, kept) => inSlices(relations.relate(changed, kept), slicer());
}
