import type { Request } from "../domain/answer.ts";
import type { Act } from "../domain/sets/acts.ts";
import type { Filters } from "../domain/sets/filters.ts";
import { filtersOf } from "../domain/sets/filters.ts";
import type { Language } from "../domain/sets/languages.ts";
import { isArabic, type Token, tokens } from "../language/text/tokens.ts";
import { withoutConjunction } from "../language/words/arabic-clitics.ts";
import { FollowUpVocabulary, type FollowUpWords } from "./follow-up-words.ts";
import { LastQuestion } from "./last-question.ts";
import { questionTypes } from "./question-types.ts";
import type { QuestionReading } from "./read-question.ts";
import { asNamed, replaceStretches } from "./replace-words.ts";
import { sideOfDays } from "./sides-of-days.ts";

export type { FollowUpWords } from "./follow-up-words.ts";

/** Content words that a question may add to what it goes on from: more are a question of their own. */
const mostAdded = 3;
/** A speaker in so few words, without a lead, still goes on: «ويلين؟», «والأوكرانيين شو قالوا». */
const fewWords = 4;

/** What a typed question names, in its own words. */
type Named = {
	lead: { to: number; found: boolean };
	cues: ReturnType<FollowUpVocabulary["cues"]>;
	/** Whoever is asked to have said something, instead of the last one. */
	speaker: string | undefined;
	/** An outlet that the answer is narrowed to. */
	outlet: string | undefined;
	/** What is asked about. */
	topic: readonly Token[];
	/** The topic stands behind a word that says so. */
	isAbout: boolean;
	/** It speaks of somebody by a pronoun, or by the verb alone. */
	pronoun: Token | undefined;
	refers: boolean;
	says: boolean;
};

/** What was asked before, whether somebody speaks in it, and who does in its answer. */
type Conversation = {
	last: Request;
	filters: Filters;
	spoken: boolean;
	told: string | undefined;
};

/** Tells a question that goes on from the last one from a new one, and joins the two. */
export class FollowUps {
	readonly #words: FollowUpVocabulary;

	constructor(words: FollowUpWords) {
		this.#words = new FollowUpVocabulary(words);
	}

