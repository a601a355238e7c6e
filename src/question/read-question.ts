import type { DayRange } from "../domain/dates.ts";
import type { Act } from "../domain/sets/acts.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { Slices } from "../domain/slices.ts";
import type { NameWords } from "../identity/name-data.ts";
import { isAtPlace, isPlace, KnownNames, type NameHit } from "../identity/names-in-question.ts";
import type { CorpusFacts } from "../identity/who-is-who.ts";
import type { PhraseHit } from "../language/text/phrases.ts";
import { languageOf, type Token, tokens } from "../language/text/tokens.ts";
import { isNameInCapitals } from "../language/words/in-capitals.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import { isEnglishArticle } from "../language/words/stem-english.ts";
import { instructionAt, lightWords, termPlaces } from "./asides.ts";
import { type AskedStretches, askedStretches } from "./asked-stretches.ts";
import { bareYears } from "./bare-years.ts";
import { daysAsked } from "./days-asked.ts";
import { type AskedDate, inTheirYear } from "./days-of-corpus.ts";
import { type DeedAsked, deedAsked } from "./deed-asked.ts";
import { namesAsked } from "./names-asked.ts";
import { type OfficeAsked, officeAsked } from "./office-asked.ts";
import type { QuestionData } from "./question-data.ts";
import { type QuestionType, questionTypes } from "./question-types.ts";
import { type QuestionWords, questionWords } from "./question-words.ts";
import type { SentenceMarks } from "./sentence-marks.ts";
import type { SmallTalk, SmallTalkKind } from "./small-talk.ts";
import { topicText } from "./topic-text.ts";
import { isFuture, thingOf, typeAsked } from "./what-is-asked.ts";
import { asksOfSeveral, behind, countryThatSpeaks, sayerAt, speakerOf } from "./who-reports.ts";

/** Dates that stand whole in a text: offsets in UTF-16 units, ISO value or interval. */
export type FindDates = (text: string) => AskedDate[];

/** What was read out of the question's own words. It prefers; only explicit options exclude. */
export type QuestionReading = {
	language: Language;
	/** What the question is about, without dates and plain words of reporting; empty where nothing is left. */
	topicText: string;
	/** The same with the light words of listed terms ("let go"), which mean nothing outside of them. */
	searched?: { text: string; light: string[] };
	filters: {
		by?: string | undefined;
		outlet?: string | undefined;
		from?: string | undefined;
		to?: string | undefined;
		act?: Act | undefined;
	};
	/** The days that the question names, whichever side of them it asks for. */
	days?: DayRange | undefined;
	/** The words of its days: they find passages that print the day, beside the filter. */
	dayWords?: string;
	type: QuestionType;
	/** Persons of the corpus whom the question names, and its words for each, folded. */
	persons: { name: string; words: string[] }[];
	/** Outlets that it names, likewise. */
	outlets?: { name: string; words: string[] }[];
	/** Words of the question that name a country, a people or a place, folded. */
	places: string[];
	/** The question asks for a name. */
	named: boolean;
	/** The thing that one is asked for among others of it ("which weapons"), folded. */
	thing?: string | undefined;
	/** It asks how large that is, and not how many there are. */
	measured?: boolean;
	/** What it asks about having been done, where nobody's words are asked for. */
	deed?: DeedAsked | undefined;
	/** Who is something of somewhere, where no more is asked. */
	office?: OfficeAsked | undefined;
	/** The units in which its amount is told, folded: of how long, of how old. */
	units?: ReadonlySet<string> | undefined;
	/** It asks whether something is going to happen. */
	future: boolean;
	/** What another question may put something else in the place of. */
	stretches?: AskedStretches;
	/** Where its dates stand, in UTF-16 units of the text. */
	dates?: { start: number; end: number }[];
	/** It is said to the bot and asks nothing of the articles. */
	talk?: SmallTalkKind | null;
	/** It asks for the newest first. */
	latest?: boolean;
	/** Each day or span of days that it names, where it names several or asks to compare. */
	compared?: string[];
	/** Words of the question for whoever is asked to have said something, whether the corpus knows him or not. */
	sayer?: string[];
	/** The same as they stand in the question. */
	sayerName?: string | undefined;
	/** `by`, `outlet`, `range`, `since`, `until`, `act`, `type`, with what each names. */
	readings: { code: string; params: Record<string, string> }[];
};

