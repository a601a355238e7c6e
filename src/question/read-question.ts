import { dayRange } from "../domain/dates.ts";
import type { Act } from "../domain/sets/acts.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { NameWords } from "../identity/name-data.ts";
import { isPlace, KnownNames, type NameHit } from "../identity/names-in-question.ts";
import type { CorpusFacts } from "../identity/who-is-who.ts";
import { type PhraseHit, Phrases } from "../language/text/phrases.ts";
import { isArabic, languageOf, type Token, tokens } from "../language/text/tokens.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import type { QuestionData } from "./question-data.ts";
import { type QuestionType, questionTypes } from "./question-types.ts";

/** Dates that stand whole in a text: offsets in UTF-16 units, ISO value or interval. */
export type FindDates = (text: string) => { start: number; end: number; value: string | null }[];

/** What was read out of the question's own words. It prefers; only explicit options exclude. */
export type QuestionReading = {
	language: Language;
	/** What the question is about, without dates and plain words of reporting; empty where nothing is left. */
	topicText: string;
	filters: {
		by?: string | undefined;
		outlet?: string | undefined;
		from?: string | undefined;
		to?: string | undefined;
		act?: Act | undefined;
	};
	type: QuestionType;
	/** Persons of the corpus whom the question names, and its words for each, folded. */
	persons: { name: string; words: string[] }[];
	/** Words of the question that name a country, a people or a place, folded. */
	places: string[];
	/** The question asks for a name. */
	named: boolean;
	/** The thing that one is asked for among others of it ("which weapons"), folded. */
	thing?: string | undefined;
	/** It asks whether something is going to happen. */
	future: boolean;
	/** Words of the question for whoever is asked to have said something, whether the corpus knows him or not. */
	sayer?: string[];
	/** `by`, `outlet`, `range`, `act`, `type`, with what each names. */
	readings: { code: string; params: Record<string, string> }[];
};

/** A name so many words from a word of reporting is taken for who reports. */
const reach = 3;

/** Reads what a question asks for: the kind of answer, the speaker, the outlet, the act, the days. */
export function createQuestionReader(
	questions: QuestionData,
	data: NameWords,
	facts: CorpusFacts,
	findDates: FindDates = () => [],
): { read(text: string, language?: Language): QuestionReading } {
	const speakers = new KnownNames(facts.speakers, data);
	const outlets = new KnownNames(facts.outlets, data);
	const words = compile(questions);
	return {
		read(text, language = languageOf(text)) {
			const all = tokens(text);
			const folded = all.map((token) => token.text);
			const says = words.says.find(folded);
			const acts = words.acts.find(folded);
			const sources = words.sources.find(folded);
			const dates = findDates(text).filter(({ value }) => value !== null);
			const range = rangeOf(dates.map(({ value }) => value ?? ""));
			const act = acts[0]?.value;
			const reported = [...says, ...acts];
			const type = typeOf(folded, words);
			const known = longest(speakers.find(folded));
			const by = speakerOf(known, reported, sources, folded, words.notSpeaker, type);
			const country = by ? undefined : countryThatSpeaks(all, reported, type, data);
			const outlet = behind(outlets.find(folded), sources, (name) => !outlets.isPlace(name));
			const reading: QuestionReading = {
				language,
				topicText: topic(text, all, says, dates, data),
				filters: {
					by: by ? speakers.shown(by.name) : country && text.slice(country.start, country.end),
					outlet: outlet && outlets.shown(outlet.name),
					from: range?.from,
					to: range?.to,
					act,
				},
				type,
				persons: known
					.filter(({ name }) => !speakers.isPlace(name))
					.map(({ name, from, to }) => ({
						name: speakers.shown(name),
						words: folded.slice(from, to),
					})),
				places: folded.filter((word) => isPlace(word, data)),
				named: words.named.at(folded, 0) !== undefined,
				thing: thingOf(folded, words, data),
				future: isFuture(folded, words, questions.future.arBeginnings),
				sayer: type === "who" ? [] : sayerOf(folded, reported, words, data),
				readings: [],
			};
			const { filters, readings } = reading;
			if (filters.by) readings.push({ code: "by", params: { by: filters.by } });
			if (filters.outlet) readings.push({ code: "outlet", params: { outlet: filters.outlet } });
			if (range) readings.push({ code: "range", params: { ...range } });
			if (act) readings.push({ code: "act", params: { act } });
			if (questionTypes[type].told) readings.push({ code: "type", params: { type } });
			return reading;
		},
	};
}

