import type { StatedDate } from "../domain/dates.ts";
import type { FoundDate } from "../language/dates/index.ts";
import { phraseAt, type Text } from "../language/dates/index.ts";
import type { Stretch } from "./clauses.ts";
import { type DatedPassage, isBody, wordIndex } from "./dated-passages.ts";
import type { EventWords } from "./event-data.ts";

/** An event that the text dates without a date of its own. */
export type Implied = { dated: DatedPassage; quote: Stretch; date: StatedDate; expression: null };

/** Words of a lead within which its main verb is looked for. */
const leadReach = 40;

/** Kinds that say when, if not on which day: the story's own day is then not meant. */
const otherTimes: ReadonlySet<FoundDate["kind"]> = new Set(["stretch", "ahead", "feast"]);

/** The lead tells what happened on the story's day, unless it gives a day itself. */
export function impliedByLead(
	lead: DatedPassage,
	story: StatedDate,
	words: EventWords,
): Implied | null {
	const first = lead.sentences[0];
	if (!first) return null;
	const own = lead.dates.filter((date) => date.end <= first.end);
	if (
		own.some(
			(date) =>
				(date.precision === "day" && date.kind !== "offset") ||
				otherTimes.has(date.kind) ||
				covers(story, date),
		)
	) {
		return null;
	}
	const kind = happeningIn(lead.text, first, words);
	if (kind === null || (words.measures.has(kind) && own.length > 0)) return null;
	return { dated: lead, quote: first, date: story, expression: null };
}

function covers(story: StatedDate, date: FoundDate): boolean {
	return (
		date.value !== null &&
		story.value !== null &&
		(story.value.startsWith(date.value) || date.value.startsWith(story.value))
	);
}

/**
 * The kind of happening that the first past verb of the stretch tells. In Arabic, where the verb
 * comes first, only one that opens the stretch or a clause of it: others are in relative clauses.
 */
function happeningIn(text: Text, stretch: Stretch, words: EventWords): number | null {
	const first = wordIndex(text, stretch.start);
	for (let at = first; at < first + leadReach; at++) {
		const word = text.words[at];
		if (!word || word.start >= stretch.end) return null;
		const verb = phraseAt(text, at, words.verbs);
		if (!verb || !isVerbForm(word.text, verb.from - word.from)) continue;
		const arabic = word.text.charCodeAt(0) > 0x600;
		if (arabic && at !== first && word.near) continue;
		if (!arabic && at === first) continue;
		return verb.value;
	}
	return null;
}

/** Only و and ف are written before a verb in the past; after another proclitic the word is a noun. */
function isVerbForm(word: string, skip: number): boolean {
	return skip === 0 || (skip === 1 && (word[0] === "و" || word[0] === "ف"));
}

/** جاء ذلك خلال مؤتمر, "this came after a call": of the story's day, or, for what went before, its month. */
export function impliedByStoryLink(
	dated: DatedPassage,
	story: StatedDate,
	words: EventWords,
): Implied[] {
	const out: Implied[] = [];
	for (const sentence of dated.sentences) {
		if (dated.dates.some((d) => d.start >= sentence.start && d.end <= sentence.end)) continue;
		const at = wordIndex(dated.text, sentence.start);
		const lead = phraseAt(dated.text, at, words.storyLead);
		if (!lead) continue;
		const after = phraseAt(dated.text, lead.end, words.storyAfter);
		const link = after ?? phraseAt(dated.text, lead.end, words.storyDuring);
		if (!link || !nounNear(dated.text, link.end, words)) continue;
		const date =
			after && story.value
				? { ...story, value: story.value.slice(0, 7), precision: "month" as const }
				: story;
		out.push({ dated, quote: sentence, date, expression: null });
	}
	return out;
}

function nounNear(text: Text, from: number, words: EventWords): boolean {
	for (let at = from; at < from + 4; at++) {
		if (phraseAt(text, at, words.nouns)) return true;
	}
	return false;
}

/**
 * A passage right after a dated one that tells the same happening again, without a date: "the report
 * was issued on Thursday … the committee issued it after".
 */
export function impliedByRepetition(
	before: DatedPassage,
	dates: readonly FoundDate[],
	dated: DatedPassage,
	words: EventWords,
): Implied | null {
	const printed = dates.find(
		(d) => d.precision === "day" && d.value !== null && d.kind !== "offset",
	);
	if (!printed || dated.dates.length > 0) return null;
	const kind = governing(before.text, wordIndex(before.text, printed.start), words);
	if (kind === null) return null;
	for (const sentence of dated.sentences) {
		if (!tells(dated.text, sentence, kind, words)) continue;
		const date: StatedDate = { value: printed.value, precision: "day", basis: "derived" };
		return { dated, quote: sentence, date, expression: null };
	}
	return null;
}

/** The kind of the verb nearest before a date: صدر الخميس. */
function governing(text: Text, at: number, words: EventWords): number | null {
	for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
		if (text.words[back + 1]?.near === false) return null;
		const verb = phraseAt(text, back, words.verbs);
		if (verb) return verb.value;
	}
	return null;
}

function tells(text: Text, sentence: Stretch, kind: number, words: EventWords): boolean {
	for (let at = wordIndex(text, sentence.start); at < text.words.length; at++) {
		const word = text.words[at];
		if (!word || word.start >= sentence.end) return false;
		const verb = phraseAt(text, at, words.verbs);
		if (verb?.value === kind && isVerbForm(word.text, verb.from - word.from)) return true;
	}
	return false;
}

/** At most so many passages stand under one dated heading. */
const longestSection = 12;

/** Passages under a heading that is a date, and the items of a list announced for a day ("today:"). */
export function impliedByHeading(all: readonly DatedPassage[], at: number): Implied[] {
	const heading = all[at];
	const date = heading && dateOfHeading(heading);
	if (!heading || !date || date.value === null) return [];
	const list = /[:：]\s*$/u.test(heading.passage.text);
	const out: Implied[] = [];
	for (const dated of all.slice(at + 1, at + 1 + longestSection)) {
		if (!isBody(dated) || (list && !isItem(dated)) || dateOfHeading(dated)) break;
		const quote = dated.sentences[0];
		if (!quote || dated.dates.some((d) => d.precision === "day" && d.kind !== "offset")) continue;
		const basis = date.basis === "unknown" ? "unknown" : "derived";
		out.push({
			dated,
			quote,
			date: { value: date.value, precision: date.precision, basis },
			expression: null,
		});
	}
	return out;
}

function dateOfHeading(dated: DatedPassage): FoundDate | null {
	const { text } = dated.passage;
	const [date, ...others] = dated.dates;
	if (!date || others.length > 0 || dated.text.words.length > 12) return null;
	const pure = date.end - date.start >= 0.8 * text.trim().length;
	const announces = /[:：]\s*$/u.test(text) && date.precision === "day";
	return (pure && date.precision !== "unknown") || announces ? date : null;
}

/** A list item: a bullet stands before it, inside the passage or left of it. */
function isItem({ passage }: DatedPassage): boolean {
	return /^\s*(?:[•▪●◦·*\-–]|\d{1,2}[.)])/u.test(passage.text) || (passage.source.start ?? 0) > 0;
}
