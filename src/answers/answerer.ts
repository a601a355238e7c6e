import type { Action, Answer, AnswerItem } from "../domain/answer.ts";
import type { Answering } from "../domain/answering.ts";
import type { Article } from "../domain/article.ts";
import { dayText } from "../domain/day-text.ts";
import { IsnadError } from "../domain/errors.ts";
import type { Say } from "../domain/messages.ts";
import type { PassageSearch } from "../domain/passage-search.ts";
import { isPicturable } from "../domain/picture.ts";
import { type Filters, filtersOf, isFiltered, withoutFilters } from "../domain/sets/filters.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { IdentityTable } from "../identity/identity-table.ts";
import type { NameMatcher } from "../identity/name-matcher.ts";
import { isolated } from "../language/text/isolate.ts";
import { languageOf } from "../language/text/tokens.ts";
import type { StopWords } from "../language/words/index-terms.ts";
import { asksNothing } from "../question/asks-nothing.ts";
import { namesAnything } from "../question/names-anything.ts";
import type { QuestionReader, QuestionReading } from "../question/read-question.ts";
import type { SmallTalkKind } from "../question/small-talk.ts";
import { verifyCitations } from "./check-citations.ts";
import { type CheckedRequest, checkRequest } from "./check-request.ts";
import { tellUnscoped } from "./denial-scope.ts";
import { isAnswered } from "./evidence/is-answered.ts";
import { findInOrder } from "./evidence/order/ordered-findings.ts";
import { askedSpeaker } from "./find/asked-speaker.ts";
import { withDaysAsked } from "./find/days-asked.ts";
import { filterTests } from "./find/filters.ts";
import { findPassages, type TranslateQuestion } from "./find/find-passages.ts";
import { orderByDays } from "./find/order-by-days.ts";
import { tellDeniedTopics } from "./items/denied-topics.ts";
import { keyWordsOf } from "./items/key-words.ts";
import { listed } from "./items/listed.ts";
import { quotationAt } from "./items/quotation.ts";
import { sourceItems } from "./items/sources.ts";
import { Library } from "./library.ts";
import { coverageNote, notesOf } from "./notes.ts";
import { operatorNotes, renderingNotes, takenDownNotes } from "./operator-notes.ts";
import { withPast } from "./past/with-past.ts";
import { ToldNames } from "./told-names.ts";
import { noVerdict, verdictOf } from "./verdict/verdict.ts";
import { markWeak, strongOf } from "./weakly-related.ts";
import { whoIs } from "./who-is.ts";

export type AnswererParts = {
	articles: readonly Article[];
	/** Over the passages of these articles. */
	search: PassageSearch;
	reader: QuestionReader;
	names: NameMatcher;
	/** Words that carry no topic, for telling which events are one. */
	stopWords?: StopWords;
	say: Say;
	/** Articles that an operator took down: not among `articles`. */
	takenDown?: number;
	/** Whether pictures can be drawn of answers. */
	pictures?: boolean;
	/** Nothing is translated where it is absent. */
	translate?: TranslateQuestion | undefined;
};

export interface Answerer extends Answering {
	/** How a question would be read, without answering it. */
	read(text: string, language?: Language): Promise<QuestionReading>;
	/** Who is who in the articles. */
	who(): IdentityTable;
	/** Whether an operator took down what was shown or kept earlier. */
	isTakenDown?(item: AnswerItem): boolean;
}

export function createAnswerer(
	parts: AnswererParts,
	library: Library = new Library(parts.articles, parts.stopWords),
): Answerer {
	const whoIsWho = () => parts.names.whoIn(parts.articles);
	return {
		async answer(request) {
			const checked = checkRequest(request);
			const made = await answerTo(parts, library, checked);
			const relays = new ToldNames(whoIsWho(), made.language);
			const items = made.items.map((item) => relays.item(withPast(item, library, made.language)));
			const told = withStandingTold({ ...made, items }, parts.say);
			const answer = parts.pictures ? withPicture(told) : told;
			verifyCitations(answer, library);
			return answer;
		},
		quotation(place, language) {
			const found = quotationAt(place, library, language);
			if (found) tellUnscoped(found.said, found.against ?? [], parts.say);
			return found && new ToldNames(whoIsWho(), language).quotation(found);
		},
		read: async (text, language) => parts.reader.read(text, language),
		articles: () => parts.articles,
		who: whoIsWho,
	};
}