type Compiled = {
	types: { type: QuestionType; phrases: Phrases<QuestionType>; first: boolean }[];
	says: Phrases<true>;
	acts: Phrases<Act>;
	sources: Phrases<true>;
	notSpeaker: Phrases<true>;
	named: Phrases<true>;
	which: Phrases<true>;
	future: Phrases<true>;
};

function compile(questions: QuestionData): Compiled {
	const both = ({ en, ar }: { en: string[]; ar: string[] }) => [...en, ...ar];
	const acts = new Phrases<Act>();
	for (const [act, forms] of Object.entries(questions.acts)) acts.add(both(forms), act as Act);
	const types: Compiled["types"] = questions.types.map((entry) => ({
		type: entry.type,
		phrases: new Phrases<QuestionType>().add(both(entry), entry.type),
		first: entry.first ?? false,
	}));
	return {
		types,
		acts,
		says: new Phrases<true>().add(both(questions.says), true),
		sources: new Phrases<true>().add(both(questions.sources), true),
		notSpeaker: new Phrases<true>().add(both(questions.notSpeaker), true),
		named: new Phrases<true>().add(both(questions.named), true),
		which: new Phrases<true>().add(both(questions.which), true),
		future: new Phrases<true>().add(both(questions.future), true),
	};
}

function typeOf(words: readonly string[], { types }: Compiled): QuestionType {
	for (const { type, phrases, first } of types) {
		if (first ? phrases.at(words, 0) : phrases.find(words).length > 0) return type;
	}
	return "topic";
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

/** The word behind "which", where it has content. */
function thingOf(
	words: readonly string[],
	{ which }: Compiled,
	data: NameWords,
): string | undefined {
	const [hit] = which.find(words);
	const word = hit && words[hit.to];
	return word === undefined || isStopWord(word, data.stopWords) ? undefined : word;
}

/** English says so by a word, Arabic by one or by the form of the verb behind the first word. */
function isFuture(
	words: readonly string[],
	{ future }: Compiled,
	beginnings: readonly string[],
): boolean {
	if (future.find(words).length > 0) return true;
	const verb = words[1] ?? "";
	return verb.length > 3 && beginnings.some((beginning) => verb.startsWith(beginning));
}

/** The words between "did" and "say", or behind قال up to the next preposition. */
function sayerOf(
	words: readonly string[],
	reported: readonly PhraseHit<unknown>[],
	{ notSpeaker, sources }: { notSpeaker: Phrases<true>; sources: Phrases<true> },
	data: NameWords,
): string[] {
	const [verb] = [...reported].sort((a, b) => a.from - b.from);
	if (!verb || sources.at(words, verb.from)) return [];
	const content = (run: readonly string[]) =>
		run.filter((word) => !isStopWord(word, data.stopWords));
	if (!isArabic(words[verb.from] ?? "")) {
		const did = words.findIndex((word) => /^(?:did|does|do|has|have)$/.test(word));
		return did < 0 || did > verb.from ? [] : content(words.slice(did + 1, verb.from));
	}
	let to = verb.to;
	while (to < words.length && !notSpeaker.at(words, to)) to++;
	return content(words.slice(verb.to, Math.min(to, verb.to + reach)));
}

/** The name nearest to a word of reporting or behind the mark of a source. */
function speakerOf(
	names: readonly NameHit[],
	reported: readonly PhraseHit<unknown>[],
	sources: readonly PhraseHit<unknown>[],
	words: readonly string[],
	notSpeaker: Phrases<true>,
	type: QuestionType,
): NameHit | undefined {
	const source = behind(names, sources);
	if (source) return source;
	// "Who denied …": whoever is named behind the word is not the one who is asked for.
	const asks = type === "who" && reported.some(({ from }) => from <= 1);
	if (asks) return undefined;
	let best: { hit: NameHit; distance: number } | undefined;
	for (const hit of names) {
		if (hit.from > 0 && notSpeaker.at(words, hit.from - 1)?.to === hit.from) continue;
		for (const { from, to } of reported) {
			if (hit.from < to && hit.to > from) continue;
			const distance = hit.to <= from ? from - hit.to : hit.from - to;
			const [open, end] = hit.to <= from ? [hit.to, from] : [to, hit.from];
			// A preposition between the two makes the name a part of what is reported.
			if (range(open, end).some((at) => notSpeaker.at(words, at))) continue;
			const better =
				!best ||
				distance < best.distance ||
				(distance === best.distance && hit.weight > best.hit.weight);
			if (distance <= reach && better) best = { hit, distance };
		}
	}
	// A title before the name is a part of it: the Chinese president Xi Jinping is not China.
	const { hit } = best ?? {};
	return names.find((name) => hit && name.from === hit.to && name.to - name.from > 1) ?? hit;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, Math.min(to - from, reach)) }, (_, n) => from + n);
}

