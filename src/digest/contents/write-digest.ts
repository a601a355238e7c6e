import type { AnswererParts } from "../../answers/answerer.ts";
import { verifyCitations } from "../../answers/check-citations.ts";
import { checkRequest, mostItems } from "../../answers/check-request.ts";
import { filterTests } from "../../answers/find/filters.ts";
import { eventItem } from "../../answers/items/cite.ts";
import type { EventRef, Library } from "../../answers/library.ts";
import { withPast } from "../../answers/past/with-past.ts";
import { statementsOf } from "../../answers/same-statement.ts";
import { ToldNames } from "../../answers/told-names.ts";
import type { Action, Answer, AnswerItem } from "../../domain/answer.ts";
import type { PassageSearch } from "../../domain/passage-search.ts";
import { isFiltered } from "../../domain/sets/filters.ts";
import { inSlices } from "../../domain/slices.ts";
import type { StopWords } from "../../language/words/index-terms.ts";
import { asksNothing } from "../../question/asks-nothing.ts";
import type { DigestBase } from "./digest-base.ts";
import { goneItems, termsOf } from "./gone.ts";
import { plannedOn } from "./known-claims.ts";
import { matchingEvents } from "./matches.ts";
import type { DigestMaterial } from "./material.ts";
import { type News, newsOf } from "./news.ts";
import { digestNotes, headingOf } from "./notes.ts";

const noStopWords: StopWords = new Set();
/** More than anybody reads of one day; what is left out is said. */
const mostShown = 60;

/**
 * What is new on a topic as one answer in sections: claims, contradictions, what was corrected or
 * withdrawn, what is planned for the day. Without items it says that there is nothing new. Every
 * quotation has been compared with its stored article. Errors: those of an answer.
 */
export async function writeDigest(
	parts: AnswererParts,
	library: Library,
	material: DigestMaterial,
	breathe: DigestBase["breathe"] = () => undefined,
): Promise<Answer> {
	const { reader, names, say } = parts;
	const search: PassageSearch = {
		size: parts.search.size,
		search: (query) => parts.search.search({ ...query, unhurried: true }),
	};
	const stopWords: StopWords = parts.stopWords ?? noStopWords;
	const { language, offset, limit, ...asked } = material.request;
	const whole = checkRequest({ ...asked, command: "claims", limit: mostItems });
	const reading = { ...(await reader.read(whole.text)), language: material.language };
	const isBare = isFiltered(whole) && asksNothing(whole.text, reading, stopWords);
	const request = isBare ? { ...whole, text: "" } : whole;
	const base: DigestBase = {
		request,
		command: "claims",
		reading,
		tests: filterTests(request, library, names),
		library,
		names,
		search,
		statements: statementsOf(stopWords),
		topicTerms: termsOf([reading.topicText || request.text], stopWords),
		material,
		say,
		breathe,
	};
	const gone = goneItems(base, stopWords);
	const news = await newsOf(base, gone.replacing);
	const relays = new ToldNames(names.whoIn(library.articles), material.language);
	const past = <T extends AnswerItem>(items: readonly T[]) =>
		items.map((item) => relays.item(withPast(item, library, material.language)));
	const sections: [key: string, items: AnswerItem[]][] = [
		["contested", past(news.contested)],
		["claims", past(news.claims)],
		["gone", gone.items.map((item) => relays.item(item))],
		// What is planned for the day is no news of the minute.
		["planned", material.alert ? [] : await plannedItems(base)],
	];
	const answer = answerOf(base, sections, news);
	verifyCitations(answer, library);
	return answer;
}

function answerOf(
	base: DigestBase,
	sections: readonly [key: string, items: AnswerItem[]][],
	news: News,
): Answer {
	const { say, material } = base;
	const { language } = material;
	const all: AnswerItem[] = [];
	const titles: { title: string; at: number }[] = [];
	for (const [key, items] of sections) {
		if (items.length > 0 && all.length < mostShown)
			titles.push({ title: say(language, `digest.section.${key}`), at: all.length });
		all.push(...items);
	}
	const items = all.slice(0, mostShown);
	const actions: Action[] = items.length > 0 ? [{ kind: "check_quote" }] : [];
	return {
		command: "digest",
		language,
		answered: items.length > 0,
		heading: headingOf(
			base,
			sections.map(([key, { length }]) => [key, length]),
		),
		items,
		sections: titles,
		notes: digestNotes(base, { shown: items.length, all: all.length, known: news.known }),
		actions,
		total: items.length,
		offset: 0,
	};
}

/** Events on the topic that were announced for the very day. */
async function plannedItems(base: DigestBase): Promise<AnswerItem[]> {
	const { library, material, reading, breathe } = base;
	const planned = await inSlices(plannedOn(library, material.day), breathe);
	const found = await matchingEvents(base, planned);
	const out: { first: EventRef; also: EventRef[] }[] = [];
	const entries = new Map<object, { first: EventRef; also: EventRef[] }>();
	for (const { ref } of found) {
		const entry = library.entryOf(ref);
		const known = entry && entries.get(entry);
		if (known) known.also.push(ref);
		else {
			const made = { first: ref, also: [] };
			out.push(made);
			if (entry) entries.set(entry, made);
		}
	}
	return out.map(({ first, also }) => eventItem(first, reading.language, also));
}