/** Reads what a question asks for: the kind of answer, the speaker, the outlet, the act, the days. */
export function createQuestionReader(
	questions: QuestionData,
	data: NameWords,
	facts: CorpusFacts,
	findDates: FindDates = () => [],
	smallTalk?: SmallTalk,
): { read(text: string, language?: Language): QuestionReading; prepare(): Slices<void> } {
	const speakers = new KnownNames(facts.speakers, data);
	const outlets = new KnownNames(facts.outlets, data);
	const words = questionWords(questions);
	return {
		*prepare() {
			yield* speakers.prepare();
			yield* outlets.prepare();
		},
		read(text, language = languageOf(text)) {
			const whole = tokens(text);
			const skipped = instructionAt(
				whole.map((token) => token.text),
				words.instructions,
			);
			const all = whole.slice(skipped);
			const folded = all.map((token) => token.text);
			// The dairy's appeal is a noun, and what's said is none.
			const isOwned = (word: string) =>
				word.endsWith("'s") && !isStopWord(word.slice(0, -2), data.stopWords);
			const isVerb = ({ from }: { from: number }) => {
				const before = folded[from - 1] ?? "";
				return !words.determiners.has(before) && !isOwned(before);
			};
			const inTerm = termPlaces(all, data.lexicon);
			const says = words.says
				.find(folded)
				.filter((hit) => isVerb(hit) && !(hit.to - hit.from === 1 && inTerm.has(hit.from)));
			const acts = actsAsked(words.acts.find(folded).filter(isVerb), says, folded, words);
			const sources = words.sources.find(folded);
			const inText = findDates(text).filter(({ value }) => value !== null);
			const found = inText.length > 0 ? inText : bareYears(all, data.stopWords);
			const dates = inTheirYear(found, facts.days);
			// The words of a date without a year are looked for too: the articles may print them so.
			const printed = dates.filter(({ loose }) => !loose);
			const days = daysAsked(dates, all, words);
			const range = days?.asked;
			const act = acts[0]?.value;
			const reported = [...says, ...acts];
			const type = typeAsked(folded, words, reported.length > 0);
			const known = longest(speakers.find(folded));
			const reports = { words: folded, type, reported, sources };
			const run = type === "who" ? undefined : sayerAt(reports, words, known, data);
			const several = asksOfSeveral(reports, run, words, known);
			const sayer = several ? undefined : run;
			const by = several ? undefined : speakerOf(known, reports, words.notSpeaker, sayer);
			const country = by || several ? undefined : countryThatSpeaks(all, reported, type, data);
			const printers = longest(outlets.find(folded)).filter(({ name }) => !outlets.isPlace(name));
			const outlet = behind(printers, sources);
			const aside = [
				{ start: 0, end: all[0]?.start ?? 0 },
				...(daysAsked(printed, all, words)?.words ?? printed),
			];
			const light = lightWords(all, text, words.light, data.stopWords);
			const kept = light.filter(({ from }) => inTerm.has(from));
			const bare = light.filter((stretch) => !kept.includes(stretch));
			const names = namesAsked({ all, text, known, dates: found }, data);
			const future = isFuture(folded, words, questions.future.arBeginnings);
			const named = { words: folded, type, names, future };
			const isReported = reported.length > 0;
			const topic = topicText(text, all, [...says, ...light], aside, data);
			const reading: QuestionReading = {
				language,
				topicText: topic,
				...(kept.length > 0 && topic
					? {
							searched: {
								text: topicText(text, all, [...says, ...bare], aside, data),
								light: kept.map(({ from }) => folded[from] ?? ""),
							},
						}
					: {}),
				filters: {
					by: by ? speakers.shown(by.name) : country && text.slice(country.start, country.end),
					outlet: outlet && outlets.shown(outlet.name),
					from: range?.from,
					to: range?.to,
					act,
				},
				days: days?.named,
				dayWords: printed
					.filter(({ value }) => value?.length === 10)
					.map(({ start, end }) => text.slice(start, end))
					.join(" "),
				type,
				persons: known
					.filter(({ name }) => !speakers.isPlace(name))
					.map(({ name, from, to }) => ({
						name: speakers.shown(name),
						words: folded.slice(from, to),
					})),
				outlets: printers.map(({ name, from, to }) => ({
					name: outlets.shown(name),
					words: folded.slice(from, to),
				})),
				places: folded.filter(
					(word, at) =>
						isPlace(word, data) ||
						isAtPlace(word, data) ||
						isNameInCapitals(all, at, text, data.stopWords),
				),
				named: words.named.at(folded, 0) !== undefined,
				thing: thingOf(folded, type, words, data),
				measured: words.measured.find(folded).length > 0,
				deed: isReported ? undefined : deedAsked(named, words, data),
				office: isReported ? undefined : officeAsked(named, words),
				units: words.measures.find(folded)[0]?.value,
				future,
				stretches: askedStretches(all, words, data),
				dates: dates.map(({ start, end }) => ({ start, end })),
				talk: smallTalk?.kindOf(text) ?? null,
				latest: words.latest.find(folded).length > 0,
				compared:
					dates.length > 1 || words.compare.find(folded).length > 0
						? dates.map(({ value }) => value ?? "")
						: [],
				sayer: sayer
					? folded
							.slice(sayer.from, sayer.to)
							.filter(
								(word, n) =>
									isNameInCapitals(all, sayer.from + n, text, data.stopWords) ||
									!isStopWord(word, data.stopWords),
							)
					: [],
				sayerName: sayer && nameIn(text, all.slice(sayer.from, sayer.to), dates),
				readings: [],
			};
			const { filters, readings } = reading;
			if (filters.by) readings.push({ code: "by", params: { by: filters.by } });
			if (filters.outlet) readings.push({ code: "outlet", params: { outlet: filters.outlet } });
			if (range) readings.push(toldRange(range));
			if (act) readings.push({ code: "act", params: { act } });
			if (questionTypes[type].told) readings.push({ code: "type", params: { type } });
			return reading;
		},
	};
}

