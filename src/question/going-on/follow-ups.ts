import type { Request } from "../../domain/answer.ts";
import type { Act } from "../../domain/sets/acts.ts";
import { type Filters, filtersOf } from "../../domain/sets/filters.ts";
import { tokens } from "../../language/text/tokens.ts";
import { isPlain, questionTypes } from "../question-types.ts";
import type { QuestionReading } from "../read-question.ts";
import { sideOfDays } from "../sides-of-days.ts";
import { corrected } from "./corrected.ts";
import { LastQuestion } from "./last-question.ts";
import { chosenLanguage, leftOut } from "./left-out.ts";
import {
	goesOn,
	isOfItsOwn,
	type Named,
	namedIn,
	pointsBack,
	pointsOn,
	textOf,
} from "./named-in-turn.ts";
import type { Step } from "./steps.ts";
import { takenBack } from "./taken-back.ts";
import type { Joined, Told } from "./turn.ts";
import { FollowUpVocabulary, type FollowUpWords } from "./vocabulary.ts";
import { writtenQuestions } from "./written-question.ts";

export type { FollowUpWords } from "./vocabulary.ts";

/** `unsure`, `article`: as of `Joined`. */
type Reading = { request: Request; unsure: boolean; article?: string | undefined };

/** The one that is meant where nobody looks what the articles answer; null of none. */
export function likeliest(all: readonly Reading[]): Request | null {
	return (all.find(({ unsure }) => !unsure) ?? all[0])?.request ?? null;
}

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

	/** What it says of the conversation, where it says nothing else; null for anything else. */
	stepIn(text: string): Step | null {
		const words = tokens(text).map((token) => token.text);
		const hit = this.#words.steps.at(words, this.#words.leadOf(words).to);
		const rest = words.slice(hit?.to);
		const isAll = rest.every((word) => this.#words.isEmpty(word) || this.#words.isPolite(word));
		return hit && isAll ? hit.value : null;
	}

	givesReason(text: string): boolean {
		return this.#words.givesReason(text);
	}

	/** It asks of somebody whom it does not name: what did she say. */
	pointsBack(text: string, reading: QuestionReading): boolean {
		return pointsBack(text, reading, this.#words);
	}

	/**
	 * It leaves unsaid what it is about: it points at something, adds to it, or names neither a topic nor
	 * who is asked of. "What did China deny?" stands by itself where nobody has asked anything before.
	 */
	leavesUnsaid(text: string, reading: QuestionReading): boolean {
		const named = namedIn(text, reading, false, this.#words);
		if (!goesOn(named, reading, tokens(text).length)) return false;
		const isNaming = named.speaker !== undefined || (reading.sayer ?? []).length > 0;
		return named.refers || named.lead.found || !isNaming;
	}

	/** What is meant instead, of the year that `last` asks of, as a question that goes on; anything else as it is. */
	corrected(text: string, last?: Request): string {
		return corrected(text, last, this.#words);
	}

	/**
	 * By whom what was said is asked for its day: `undefined` for whoever said it first in the answer, and
	 * null where the day of no statement is asked.
	 */
	dayAsked(
		text: string,
		reading: QuestionReading,
		last: Request,
		before: QuestionReading,
	): string | undefined | null {
		const named = namedIn(text, reading, true, this.#words);
		const { type, filters, persons } = reading;
		if (
			questionTypes[type].wants !== "day" ||
			named.topic.length > 0 ||
			(reading.dates ?? []).length > 0
		)
			return null;
		const isStated =
			last.by !== undefined ||
			last.stance !== undefined ||
			last.command === "claims" ||
			before.filters.act !== undefined ||
			new LastQuestion(last.text, before, this.#words).speaker.size > 0;
		const isBare = !named.refers && named.speaker === undefined && !named.says;
		if (!(isBare ? isStated : named.says && (named.refers || isStated))) return null;
		return filters.by ?? persons[0]?.name ?? named.speaker;
	}

	/** A question word and nothing else: why? It asks further about what was answered. */
	asksFurther(text: string, reading: QuestionReading): boolean {
		const { topic, speaker, says } = namedIn(text, reading, true, this.#words);
		const asks = !isPlain(reading.type) && reading.type !== "who";
		return asks && topic.length === 0 && speaker === undefined && !says;
	}

	/** Why, and nothing else. */
	asksWhy(text: string, reading: QuestionReading): boolean {
		return this.asksFurther(text, reading) && questionTypes[reading.type].wants === "reason";
	}

	/** Somebody or something else is named: and the minister? what about wages? */
	namesAnother(text: string, reading: QuestionReading): boolean {
		const { topic, speaker } = namedIn(text, reading, true, this.#words);
		return isPlain(reading.type) && (topic.length > 0 || speaker !== undefined);
	}

	/**
	 * The request that `typed` makes where it goes on from `last`, with what it leaves unsaid taken
	 * from there, but for the language; null where it is a question of its own. `reading` is of the
	 * typed text, `before` of the last one's, where what it names is to be replaced; `told`: who speaks
	 * first in its answer, and his words.
	 */
	join(
		typed: Request,
		reading: QuestionReading,
		last: Request,
		before?: QuestionReading,
		told?: Told,
	): Request | null {
		return likeliest(this.readings(typed, reading, last, before, told));
	}

	/**
	 * Every request that it may make, the likeliest first; none where it is a question of its own.
	 * `unsure`: meant only where the articles answer it; `article`: rather one that is answered, where
	 * this one's answer is not of that article.
	 */
	readings(
		typed: Request,
		reading: QuestionReading,
		last: Request,
		before?: QuestionReading,
		told?: Told,
	): Reading[] {
		const words = this.#words;
		const { text } = typed;
		const question = before && new LastQuestion(last.text, before, words);
		const limited =
			takenBack(text, last, words) ??
			leftOut(text, reading, last, question, words) ??
			chosenLanguage(text, last, words);
		if (limited) return [{ request: limited, unsure: false }];
		if (isOfItsOwn(text, reading, last, words)) return [];
		const spoken = last.by !== undefined || (question?.speaker.size ?? 0) > 0;
		const stated = spoken || last.stance !== undefined || before?.filters.act !== undefined;
		const named = namedIn(text, reading, stated, words);
		const goes = goesOn(named, reading, tokens(text).length) || pointsOn(text, reading, words);
		if (!goes) return [];
		const act =
			reading.filters.act ?? named.cues.act ?? this.#repliedAct(typed, reading, last, before);
		const filters = filtersWith(last, reading, named, act);
		const all: Joined[] = question
			? writtenQuestions({
					...{ text, reading, named, last, question, spoken, told, filters, words },
					act,
				})
			: [addedText(typed, reading, named, last, filters)];
		const language = named.cues.language ?? typed.language;
		return all.map((joined) => ({
			unsure: joined.unsure ?? false,
			article: joined.article,
			request: {
				...filtersOf(joined.filters),
				...filtersOf(typed),
				command: joined.command ?? commandOf(last, reading, act),
				text: joined.text,
				...(language ? { language } : {}),
				limit: last.limit,
				offset: 0,
			},
		}));
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
}

/** Where nothing is known of the last question but its text: what is asked about is added to it. */
function addedText(
	typed: Request,
	{ persons }: QuestionReading,
	{ speaker, topic }: Named,
	last: Request,
	filters: Filters,
): { text: string; filters: Filters } {
	const by = speaker && (persons[0]?.name ?? speaker);
	return {
		text: [last.text, textOf(typed.text, topic)].filter(Boolean).join(" "),
		filters: by ? { ...filters, by } : filters,
	};
}

/** What the last question was narrowed to, with what the typed one narrows it to instead. */
function filtersWith(
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

function commandOf(last: Request, { type, filters }: QuestionReading, act: Act | undefined) {
	if (act) return "claims" as const;
	const { asks } = questionTypes[type];
	// A day in the question is no longer what it asks for.
	if (asks === "timeline" && filters.from) return last.command;
	return asks ?? last.command;
}
