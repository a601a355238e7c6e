import type { Request } from "../domain/answer.ts";
import type { Act } from "../domain/sets/acts.ts";
import type { Filters } from "../domain/sets/filters.ts";
import { filtersOf } from "../domain/sets/filters.ts";
import type { Language } from "../domain/sets/languages.ts";
import { languageKeys } from "../domain/sets/languages.ts";
import { fold } from "../language/text/normalise.ts";
import { Phrases } from "../language/text/phrases.ts";
import { tokens } from "../language/text/tokens.ts";
import { withoutConjunction } from "../language/words/arabic-clitics.ts";
import { isStopWord, type StopWords } from "../language/words/index-terms.ts";
import type { ConversationData } from "./follow-up-data.ts";
import { questionTypes } from "./question-types.ts";
import type { QuestionReading } from "./read-question.ts";
import { asNamed, replaceStretches, replaceWords } from "./replace-words.ts";
import { type Side, sideOfDays } from "./sides-of-days.ts";

export type FollowUpWords = {
	conversation: ConversationData;
	/** Words of reporting by their act, and words that ask, from `index-data/question.json`. */
	acts: Partial<Record<Act, { en: string[]; ar: string[] }>>;
	asking: readonly string[];
	stopWords: StopWords;
};

/** Words that may stand between "before" and the first number of its date: before 5 May, قبل شهر مايو 2024. */
const nearDate = 4;
/** Content words that a question may add to what it goes on from: more are a question of their own. */
const mostAdded = 3;

type Both = { en: readonly string[]; ar: readonly string[] };
const both = ({ en, ar }: Both) => [...en, ...ar];

/** Tells a question that goes on from the last one from a new one, and joins the two. */
export class FollowUps {
	readonly #goesOn = new Phrases<true>();
	readonly #sides = new Phrases<Side>();
	readonly #answerIn = new Phrases<Language>();
	readonly #reset = new Phrases<true>();
	readonly #without = new Phrases<true>();
	readonly #everything: ReadonlySet<string>;
	readonly #acts = new Map<string, Act>();
	readonly #refers: ReadonlySet<string>;
	readonly #empty: ReadonlySet<string>;
	readonly #objects: readonly string[];
	readonly #stopWords: StopWords;

	constructor({ conversation, acts, asking, stopWords }: FollowUpWords) {
		const { goesOn, refers, empty, objects, answerIn, reset, without } = conversation;
		this.#reset.add(both(reset), true);
		this.#without.add(both(without), true);
		this.#everything = new Set(both(conversation.everything).map(fold));
		this.#goesOn.add(both(goesOn), true);
		for (const side of ["before", "until", "since", "after"] as const)
			this.#sides.add(both(conversation[side]), side);
		for (const language of languageKeys) this.#answerIn.add(both(answerIn[language]), language);
		for (const [act, forms] of Object.entries(acts))
			for (const form of both(forms)) this.#acts.set(fold(form), act as Act);
		this.#refers = new Set(both(refers).map(fold));
		this.#empty = new Set([...both(empty), ...asking].map(fold));
		this.#objects = objects.ar.map(fold);
		this.#stopWords = stopWords;
	}