function behind(
	names: readonly NameHit[],
	sources: readonly PhraseHit<unknown>[],
	accept: (name: number) => boolean = () => true,
): NameHit | undefined {
	return names.find(
		(hit) => accept(hit.name) && sources.some(({ to }) => hit.from >= to && hit.from - to <= 1),
	);
}

/** A country right beside the word of reporting is who reports, although it may never speak in the corpus. */
function countryThatSpeaks(
	words: readonly Token[],
	reported: readonly PhraseHit<unknown>[],
	type: QuestionType,
	data: NameWords,
): Token | undefined {
	if (type === "who") return undefined;
	for (const { from, to } of reported) {
		// English names the speaker before the verb, Arabic behind it.
		const before = words[from - 1];
		const behind = words[to];
		for (const word of [before, behind]) {
			const place = word && isArabic(word.text) === (word === behind) && isPlace(word.text, data);
			if (place) return word;
		}
	}
	return undefined;
}

function rangeOf(values: readonly string[]): { from: string; to: string } | undefined {
	const ranges = values.map(dayRange).filter((range) => range !== null);
	const from = ranges.map((range) => range.from).sort()[0];
	const to = ranges
		.map((range) => range.to)
		.sort()
		.at(-1);
	return from && to ? { from, to } : undefined;
}

/** The text with the words of reporting and the dates taken out, or nothing where no content is left. */
function topic(
	text: string,
	words: readonly Token[],
	says: readonly PhraseHit<unknown>[],
	dates: readonly { start: number; end: number }[],
	data: NameWords,
): string {
	const cut = [
		...dates,
		...says.map(({ from, to }) => ({
			start: words[from]?.start ?? 0,
			end: words[to - 1]?.end ?? 0,
		})),
	];
	const kept = words.filter(
		(word) => !cut.some(({ start, end }) => word.start < end && word.end > start),
	);
	if (!kept.some((word) => !isStopWord(word.text, data.stopWords))) return "";
	let out = "";
	let at = 0;
	for (const { start, end } of cut.sort((a, b) => a.start - b.start)) {
		if (start < at) continue;
		out += text.slice(at, start);
		at = end;
	}
	return (out + text.slice(at)).replace(/ {2,}/g, " ").trim();
}

/** What reads a question's own words; it may have to load language data first. */
export type QuestionReader = {
	read(text: string, language?: Language): QuestionReading | Promise<QuestionReading>;
};
