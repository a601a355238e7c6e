import { readFileSync } from "node:fs";
import { type AnswererParts, createAnswerer } from "../../../src/answers/answerer.ts";
import { judgeOf } from "../../../src/answers/find/judge.ts";
import { Library } from "../../../src/answers/library.ts";
import type { DigestMaterial } from "../../../src/digest/contents/material.ts";
import { writeDigest } from "../../../src/digest/contents/write-digest.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Article, Claim, Passage, TimelineEvent } from "../../../src/domain/article.ts";
import { unknownDate, unknownPublished } from "../../../src/domain/dates.ts";
import { createSay } from "../../../src/domain/messages.ts";
import type { PassageSearch } from "../../../src/domain/passage-search.ts";
import { NameMatcher } from "../../../src/identity/name-matcher.ts";
import { Lexicon } from "../../../src/language/lexicon/lexicon.ts";
import { languageOf } from "../../../src/language/text/tokens.ts";
import type { QuestionReader, QuestionReading } from "../../../src/question/read-question.ts";
import { PlainIndex } from "../../contract/passage-index/plain-index.ts";
import { precisionOf } from "../timeline/precision.ts";

const table = (language: string) =>
	JSON.parse(
		readFileSync(new URL(`../../../index-data/messages/${language}.json`, import.meta.url), "utf8"),
	);
export const say = createSay({ ar: table("ar"), en: table("en") });

/** An article of these lines; each is a passage that begins two characters into its line. */
export function article(id: string, lines: string[], more: Partial<Article> = {}): Article {
	const passages = lines.map((text, n): Passage => {
		const source = { line: n + 1, start: 2, end: 2 + text.length };
		return { id: `${id}-p${n + 1}`, kind: "body", text, source };
	});
	return {
		id,
		language: languageOf(lines.join(" ")),
		title: `Title of ${id}`,
		outlet: null,
		url: null,
		source: { file: `${id}.txt`, sha256: "0".repeat(64) },
		published: unknownPublished,
		rendering: "verbatim",
		passages,
		claims: [],
		events: [],
		figures: [],
		contradictions: [],
		...more,
	};
}

/** A claim in these words of the passage on this line. */
export function claim(of: Article, line: number, quote: string, more: Partial<Claim> = {}): Claim {
	const at = place(of, line, quote);
	const made: Claim = {
		id: `${of.id}-c${of.claims.length + 1}`,
		...at,
		quote,
		speaker: { name: "Somebody", kind: "person" },
		via: [],
		act: "asserts",
		hedged: false,
		saidOn: unknownDate,
		about: [],
		topics: [],
		...more,
	};
	of.claims.push(made);
	return made;
}

export function event(
	of: Article,
	line: number,
	quote: string,
	value: string | null,
): TimelineEvent {
	const precision = precisionOf(value);
	const basis = value === null ? "unknown" : "printed";
	const made: TimelineEvent = {
		id: `${of.id}-e${of.events.length + 1}`,
		...place(of, line, quote),
		quote,
		date: { value, precision, basis, expression: null },
	};
	of.events.push(made);
	return made;
}

function place(of: Article, line: number, quote: string) {
	const passage = of.passages[line - 1];
	const at = passage?.text.indexOf(quote) ?? -1;
	if (!passage || at < 0) throw new Error(`No "${quote}" on line ${line}`);
	const start = (passage.source.start ?? 0) + at;
	return { passage: passage.id, source: { line, start, end: start + quote.length } };
}

/** Finds passages by shared words alone: enough to test what is made of them. */
export function wordSearch(articles: readonly Article[]): PassageSearch {
	const index = new PlainIndex(articles);
	const judge = judgeOf(new Library(articles), names);
	return { size: index.size, search: (query) => index.search(query, judge) };
}

export const lexicon = new Lexicon([
	"n\tofficial\tمسؤول|مسؤولون\ng\tChina\tالصين\ng\tBeijing\tبكين\ng\t12|twelve\tاثنا عشر",
]);
export const names = new NameMatcher(lexicon, new Set(["the"]), [
	["China", "الصين", "Beijing", "بكين"],
]);

/** Reads nothing out of the question but its language, unless told to. */
export function reader(more: Partial<QuestionReading> = {}): QuestionReader {
	return {
		read: (text, language) => ({
			language: language ?? languageOf(text),
			topicText: text,
			filters: {},
			type: "topic",
			persons: [],
			places: [],
			named: false,
			future: false,
			readings: [],
			...more,
		}),
	};
}

export function answererOf(articles: Article[], reading: Partial<QuestionReading> = {}) {
	return createAnswerer(answererParts(articles, reading));
}

export function answererParts(
	articles: Article[],
	reading: Partial<QuestionReading> = {},
): AnswererParts {
	return { articles, search: wordSearch(articles), reader: reader(reading), names, say };
}

export function digestOf(articles: Article[], material: DigestMaterial): Promise<Answer> {
	return writeDigest(answererParts(articles), new Library(articles), material);
}