	/** Asks to begin anew, and nothing else. */
	isReset(text: string): boolean {
		const words = tokens(text).map((token) => token.text);
		const lead = this.#leadOf(words).to;
		const hit = this.#reset.at(words, lead);
		return hit !== undefined && words.slice(hit.to).every((word) => this.#isEmpty(word));
	}

	/**
	 * The request that `typed` makes where it goes on from `last`, with what it leaves unsaid taken
	 * from there, but for the language; null where it is a question of its own. `reading` is of the
	 * typed text, `before` of the last one's, where what it names is to be replaced.
	 */
	join(
		typed: Request,
		reading: QuestionReading,
		last: Request,
		before?: QuestionReading,
	): Request | null {
		const taken = this.#takenBack(typed, last);
		if (taken) return taken;
		const all = tokens(typed.text);
		const words = all.map(({ text }) => text);
		const lead = this.#leadOf(words);
		// «ويلين؟»: and Yellen, in one word.
		lead.found ||= reading.persons.length > 0 && words.length < 3 && isJoined(words[0]);
		const cues = this.#cues(words, lead.to);
		const topic = new Set(tokens(reading.topicText).map(({ text }) => text));
		const speaker = new Set(tokens(reading.filters.by ?? "").map(({ text }) => text));
		const content = all.filter(
			({ text }, at) =>
				at >= lead.to &&
				topic.has(text) &&
				!speaker.has(text) &&
				!cues.used.has(at) &&
				!this.#isEmpty(text),
		);
		const person = this.#person(
			reading,
			content.map(({ text }) => text),
			lead.found,
		);
		const added = person ? [] : content;
		const refers = words.some((word) => this.#refers.has(word));
		const goesOn = added.length === 0 || ((lead.found || refers) && added.length <= mostAdded);
		if (!goesOn) return null;
		const extra = added.map(({ start, end }) => typed.text.slice(start, end)).join(" ");
		const act = reading.filters.act ?? cues.act;
		const filters = this.#filters(last, reading, cues.side, person, act);
		const written = content.map(({ start, end }) => typed.text.slice(start, end)).join(" ");
		const named = before && lead.found ? replaced(last, before, reading, written) : null;
		if (named !== null) {
			// Who is named in the question itself is read there again.
			const { by: _, ...rest } = filters;
			return {
				...rest,
				...filtersOf(typed),
				...afresh(last, named, cues.language ?? typed.language),
			};
		}
		const other = before && !cues.side ? redated(last, typed, before, reading) : null;
		if (other !== null && added.length === 0) {
			const { from: _, to: __, ...rest } = filters;
			const text = other;
			const command = commandOf(last, reading, act);
			return {
				...rest,
				...filtersOf(typed),
				...afresh(last, text, cues.language ?? typed.language),
				command,
			};
		}
		return {
			...filters,
			...filtersOf(typed),
			command: commandOf(last, reading, act),
			text: [last.text, extra].filter(Boolean).join(" "),
			...languageOf(cues.language ?? typed.language),
			limit: last.limit,
			offset: 0,
		};
	}

	/** "Without Reuters", "without dates": the last request with less of what it was narrowed to. */
	#takenBack(typed: Request, last: Request): Request | null {
		const words = tokens(typed.text).map((token) => token.text);
		const hit = this.#without.at(words, this.#leadOf(words).to);
		if (!hit) return null;
		const rest = words.slice(hit.to).filter((word) => !isStopWord(word, this.#stopWords));
		const filters = Object.entries(filtersOf(last));
		if (rest.length === 0 || filters.length === 0) return null;
		const all = rest.every((word) => this.#everything.has(word));
		const kept = filters.filter(([, value]) => {
			const own = tokens(String(value)).map((token) => token.text);
			return !all && !own.some((word) => rest.includes(word));
		});
		if (kept.length === filters.length) return null;
		const { command, text, language, limit } = last;
		return { ...Object.fromEntries(kept), command, text, language, limit, offset: 0 };
	}

	/** How many of the first words only say that it goes on. */
	#leadOf(words: readonly string[]): { to: number; found: boolean } {
		let to = 0;
		for (let hit = this.#goesOn.at(words, 0); hit; hit = this.#goesOn.at(words, to)) to = hit.to;
		// Arabic writes "and" together with the next word.
		const [first = ""] = words;
		const rest = withoutConjunction(first, 2);
		const joined = to === 0 && rest !== first;
		const found = to > 0 || (joined && this.#isEmpty(rest));
		return { to, found };
	}

	#cues(words: readonly string[], from: number) {
		const used = new Set<number>();
		let side: Side | undefined;
		let language: Language | undefined;
		let act: Act | undefined;
		const plain = words.map((word) => withoutConjunction(word, 2));
		const date = words.findIndex((word) => /^\p{Nd}/u.test(word));
		for (let at = from; at < words.length; at++) {
			const asked = this.#answerIn.at(words, at);
			if (asked) language = asked.value;
			const days = this.#sides.at(words, at) ?? this.#sides.at(plain, at);
			// The one nearest before the date: من is "from" there and "who" at the head of a question.
			if (days && days.to <= date && date - days.to < nearDate) side = days.value;
			for (const hit of [asked, days]) for (let n = at; hit && n < hit.to; n++) used.add(n);
			act ??= this.#actOf(words[at] ?? "");
		}
		return { used, side, language, act };
	}

	/** A word of reporting, in Arabic also with what it is about at its end: نفاها, "denied it". */
	#actOf(word: string): Act | undefined {
		const known = this.#acts.get(word) ?? this.#acts.get(withoutConjunction(word, 2));
		if (known) return known;
		for (const object of this.#objects) {
			if (!word.endsWith(object) || word.length - object.length < 2) continue;
			const stem = word.slice(0, -object.length);
			const act = this.#acts.get(stem) ?? this.#acts.get(stem.replace(/ا$/, "ي"));
			if (act) return act;
		}
		return undefined;
	}

	#isEmpty(word: string): boolean {
		const bare = withoutConjunction(word, 2);
		return [word, bare].some(
			(each) =>
				isStopWord(each, this.#stopWords) ||
				this.#refers.has(each) ||
				this.#empty.has(each) ||
				this.#actOf(each) !== undefined ||
				this.#sides.at([each], 0) !== undefined,
		);
	}

	/** "What about Yellen?": a person who speaks in the corpus, and nothing else. */
	#person(
		{ persons }: QuestionReading,
		content: readonly string[],
		lead: boolean,
	): string | undefined {
		const named = persons.find(({ words }) => content.every((word) => words.includes(word)));
		return lead && content.length > 0 ? named?.name : undefined;
	}

	#filters(
		last: Request,
		{ filters, type, days }: QuestionReading,
		side: Side | undefined,
		person: string | undefined,
		act: Act | undefined,
	): Filters {
		const { from, to } = last;
		const out = filtersOf(last);
		// "Who denied it?" asks for another speaker than the last one.
		if (type === "who") out.by = undefined;
		const speaker = filters.by ?? person;
		if (speaker) out.by = speaker;
		if (filters.outlet) out.outlet = filters.outlet;
		if (act) out.stance = act;
		if (days) Object.assign(out, sideOfDays(days, side, { from, to }));
		return filtersOf(out);
	}
}

