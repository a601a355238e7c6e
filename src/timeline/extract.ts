import type { TimelineEvent } from "../domain/article.ts";
import type { StatedDate } from "../domain/dates.ts";
import {
	compileLexicon,
	createDateFinder,
	type DateData,
	type FoundDate,
	type Lexicon,
	phraseAt,
	tenseAt,
} from "../language/dates/index.ts";
import { clausesFor, type Stretch } from "./clauses.ts";
import {
	type ArticleText,
	type DatedPassage,
	datedPassages,
	isBody,
	storyDate,
	wordIndex,
} from "./dated-passages.ts";
import { compileEventWords, type EventData, type EventWords } from "./event-data.ts";
import {
	type Implied,
	impliedByHeading,
	impliedByLead,
	impliedByRepetition,
	impliedByStoryLink,
} from "./implied.ts";
import { eventDates } from "./mentions.ts";

export type EventExtractor = {
	/** The dated events of an article in the order of the text; ids `<article id>-e1`, `-e2` … */
	extract(article: ArticleText): TimelineEvent[];
};

type Draft = {
	dated: DatedPassage;
	quote: Stretch;
	date: StatedDate & { expression: string | null };
	planned: boolean;
};

/**
 * Dated events: a clause that says something happened, or will, on a date that the text gives,
 * directly or by the story it tells. Quotations are exact slices of their passage. Titles and
 * headings hold none.
 */
export function createEventExtractor(data: { events: EventData; dates: DateData }): EventExtractor {
	const words = compileEventWords(data.events);
	const lex = compileLexicon(data.dates);
	const finder = createDateFinder(data.dates);
	return {
		extract(article) {
			const dated = datedPassages(article, finder);
			const drafts = [...mentioned(dated, words), ...implied(article, dated, words, lex)];
			const order = new Map(dated.map((one, index) => [one, index]));
			drafts.sort(
				(a, b) =>
					(order.get(a.dated) ?? 0) - (order.get(b.dated) ?? 0) || a.quote.start - b.quote.start,
			);
			return drafts.map((draft, index) => eventOf(article.id, index + 1, draft));
		},
	};
}

function mentioned(dated: readonly DatedPassage[], words: EventWords): Draft[] {
	const out: Draft[] = [];
	let stale = 0;
	for (const one of dated) {
		stale = isBody(one) ? (turnsBack(one, words) ? stalePassages : stale - 1) : 0;
		if (!isBody(one)) continue;
		const dates = eventDates(one, words, stale > 0);
		let next = 0;
		for (const sentence of one.sentences) {
			const first = next;
			while ((dates[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next++;
			const inside = distinct(dates.slice(first, next));
			const clauses = clausesFor(one.passage.text, sentence, inside);
			inside.forEach((date, i) => {
				const { value, precision, basis, expression } = date;
				out.push({
					dated: one,
					quote: clauses[i] ?? sentence,
					date: { value, precision, basis, expression },
					planned: date.future === true,
				});
			});
		}
	}
	return out;
}

/** One event for each value of a sentence. */
function distinct(dates: readonly FoundDate[]): FoundDate[] {
	const seen = new Set<string>();
	return dates.filter((date) => {
		const key = date.value ?? `?${date.expression}`;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** How far a turn to an earlier time carries, where no heading ends it. */
const stalePassages = 4;

/**
 * Whether the passage turns to an undated earlier time ("…، ففي وقت سابق قام"): its "this week", often
 * copied from an older report, is not the article's.
 */
function turnsBack(dated: DatedPassage, words: EventWords): boolean {
	const { text } = dated;
	for (let at = 0; at < text.words.length; at++) {
		const found = phraseAt(text, at, words.earlier);
		if (!found) continue;
		const opens = at === 0 || text.words[at]?.near === false;
		const next = text.words[found.end];
		const hasDate = dated.dates.some(
			(d) => next !== undefined && d.start <= next.start && next.start < d.end,
		);
		if (opens && next?.near && !hasDate) return true;
	}
	return false;
}

function implied(
	article: ArticleText,
	dated: readonly DatedPassage[],
	words: EventWords,
	lex: Lexicon,
): Draft[] {
	const found: Implied[] = [];
	const story = storyDate(article, dated);
	const body = dated.filter(isBody);
	const lead = body[0];
	if (story && lead) {
		const first = impliedByLead(lead, story, words);
		if (first) found.push(first);
		for (const one of body.slice(0, storyPassages))
			found.push(...impliedByStoryLink(one, story, words));
	}
	dated.forEach((one, at) => {
		const next = dated[at + 1];
		if (isBody(one) && next && isBody(next)) {
			const again = impliedByRepetition(one, eventDates(one, words, false), next, words);
			if (again) found.push(again);
		}
		found.push(...impliedByHeading(dated, at));
	});
	return found.map(({ dated: one, quote, date, expression }) => ({
		dated: one,
		quote,
		date: { ...date, expression },
		planned: isAhead(one, quote, lex),
	}));
}

/** "This came during…" speaks of the story only near the top. */
const storyPassages = 8;

function isAhead(dated: DatedPassage, quote: Stretch, lex: Lexicon): boolean {
	const { words } = dated.text;
	for (let at = wordIndex(dated.text, quote.start); at < words.length; at++) {
		if ((words[at]?.start ?? 0) >= quote.end) break;
		const tense = tenseAt(dated.text, at, lex);
		if (tense !== null) return tense === "future";
	}
	return false;
}

function eventOf(
	article: string,
	number: number,
	{ dated, quote, date, planned }: Draft,
): TimelineEvent {
	const { passage } = dated;
	const at = passage.source.start;
	return {
		id: `${article}-e${number}`,
		passage: passage.id,
		quote: passage.text.slice(quote.start, quote.end),
		source: {
			line: passage.source.line,
			start: at === null ? null : at + quote.start,
			end: at === null ? null : at + quote.end,
		},
		date,
		...(planned ? { planned: true } : {}),
	};
}
