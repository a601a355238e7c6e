import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { ArticleView, Readable } from "../../contradictions/articles/article-view.ts";
import {
	contradictionsWithin,
	viewForOthers,
	viewWithTold,
} from "../../contradictions/find-contradictions.ts";
import { Marks } from "../../contradictions/statements/marks.ts";
import { Opposites } from "../../contradictions/statements/opposites.ts";
import { StatementReader } from "../../contradictions/statements/statement-reader.ts";
import { TermReader } from "../../contradictions/statements/terms.ts";
import { ContradictionWords } from "../../contradictions/statements/word-data.ts";
import { ContradictionWeights } from "../../contradictions/weights-data.ts";
import type { Article, Contradiction } from "../../domain/article.ts";
import { Bilingual } from "../../domain/sets/languages.ts";
import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import type { DateFinder } from "../../language/dates/index.ts";
import type { FigureExtractor } from "../../language/figures/figures.ts";
import { Lexicon } from "../../language/lexicon/lexicon.ts";
import { Thesaurus } from "../../language/lexicon/thesaurus.ts";
import { fold } from "../../language/text/normalise.ts";
import { wordsOf } from "../../language/text/tokens.ts";
import { readChecked, readDataText, readDateFiles } from "./language-data.ts";

export const Reasons = z.strictObject({
	denial: Bilingual,
	denialPart: Bilingual,
	figures: Bilingual,
	account: Bilingual,
});

const General = z.strictObject({
	general: z.array(z.string().min(1)),
	/** What comes to pass on one day and no other. */
	once: z.array(z.string().min(1)),
	reasons: Reasons,
	/** What an article is called that says something itself. */
	ownWords: Bilingual,
});

/** What contradictions are found by; the lexicon is compiled when the first article asks for it. */
export type ContradictionEngine = {
	/** An article with all that it tells where no claim was read. */
	viewWithTold(article: Readable & Pick<Article, "language">): ArticleView;
	/** The same with what of it another article may answer. */
	viewForOthers(article: Readable & Pick<Article, "language">): ArticleView;
	/** The pairs inside an article. */
	within(article: Readable & Pick<Article, "language">): Contradiction[];
	weights: ContradictionWeights;
	reasons: z.infer<typeof Reasons>;
};

export type EngineParts = {
	tables: readonly string[];
	stopWords: readonly string[];
	entities: NameTable<NamedEntity>;
	dates: DateFinder;
	figures: FigureExtractor;
	/** What a speaker is called who is not named. */
	unnamed: Bilingual;
};

/** Reads the data of `index-data/contradictions`. Errors: `data_invalid`. */
export async function loadContradictions(
	folder: string,
	{ tables, stopWords, entities, dates, figures, unnamed }: EngineParts,
): Promise<ContradictionEngine> {
	const read = <T>(name: string, schema: z.ZodType<T>) =>
		readChecked(folder, join("contradictions", name), schema);
	const [
		ar,
		en,
		weights,
		{ general, once, reasons, ownWords },
		opposites,
		contrasts,
		broader,
		kindred,
		fields,
		days,
	] = await Promise.all([
		read("words-ar.json", ContradictionWords),
		read("words-en.json", ContradictionWords),
		read("weights.json", ContradictionWeights),
		read("general.json", General),
		readDataText(join(folder, "contradictions", "opposites.tsv")),
		readDataText(join(folder, "contradictions", "contrasts.tsv")),
		readDataText(join(folder, "contradictions", "broader.tsv")),
		readDataText(join(folder, "contradictions", "kindred.tsv")),
		readFields(folder),
		readDayNames(folder),
	]);
	let reader: StatementReader | undefined;
	const compiled = () => {
		if (reader) return reader;
		const lexicon = new Lexicon(tables);
		const stops = new Set(stopWords.map(fold));
		const terms = new TermReader({
			lexicon,
			thesaurus: new Thesaurus(fields, lexicon),
			entities,
			opposites: new Opposites(opposites, lexicon),
			contrasts: new Opposites(contrasts, lexicon),
			broader: new Opposites(broader, lexicon),
			kindred: new Opposites(kindred, lexicon),
			isStopWord: (word) => stops.has(word),
			general: new Set(lexicon.entriesListing(new Set(general))),
			once: new Set(lexicon.entriesListing(new Set(once))),
			isDayName: (word) => days.has(word),
		});
		reader = new StatementReader({ terms, marks: new Marks({ ar, en }), dates, figures });
		return reader;
	};
	const voices = { unnamed, ownWords };
	return {
		viewForOthers: (article) => viewForOthers(compiled(), article, voices),
		viewWithTold: (article) => viewWithTold(compiled(), article, voices),
		within: (article) =>
			contradictionsWithin({ weights, reasons }, viewWithTold(compiled(), article, voices)),
		weights,
		reasons,
	};
}

async function readFields(folder: string): Promise<string[]> {
	const thesaurus = join(folder, "thesaurus");
	const names = (await readdir(thesaurus)).filter((name) => name.endsWith(".tsv")).sort();
	return Promise.all(names.map((name) => readDataText(join(thesaurus, name))));
}

const Named = z.object({
	names: z.array(z.string()),
	doubtful: z.array(z.string()).optional(),
	short: z.array(z.string()),
});
const Months = z.object({ gregorian: z.array(Named) });
const Weekdays = z.object({ days: z.array(Named) });

/** The words of days and months. */
async function readDayNames(folder: string): Promise<Set<string>> {
	const { months, weekdays } = await readDateFiles(folder);
	const named = [...Months.parse(months).gregorian, ...Weekdays.parse(weekdays).days];
	const texts = named.flatMap(({ names, doubtful = [], short }) => [
		...names,
		...doubtful,
		...short,
	]);
	return new Set(texts.flatMap(wordsOf));
}