/** These tokens from the first to the last, but for dates: what did Lindqvist say yesterday. */
function nameIn(
	text: string,
	run: readonly Token[],
	dates: readonly { start: number; end: number }[],
): string {
	const own = run.filter(
		({ start, end, text: word }) =>
			!isEnglishArticle(word) && dates.every((date) => start >= date.end || end <= date.start),
	);
	return text.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0);
}

/** An act behind a preposition is what a statement is about: their position on the accusations. */
function actsAsked(
	acts: readonly PhraseHit<Act>[],
	says: readonly { from: number }[],
	words: readonly string[],
	{ notSpeaker }: QuestionWords,
): PhraseHit<Act>[] {
	const [first] = says;
	return acts.filter(
		({ from }) => !first || first.from > from || notSpeaker.at(words, from - 1)?.to !== from,
	);
}

/** Names that are no part of a longer one. */
function longest(names: readonly NameHit[]): NameHit[] {
	return names.filter(
		(hit) =>
			!names.some(
				({ from, to }) => from <= hit.from && to >= hit.to && to - from > hit.to - hit.from,
			),
	);
}

function toldRange({ from, to }: { from?: string | undefined; to?: string | undefined }) {
	if (from && to) return { code: "range", params: { from, to } };
	return from ? { code: "since", params: { from } } : { code: "until", params: { to: to ?? "" } };
}

/** What reads a question's own words; it may have to load language data first. */
export type QuestionReader = {
	read(text: string, language?: Language): QuestionReading | Promise<QuestionReading>;
	/** Does ahead of time, in steps, what the first question would have to wait for. */
	prepare?(): Slices<void>;
	/** By what the sentences of a text answer; of the language data that questions are read with. */
	marks?: SentenceMarks;
};