	/** Asks to begin anew, and nothing else. */
	isReset(text: string): boolean {
		const words = tokens(text).map((token) => token.text);
		const lead = this.#words.leadOf(words).to;
		const hit = this.#words.reset.at(words, lead);
		return hit !== undefined && words.slice(hit.to).every((word) => this.#words.isEmpty(word));
	}

	/** It asks of somebody whom it does not name: what did she say. */
	pointsBack(text: string, { sayer = [], filters, persons, type }: QuestionReading): boolean {
		if (sayer.length > 0 || filters.by || persons.length > 0 || type === "who") return false;
		const words = tokens(text).map((token) => token.text);
		const says = words.some(
			(word) =>
				isArabic(word) && !this.#words.isStop(word) && this.#words.isEmpty(word) && word.length > 2,
		);
		return says || words.some((word) => this.#words.subjects.has(word));
	}

	/** "Not the embassy, the company": what is meant instead, as a question that goes on. */
	corrected(text: string): string {
		const all = tokens(text);
		const hit = this.#words.corrects.at(
			all.map((token) => token.text),
			0,
		);
		const comma = text.search(/[,،]/u);
		const first = all[hit?.to ?? 0];
		if (!hit || !first || comma < first.end) return text;
		return `${text.slice(0, all[0]?.start)}${hit.value} ${text.slice(comma + 1).trim()}`;
	}

	/**
	 * The request that `typed` makes where it goes on from `last`, with what it leaves unsaid taken
	 * from there, but for the language; null where it is a question of its own. `reading` is of the
	 * typed text, `before` of the last one's, where what it names is to be replaced; `told`: who speaks
	 * first in its answer, where the typed one asks of somebody by a pronoun.
	 */
	join(
		typed: Request,
		reading: QuestionReading,
		last: Request,
		before?: QuestionReading,
		told?: string,
	): Request | null {
		const taken = this.#takenBack(typed, last);
		if (taken) return taken;
		const question = before && new LastQuestion(last.text, before, this.#words);
		const spoken = last.by !== undefined || (question?.speaker.size ?? 0) > 0;
		const stated = spoken || last.stance !== undefined || before?.filters.act !== undefined;
		const named = this.#named(typed, reading, stated);
		if (!this.#goesOn(named, reading, tokens(typed.text).length)) return null;
		const { cues, topic } = named;
		const act = reading.filters.act ?? cues.act ?? this.#repliedAct(typed, reading, last, before);
		const filters = this.#filters(last, reading, named, act);
		const [person] = reading.persons;
		if (!question && named.speaker) filters.by = person?.name ?? named.speaker;
		const text = question
			? this.#text(typed, reading, named, question, { last, filters, spoken, told })
			: [last.text, textOf(typed.text, topic)].filter(Boolean).join(" ");
		return {
			...filtersOf(filters),
			...filtersOf(typed),
			command: commandOf(last, reading, act),
			text,
			...languageOf(cues.language ?? typed.language),
			limit: last.limit,
			offset: 0,
		};
	}

	#named(typed: Request, reading: QuestionReading, stated: boolean): Named {
		const all = tokens(typed.text);
		const words = all.map(({ text }) => text);
		const lead = this.#words.leadOf(words);
		const known = [...reading.persons, ...(reading.outlets ?? [])];
		const isJoined = withoutConjunction(words[0] ?? "", known.length > 0 ? 2 : 3) !== words[0];
		if (isJoined && words.length <= fewWords)
			lead.found ||= known.length > 0 || reading.places.length > 0;
		const cues = this.#words.cues(words, lead.to);
		const topicWords = new Set(tokens(reading.topicText).map(({ text }) => text));
		const saying = new Set(reading.sayer ?? []);
		const content = all.filter(
			({ text }, at) =>
				at >= lead.to &&
				(topicWords.has(text) || saying.has(text)) &&
				!cues.used.has(at) &&
				!this.#isDated(all[at], reading) &&
				(!this.#words.isEmpty(text) || isAny(known, text)),
		);
		const isAbout = content[0] !== undefined && this.#isAboutAt(all, content[0], lead.to);
		const sayers = content.filter(({ text }) => saying.has(text));
		const rest = content.filter((token) => !sayers.includes(token));
		const place = reading.filters.by && !isAbout ? reading.places : [];
		const own =
			sayers.length > 0 || isAbout
				? sayers
				: rest.every(({ text }) => isAny(known, text)) ||
						(rest.every(({ text }) => reading.places.includes(text)) &&
							(stated || place.length > 0)) ||
						(stated && rest.some(({ text }) => this.#words.isSpeaker(text))) ||
						(stated &&
							rest.every(({ start }) => /^\p{Lu}/u.test(typed.text.slice(start, start + 2))))
					? rest
					: [];
		const isOutlet =
			sayers.length === 0 &&
			words.some((word) => this.#words.isOnly(word)) &&
			own.length > 0 &&
			own.every(({ text }) => isAny(reading.outlets ?? [], text));
		const isSpeaker = own.length > 0 && (lead.found || sayers.length > 0 || isJoined);
		const name = isSpeaker ? asNamed(textOf(typed.text, own)) : undefined;
		const pronoun = all.find(({ text }) => this.#words.subjects.has(text));
		return {
			...{ lead, cues, pronoun, isAbout },
			speaker: isOutlet ? undefined : name,
			outlet: isOutlet ? reading.outlets?.[0]?.name : undefined,
			topic: content.filter((token) => !isSpeaker || !own.includes(token)),
			refers: words.some((word) => this.#words.refers(word)),
			says: isSaying(reading, words, this.#words),
		};
	}

	/** Who answers an accusation denies it. */
	#repliedAct(
		typed: Request,
		{ type }: QuestionReading,
		last: Request,
		before: QuestionReading | undefined,
	): Act | undefined {
		const charged = last.stance ?? before?.filters.act;
		const replies = tokens(typed.text).some(({ text }) => this.#words.isReply(text));
		return type === "who" && replies && charged === "accuses" ? "denies" : undefined;
	}

	#isDated(token: Token | undefined, { dates = [] }: QuestionReading): boolean {
		return dates.some(({ start, end }) => token && token.start < end && token.end > start);
	}

	/** Behind its own preposition: the one of "what about" says nothing. */
	#isAboutAt(all: readonly Token[], first: Token, lead: number): boolean {
		const at = all.indexOf(first);
		return at > lead && this.#words.isAbout(all[at - 1]?.text ?? "");
	}

	#goesOn(
		{ lead, refers, speaker, topic }: Named,
		reading: QuestionReading,
		length: number,
	): boolean {
		if (speaker && topic.length > 0 && !lead.found && !refers) return false;
		if (topic.length === 0) return true;
		// "How many ships?" counts something else of the same.
		const counts = reading.type === "how_many" && topic.length === 1 && length <= fewWords;
		return (lead.found || refers || counts) && topic.length <= mostAdded;
	}

	/** The last question's text with what the typed one names in the place of what it named. */
	#text(
		typed: Request,
		reading: QuestionReading,
		{ speaker, topic, pronoun, lead, says, cues, isAbout }: Named,
		question: LastQuestion,
		{ last, filters, spoken, told }: Conversation,
	): string {
		const written = textOf(typed.text, topic);
		// Accused, they deny: who was spoken of now speaks.
		if (filters.stance === "denies" && last.by === undefined && pronoun && topic.length === 0) {
			const { target } = question;
			if (target) filters.by = target;
			return question.text;
		}
		if (reading.type === "who") {
			const kept = question.withoutSpeaker(filters.stance !== last.stance);
			return written && !kept.includes(written) ? `${kept} ${written}` : kept;
		}
		const dated = cues.side ? null : question.withDays(typed.text, reading);
		if (dated !== null) {
			delete filters.from;
			delete filters.to;
		}
		if (speaker) {
			const other = last.by === undefined ? question.withSpeaker(speaker) : null;
			const by = knownName(reading);
			if (other !== null) delete filters.by;
			else if (by)
				filters.by = by === reading.filters.by ? by : (reading.persons[0]?.name ?? speaker);
			// Nobody of that name speaks: as words it may still be found.
			const whole = other ?? (by ? question.text : `${question.text} ${speaker}`);
			return written ? new LastQuestion(whole, reading, this.#words).withTopic(written) : whole;
		}
		const meant = question.person ?? told;
		if ((pronoun || says) && !spoken && meant) filters.by = meant;
		if (!written) return dated ?? question.text;
		if (reading.type === "how_many") {
			const counted = question.withThing(written);
			if (counted) return counted;
		}
		const goesOn = spoken ? lead.found || pronoun || says : says && (pronoun || isAbout);
		if (!goesOn) return `${question.text} ${written}`;
		if (!spoken) {
			delete filters.stance;
			return asNamed(typed.text);
		}
		if (says && !reading.filters.act) {
			delete filters.stance;
			// A fresh way of asking: only who speaks is kept.
			const name = question.speakerText;
			if (pronoun && name) return replaceStretches(typed.text, [pronoun], name);
		}
		return question.withTopic(written);
	}

	/** "Without Reuters", "any outlet again": the last request with less of what it was narrowed to. */
	#takenBack(typed: Request, last: Request): Request | null {
		const words = tokens(typed.text).map((token) => token.text);
		const lead = this.#words.leadOf(words).to;
		const any = this.#words.whatever.at(words, lead);
		const hit = this.#words.without.at(words, lead) ?? any;
		if (!hit) return null;
		const rest = words
			.slice(hit.to)
			.filter((word) => this.#words.limitOf(word) || !this.#words.isEmpty(word));
		const filters = Object.entries(filtersOf(last));
		if (rest.length === 0 || filters.length === 0) return null;
		const limits = rest.map((word) => this.#words.limitOf(word));
		if (any === hit && !limits.every(Boolean)) return null;
		const dated = limits.includes("days") && limits.every(Boolean);
		const { from, to, ...undated } = filtersOf(last);
		const left = Object.keys(dated ? undated : { ...undated, from, to });
		const isLifted = (key: string) =>
			!left.includes(key) ||
			(limits.every(Boolean) && limits.some((limit) => limit === "all" || limit === key));
		const kept = filters.filter(([key, value]) => {
			const own = tokens(String(value)).map((token) => token.text);
			return !isLifted(key) && !own.some((word) => rest.includes(word));
		});
		if (kept.length === filters.length) return null;
		const { command, text, language, limit } = last;
		return { ...Object.fromEntries(kept), command, text, language, limit, offset: 0 };
	}

	#filters(
		last: Request,
		{ filters, type, days }: QuestionReading,
		{ cues, outlet }: Named,
		act: Act | undefined,
	): Filters {
		const { from, to } = last;
		const out = filtersOf(last);
		// "Who denied it?" asks for another speaker than the last one.
		if (type === "who") delete out.by;
		const printed = outlet ?? filters.outlet;
		if (printed) out.outlet = printed;
		if (act) out.stance = act;
		if (days) Object.assign(out, sideOfDays(days, cues.side, { from, to }));
		return out;
	}
}

/** Who or which country is named, where the corpus or the lists know the name. */
function knownName({ filters, persons, places }: QuestionReading): string | undefined {
	return filters.by ?? persons[0]?.name ?? places[0];
}

function isAny(names: readonly { words: readonly string[] }[], word: string): boolean {
	return names.some(({ words }) => words.includes(word));
}

/** It asks by a word of saying, and names no way of it. */
function isSaying(
	{ filters, topicText }: QuestionReading,
	words: readonly string[],
	known: FollowUpVocabulary,
): boolean {
	const topic = new Set(tokens(topicText).map(({ text }) => text));
	return (
		!filters.act &&
		words.some((word) => !topic.has(word) && !known.isStop(word) && known.isEmpty(word))
	);
}

/** These tokens as they stand in the text, from the first to the last. */
function textOf(text: string, own: readonly Token[]): string {
	const [first, last] = [own[0], own.at(-1)];
	return first && last ? text.slice(first.start, last.end) : "";
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