async function answerTo(
	parts: AnswererParts,
	library: Library,
	request: CheckedRequest,
): Promise<Answer> {
	const { command } = request;
	if (command === "sources") return listSources(parts, request);
	if (command !== "who") return answerQuestion(parts, library, request);
	const { items, language, ...told } = await whoIs(parts, library, request);
	const text = request.text || request.by || "";
	return {
		...page(items, request),
		...told,
		...{ command, language, heading: heading(parts.say, language, { ...request, text }) },
	};
}

/** Items that are shown where the filters leave none. */
const mostNearMisses = 5;

async function answerQuestion(
	parts: AnswererParts,
	library: Library,
	request: CheckedRequest,
): Promise<Answer> {
	const { search, reader, names, say, translate, takenDown = 0 } = parts;
	const reading = await reader.read(request.text, request.language);
	const { command } = request;
	if (reading.talk && (command === "ask" || command === "claims"))
		return talkAnswer(request, reading.language, reading.talk, say);
	if (request.text && isFiltered(request) && asksNothing(request.text, reading, library.stopWords))
		return answerTo(parts, library, { ...request, text: "", language: reading.language });
	checkNaming(request, reading, library);
	const within = withDaysAsked(request, reading);
	const tests = filterTests(within, library, names);
	const { marks } = reader;
	const asked = command === "ask" ? askedSpeaker(reading, names, library) : null;
	const base = {
		...{ request: within, command, reading, tests, library, names, marks, translate, asked },
	};
	const found = await findInOrder(search, base);
	let findings = command === "ask" && !found.unquoted ? orderByDays(found) : found;
	let { items, parts: inParts, naming, topical, alike } = listed(findings);
	let unfiltered = false;
	const answered = items.length > 0 && !found.unquoted && isAnswered(found);
	if (items.length === 0 && request.text && !tests.open && !found.unquoted) {
		// Nearest to what the filters leave nothing of is the same without them.
		const open = { ...withoutFilters(request), ...namesKept(request) };
		const wide = { ...base, request: open, tests: filterTests(open, library, names) };
		findings = await findPassages(search, wide);
		({ items, parts: inParts, naming, topical, alike } = listed(findings));
		items = items.slice(0, mostNearMisses);
		unfiltered = items.length > 0;
	}
	const shown = page(items, request);
	for (const item of shown.items) {
		const words = keyWordsOf(item, reading.language, names, library);
		if (words && item.kind !== "source") item.keyWords = words;
		tellDeniedTopics(item, reading.language, names);
		if (item.kind === "claim" || item.kind === "passage")
			tellUnscoped(item.claim, item.contradictedBy ?? [], say);
	}
	const strong = command === "ask" ? strongOf(findings) : (naming ?? items.length);
	if (answered) markWeak(shown, { first: strong, alike, claims: topical ?? [] });
	let known = strong;
	while (answered && known < items.length && alike(known)) known++;
	const total = Math.min(items.length, Math.max(known, shown.offset + shown.items.length));
	const sections = inParts
		.filter(({ at }) => at < items.length)
		.map(({ part, at }) => ({ title: say(reading.language, `timeline.section.${part}`), at }));
	const told = notesOf(
		{ ...findings, request, unfiltered },
		answered,
		shown.items,
		items.length - total,
		say,
	);
	return {
		...shown,
		total,
		...(items.length > total ? { weak: items.length - total } : {}),
		...(told.readAs.length > 0 ? { readAs: told.readAs } : {}),
		...(sections.length > 0 ? { sections } : {}),
		command,
		// It stands over the first page alone: further ones are headed by what was asked.
		verdict:
			answered && shown.offset > 0
				? noVerdict
				: verdictOf(
						{ ...findings, request },
						{ answered, items: shown.items.slice(0, strong), topical: topical ?? [] },
						say,
					),
		language: reading.language,
		answered,
		heading: heading(say, reading.language, request),
		notes: told.notes.concat(
			operatorNotes(answered, shown.items, { library, takenDown, language: reading.language, say }),
		),
	};
}

