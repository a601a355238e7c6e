import type { AnswerItem } from "../domain/answer.ts";
import type { Article } from "../domain/article.ts";
import { dayRange } from "../domain/dates.ts";
import type { Say } from "../domain/messages.ts";
import { choicesOf, type FilterKey, filterKeys, filters, namesIn } from "../domain/sets/filters.ts";
import type { Language } from "../domain/sets/languages.ts";
import { type Identity, nameOf } from "../identity/identity.ts";
import { isArabic, tokens } from "../language/text/tokens.ts";
import { termOf } from "../language/words/index-terms.ts";
import type { Unquoted } from "./find/asked-speaker.ts";
import { type Findings, unknownWords } from "./find/find-passages.ts";
import { inLine, listed } from "./in-line.ts";

/** Words that were widened are named for so many, with so many of their alternatives. */
const mostExpanded = 3;
const mostAlternatives = 3;

/**
 * How the question was read, and what the corpus covers where it does not answer. `shown`: the items
 * that the reader sees, for which alone a widened word is worth telling; `weak`: how many more are
 * only weakly related.
 */
export function notesOf(
	findings: Findings & { unfiltered: boolean },
	answered: boolean,
	shown: readonly AnswerItem[],
	weak: number,
	say: Say,
): { notes: string[]; readAs: string[] } {
	const { reading, request } = findings;
	const unknown = unknownWords(findings);
	const { language } = reading;
	const out: string[] = [];
	// That the articles do not say, what is nowhere and what they cover is the verdict.
	if (!answered && shown.length > 0) out.push(say(language, "note.nearest"));
	const readAs = reading.readings.flatMap(({ code, params }) => {
		const key = `reading.${code}`;
		const text = say(language, key, named(params, findings, say));
		return text === key ? [] : [text];
	});
	out.push(...readAs);
	if (findings.unfiltered && shown.length > 0) out.push(say(language, "note.unfiltered"));
	out.push(...unknownNames(findings, say));
	for (const name of filterKeys) {
		const value = request[name];
		if (!value) continue;
		out.push(
			say(language, `note.filter.${name}`, { value: filterShown(name, value, findings, say) }),
		);
	}
	if (answered && unknown.length > 0) out.push(nowhereNote(findings, say));
	const widened = widenedWords(findings, shown);
	if (answered && weak > 0) {
		const related = say(language, "note.weak", { count: weak });
		out.push(related);
		readAs.push(related);
	}
	if (widened) {
		const expanded = say(language, "note.expanded", { words: widened });
		out.push(expanded);
		readAs.push(expanded);
	}
	if (answered && findings.translated) {
		const translated = say(language, "note.translated");
		out.push(translated);
		readAs.push(translated);
	}
	return { notes: out, readAs };
}

/** What a filter is set to, as a reader knows it: a word, a name, the titles of articles. */
function filterShown(
	key: FilterKey,
	value: string,
	{ library, reading: { language } }: Findings,
	say: Say,
): string {
	if (choicesOf(key)) return say(language, `${key}.${value}`);
	if (filters[key].takes !== "article")
		return inLine(library.label(value)?.[language] ?? value, language);
	const ids = namesIn(value);
	const titles = library.articles
		.filter(({ id }) => ids.includes(id))
		.map(({ title, titleParaphrase }) => titleParaphrase?.[language] ?? title)
		.flatMap((title) => (title ? inLine(title, language) : []));
	return titles.length > 0 ? listed(titles, language) : value;
}

/** Names that may have been meant are told for so many. */
const mostMeant = 3;

/** For each name that nobody here has, whom it may have been meant for. */
function unknownNames({ request, names, library, reading }: Findings, say: Say): string[] {
	const { language } = reading;
	const who = names.whoIn(library.articles);
	return [request.by, request.outlet, ...namesIn(request.without ?? "")].flatMap((name) => {
		if (!name) return [];
		const { identities, match } = who.find(name);
		const shown = inLine(name, language);
		if (match === "part" && identities.length > 1) {
			const all = namesOf(identities.slice(0, mostMeant), language);
			return [say(language, "note.name_of_several", { name: shown, names: all })];
		}
		if (match !== "none") return [];
		const meant = namesOf(who.like(name, mostMeant), language);
		return [
			say(language, meant ? "note.did_you_mean" : "note.nobody", { name: shown, names: meant }),
		];
	});
}

/** That nobody of a name is quoted: somebody who only occurs, or nobody, and whom it may mean. */
export function unquotedNote(
	{ name, isNamed, meant }: Unquoted,
	language: Language,
	say: Say,
): string {
	const key = isNamed ? "unquoted" : meant.length > 0 ? "unquoted_meant" : "unquoted_nobody";
	const params = { name: inLine(name, language), names: namesOf(meant, language) };
	return say(language, `verdict.${key}`, params);
}

function namesOf(identities: readonly Identity[], language: Language): string {
	return listed([...new Set(identities.map((one) => nameOf(one, language)))], language);
}

/** The words of the question that no article holds; empty where there are none. */
export function nowhereNote(findings: Findings, say: Say): string {
	const { language } = findings.reading;
	const words = unknownWords(findings)
		.slice(0, 5)
		.map((word) => asWritten(word, findings.request.text));
	return words.length > 0
		? say(language, "note.unknown_words", { words: listed(words, language) })
		: "";
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
		else if (name === "type") out[name] = say(language, `asked.${value}`);
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
function widenedWords(
	{ expansions, hits, reading, request }: Findings,
	shown: readonly AnswerItem[],
): string {
	const passages = new Set(
		shown.map((item) => (item.kind === "source" ? "" : item.citation.passage)),
	);
	const found = new Set(
		hits
			.filter(({ passage }) => passages.has(passage.id))
			.flatMap(({ matched }) => [...matched].map(termOf)),
	);
	const topic = new Set(tokens(reading.topicText).map((token) => token.text));
	const out: string[] = [];
	for (const { word, to } of expansions) {
		if (!tokens(word).some((token) => topic.has(token.text))) continue;
		const others = to.filter((text) => isArabic(text) !== isArabic(word) && holdsAll(found, text));
		if (others.length === 0) continue;
		const told = [...new Set(others)].slice(0, mostAlternatives);
		out.push(
			`${inLine(asWritten(word, request.text), reading.language)} → ${listed(told, reading.language)}`,
		);
		if (out.length === mostExpanded) break;
	}
	return out.join("; ");
}

/** A folded run of words as the asker wrote it. */
function asWritten(run: string, text: string): string {
	const all = tokens(text);
	const words = run.split(" ");
	const at = all.findIndex((_, from) => words.every((word, n) => all[from + n]?.text === word));
	const [first, last] = [all[at], all[at + words.length - 1]];
	return first && last ? text.slice(first.start, last.end) : run;
}

function holdsAll(found: ReadonlySet<string>, text: string): boolean {
	return tokens(text).every((token) => found.has(termOf(token.text)));
}
