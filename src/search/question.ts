import type { Act, Language } from "../domain/article.ts";
import { dayRange } from "../domain/dates.ts";
import { isStopWord } from "../language/analyse.ts";
import { languageOf, type Token, tokens } from "../language/tokens.ts";
import type { SearchData } from "./data.ts";
import { KnownNames, type NameHit } from "./known-names.ts";
import { type PhraseHit, Phrases } from "./phrases.ts";
import type { QuestionData, QuestionType } from "./question-data.ts";

/** Names that the articles know: each entry lists the spellings of one, the one to show first. */
export type CorpusFacts = {
	speakers: readonly (readonly string[])[];
	outlets: readonly (readonly string[])[];
};

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
	/** `by`, `outlet`, `range`, `act`, with what each names. */
	readings: { code: string; params: Record<string, string> }[];
};

/** A name so many words from a word of reporting is taken for who reports. */
const reach = 4;

/** Reads what a question asks for: the kind of answer, the speaker, the outlet, the act, the days. */
export function createQuestionReader(
	questions: QuestionData,
	data: SearchData,
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
			const by = speakerOf(speakers.find(folded), reported, sources, folded, words.notSpeaker);
			const outlet = behind(outlets.find(folded), sources);
			const reading: QuestionReading = {
				language,
				topicText: topic(text, all, says, dates, data),
				filters: {
					by: by && speakers.shown(by.name),
					outlet: outlet && outlets.shown(outlet.name),
					from: range?.from,
					to: range?.to,
					act,
				},
				type: typeOf(folded, words),
				readings: [],
			};
			const { filters, readings } = reading;
			if (filters.by) readings.push({ code: "by", params: { by: filters.by } });
			if (filters.outlet) readings.push({ code: "outlet", params: { outlet: filters.outlet } });
			if (range) readings.push({ code: "range", params: { ...range } });
			if (act) readings.push({ code: "act", params: { act } });
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
	};
}

function typeOf(words: readonly string[], { types }: Compiled): QuestionType {
	for (const { type, phrases, first } of types) {
		if (first ? phrases.at(words, 0) : phrases.find(words).length > 0) return type;
	}
	return "topic";
}

/** The name nearest to a word of reporting or behind the mark of a source. */
function speakerOf(
	names: readonly NameHit[],
	reported: readonly PhraseHit<unknown>[],
	sources: readonly PhraseHit<unknown>[],
	words: readonly string[],
	notSpeaker: Phrases<true>,
): NameHit | undefined {
	const source = behind(names, sources);
	if (source) return source;
	let best: { hit: NameHit; distance: number } | undefined;
	for (const hit of names) {
		if (hit.from > 0 && notSpeaker.at(words, hit.from - 1)?.to === hit.from) continue;
		for (const { from, to } of reported) {
			if (hit.from < to && hit.to > from) continue;
			const distance = hit.to <= from ? from - hit.to : hit.from - to;
			const better =
				!best ||
				distance < best.distance ||
				(distance === best.distance && hit.weight > best.hit.weight);
			if (distance <= reach && better) best = { hit, distance };
		}
	}
	return best?.hit;
}

function behind(
	names: readonly NameHit[],
	sources: readonly PhraseHit<unknown>[],
): NameHit | undefined {
	return names.find((hit) => sources.some(({ to }) => hit.from >= to && hit.from - to <= 1));
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
	data: SearchData,
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