function commandOf(last: Request, { type, filters }: QuestionReading, act: Act | undefined) {
	if (act) return "claims" as const;
	const { asks } = questionTypes[type];
	// A day in the question is no longer what it asks for.
	if (asks === "timeline" && filters.from) return last.command;
	return asks ?? last.command;
}

function languageOf(language: Language | undefined): Pick<Request, "language"> {
	return language ? { language } : {};
}

function isJoined(word = ""): boolean {
	return withoutConjunction(word, 3) !== word;
}

/** The last request's own parts, with another text. */
function afresh(last: Request, text: string, language: Language | undefined) {
	return { command: last.command, text, ...languageOf(language), limit: last.limit, offset: 0 };
}

/**
 * The last question with another speaker or place where the typed words name one and it does; null where
 * there is nothing to exchange.
 */
function replaced(
	last: Request,
	before: QuestionReading,
	reading: QuestionReading,
	written: string,
): string | null {
	if (!written || last.by) return null;
	const name = asNamed(written);
	const isPerson = reading.persons.length > 0;
	const isPlace = reading.places.length > 0;
	if (!isPerson && !isPlace && !/^\p{Lu}/u.test(name)) return null;
	const persons = before.persons.flatMap(({ words }) => words);
	const speakers = new Set([...persons, ...(before.sayer ?? [])]);
	const spoken = speakers.size > 0 ? replaceWords(last.text, speakers, name) : null;
	if (spoken !== null) return spoken;
	const [place] = before.places;
	return isPlace && place !== undefined && before.places.length === 1
		? replaceWords(last.text, new Set([place]), name)
		: null;
}

/** The last question with the days of the typed one in the place of its own; null where it names none. */
function redated(
	last: Request,
	typed: Request,
	before: QuestionReading,
	{ dates = [] }: QuestionReading,
): string | null {
	const [first] = dates;
	const end = dates.at(-1)?.end;
	if (!first || end === undefined || !before.dates?.length) return null;
	return replaceStretches(last.text, before.dates, typed.text.slice(first.start, end));
}