/** Errors: `question_empty` where there is a text and nothing in it can be looked for. */
function checkNaming(
	request: CheckedRequest,
	{ filters, named }: QuestionReading,
	{ stopWords }: Library,
): void {
	const { text, command } = request;
	const isQuestion = command === "ask" || named || Object.values(filters).some(Boolean);
	// A question of plain words may still ask for an act, a day, somebody.
	if (!text || isFiltered(request)) return;
	if (namesAnything(text, isQuestion ? new Set() : stopWords)) return;
	throw new IsnadError(
		"question_empty",
		"There is nothing to look for: ask with a word, a name or a number.",
		{ key: "question_bare" },
	);
}

/** What is said first rests on the first source: where that one was taken back, this is said with it. */
function withStandingTold(answer: Answer, say: Say): Answer {
	const { verdict, items, language, answered } = answer;
	const [first] = items;
	if (!answered || !verdict?.text || !first || first.kind === "source" || !first.standing)
		return answer;
	const { kind, day } = first.standing;
	const told = say(language, `verdict.${kind}`, { date: dayText(day, language) });
	return { ...answer, verdict: { ...verdict, text: `${verdict.text} ${told}` } };
}

/** What can be shared can be shared as a picture, where one says something. */
function withPicture(answer: Answer): Answer {
	const { actions } = answer;
	const at = actions.findIndex(({ kind }) => kind === "share");
	if (at < 0 || !isPicturable(answer)) return answer;
	return { ...answer, actions: actions.toSpliced(at + 1, 0, { kind: "picture" }) };
}

/** Whoever was asked for is kept, and what was left out: nobody else's words stand in for his. */
function namesKept({ by, outlet, without, written, within }: CheckedRequest): Filters {
	return filtersOf({ by, outlet, without, written, within });
}

/** What is said to the bot is answered with a line of help, and nothing is looked for. */
function talkAnswer(
	{ command, offset }: CheckedRequest,
	language: Language,
	kind: SmallTalkKind,
	say: Say,
): Answer {
	const text = say(language, `talk.${kind}`);
	return {
		...{ command, language, answered: false, heading: text, verdict: { kind: "none", text } },
		...{ items: [], notes: [], actions: [], total: 0, offset, talk: true },
	};
}

function listSources(parts: AnswererParts, request: CheckedRequest): Answer {
	const { articles, names, say, takenDown = 0 } = parts;
	const language = request.language ?? languageOf(request.text);
	const items = sourceItems(articles, request, names, language);
	return {
		...page(
			items.map((item) => () => item),
			request,
		),
		command: "sources",
		language,
		answered: items.length > 0,
		heading: heading(say, language, request),
		notes: [
			coverageNote(articles, language, say),
			...renderingNotes(articles, language, say),
			...takenDownNotes(takenDown, language, say),
		],
	};
}

function heading(say: Say, language: Language, { command, text }: CheckedRequest): string {
	if (text) return say(language, `heading.${command}`, { text: isolated(text, language) });
	return say(language, `heading.${command}_all`);
}

/** Only the items of the page are made: an item is cheap to rank and dear to lay out. */
function page(
	items: readonly (() => AnswerItem)[],
	{ offset, limit }: CheckedRequest,
): Pick<Answer, "items" | "actions" | "total" | "offset"> {
	const shown = items.slice(offset, offset + limit).map((item) => item());
	const actions: Action[] = [];
	if (offset + limit < items.length) actions.push({ kind: "more" });
	if (shown.some((item) => item.kind !== "source")) {
		actions.push({ kind: "check_quote" }, { kind: "share" });
	}
	if (items.length > limit) actions.push({ kind: "narrow" });
	return { items: shown, actions, total: items.length, offset };
}
