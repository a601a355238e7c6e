import type { Weights } from "../../../../src/attribution/language-engine.ts";
import { type AnnotatedArticle, readAnnotated } from "../../../../tools/annotated/read.ts";
import { learn as fitWeights } from "../../../../tools/train/fit.ts";
import { entities, type Language, rulesOf, words } from "./language.ts";

/** Who speaks in each of the tiny articles: a first and a last name, and what is told twice. */
const rows = {
	en: [
		["Ana", "Roth", "the pier is closed", "the ferry sails at noon"],
		["Tom", "Harlow", "the bakery lost its oven", "the flour came late"],
		["Mary", "Quill", "the choir has no hall", "the roof leaks again"],
		["Peter", "Voss", "the orchard froze in May", "the pears are small"],
		["Laura", "Finch", "the museum bought a clock", "the tower needs paint"],
		["David", "Marsh", "the tram is too slow", "the rails are worn"],
	],
	ar: [
		["سامي", "الحداد", "الميناء مغلق", "العبارة ستبحر ظهرا"],
		["ليلى", "الشامي", "المخبز فقد فرنه", "الطحين وصل متأخرا"],
		["كريم", "البستاني", "الجوقة بلا قاعة", "السقف يرشح مجددا"],
		["هدى", "العطار", "البستان تجمد في أيار", "الثمار صغيرة"],
		["ماجد", "الخوري", "المتحف اشترى ساعة", "البرج يحتاج طلاء"],
		["نادية", "الصباغ", "الترام بطيء جدا", "القضبان بالية"],
	],
} as const;

type Row = readonly [string, string, string, string];

const bodies: Record<Language, (row: Row) => string> = {
	en: ([given, last, one, two]) =>
		`Rain fell on the square.\n\n“[c1 ${one}],” [s1 ${given} ${last}] [q1 said].\n\n` +
		`[s2 ${last}] [q2 denied] that [c2 ${two}].\n===\n` +
		`K1 person | ${given} ${last}\n1 K1 asserts\n2 K1 denies`,
	ar: ([given, last, one, two]) =>
		`هطل المطر على الساحة.\n\n[q1 قال] [s1 ${given} ${last}] إن [c1 ${one}].\n\n` +
		`و[q2 نفى] [s2 ${last}] أن [c2 ${two}].\n===\n` +
		`K1 person | ${given} ${last}\n1 K1 asserts\n2 K1 denies`,
};

/** Six articles of three sentences: what is to be learned is plain to see. */
export function tinyArticles(language: Language): AnnotatedArticle[] {
	return rows[language].map((row) => {
		const text = `language: ${language}\n===\n${bodies[language](row)}`;
		const { article, problems } = readAnnotated(text);
		if (problems.length > 0) throw new Error(problems.map((p) => p.message).join("; "));
		return article;
	});
}

export const noNames = { given: [], family: [] };

/** Small tables and more rounds: a few sentences are soon learned. */
export const tinyOptions = { bits: 12, epochs: 12, dropout: 0.2 };

const fitted = new Map<Language, Weights>();

/** Weights learned from the tiny articles, once for all tests. */
export function tinyWeights(language: Language): Weights {
	const known = fitted.get(language);
	if (known) return known;
	const made = fitWeights(
		tinyArticles(language),
		0,
		words[language],
		rulesOf(language),
		noNames,
		entities,
		tinyOptions,
	);
	fitted.set(language, made);
	return made;
}
