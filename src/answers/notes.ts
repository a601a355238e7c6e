import type { Article, Language } from "../domain/article.ts";
import { dayRange } from "../domain/dates.ts";
import type { Say } from "../domain/messages.ts";
import { isArabic, tokens } from "../language/tokens.ts";
import { type Findings, unknownWords } from "./finding.ts";

/** Words that were widened are named for so many, with so many of their alternatives. */
const mostExpanded = 3;
const mostAlternatives = 3;

/** How the question was read, and what the corpus covers where it does not answer. */
export function notesOf(findings: Findings, answered: boolean, say: Say): string[] {
	const { reading, request } = findings;
	const unknown = unknownWords(findings);
	const { language } = reading;
	const out: string[] = [];
	if (!answered) {
		out.push(
			say(language, "note.not_said"),
			coverageNote(findings.library.articles, language, say),
		);
		if (findings.hits.length > 0) out.push(say(language, "note.nearest"));
	}
	for (const { code, params } of reading.readings) {
		const key = `reading.${code}`;
		const text = say(language, key, named(params, findings, say));
		if (text !== key) out.push(text);
	}
	for (const name of ["by", "outlet", "from", "to"] as const) {
		const value = request[name];
		if (value) out.push(say(language, `note.filter.${name}`, { value }));
	}
	if (request.stance) {
		const value = say(language, `stance.${request.stance}`);
		out.push(say(language, "note.filter.stance", { value }));
	}
	if (unknown.length > 0)
		out.push(say(language, "note.unknown_words", { words: list(unknown.slice(0, 5), language) }));
	const widened = widenedWords(findings);
	if (widened) out.push(say(language, "note.expanded", { words: widened }));
	return out;
}

/** Names as the asker's language has them: an act by its word, a name of the other script isolated. */
function named(
	params: Record<string, string>,
	{ reading: { language }, library }: Findings,
	say: Say,
): Record<string, string> {
	const out: Record<string, string> = {};
	for (const [name, value] of Object.entries(params)) {
		if (name === "act") out[name] = say(language, `stance.${value}`);
		else out[name] = inLine(library.label(value)?.[language] ?? value, language);
	}
	return out;
}

/** What the corpus covers: number of articles, first and last day. */
export function coverageNote(articles: readonly Article[], language: Language, say: Say): string {
	const days = articles.flatMap(({ published }) => {
		const range = published.value ? dayRange(published.value) : null;
		return range ? [range] : [];
	});
	const count = articles.length;
	if (days.length === 0) return say(language, "note.covers_undated", { count });
	const from = days.map((range) => range.from).sort()[0] ?? "";
	const to =
		days
			.map((range) => range.to)
			.sort()
			.at(-1) ?? "";
	return say(language, "note.covers", { count, from, to });
}

/** Words of the other script that were looked for and found: what a reader could not know otherwise. */
function widenedWords({ expansions, hits, reading }: Findings): string {
	const found = new Set(hits.flatMap(({ matched }) => [...matched]));
	const topic = new Set(tokens(reading.topicText).map((token) => token.text));
	const out: string[] = [];
	for (const { word, to } of expansions) {
		if (!tokens(word).some((token) => topic.has(token.text))) continue;
		const others = to.filter((text) => isArabic(text) !== isArabic(word) && holdsAny(found, text));
		if (others.length === 0) continue;
		const shown = [...new Set(others)].slice(0, mostAlternatives);
		out.push(`${inLine(word, reading.language)} → ${list(shown, reading.language)}`);
		if (out.length === mostExpanded) break;
	}
	return out.join("; ");
}

function holdsAny(found: ReadonlySet<string>, text: string): boolean {
	return tokens(text).some((token) => found.has(token.text));
}

function list(words: readonly string[], language: Language): string {
	return words.map((word) => inLine(word, language)).join(language === "ar" ? "، " : ", ");
}

/** A word of the other script would turn the line around, were it not isolated. */
function inLine(word: string, language: Language): string {
	return isArabic(word) === (language === "ar") ? word : `\u2068${word}\u2069`;
}
