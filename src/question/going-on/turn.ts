import type { Command, Request } from "../../domain/answer.ts";
import type { Act } from "../../domain/sets/acts.ts";
import type { Filters } from "../../domain/sets/filters.ts";
import type { QuestionReading } from "../read-question.ts";
import type { LastQuestion } from "./last-question.ts";
import { type Named, textOf } from "./named-in-turn.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/** What was answered first: who speaks in it, its words, what stands around them. */
export type Told = {
	speaker?: string | undefined;
	quote: string;
	context?: string | undefined;
	/** Its article's id. */
	article?: string | undefined;
};

/** What is typed behind a question, taken apart, and what stood in the same places before. */
export type Turn = {
	text: string;
	/** The same as a question of its own. */
	reading: QuestionReading;
	/** Who is asked of, of what, by which pronoun. */
	named: Named;
	last: Request;
	/** What of the last question may be replaced. */
	question: LastQuestion;
	/** Somebody's words were asked for. */
	spoken: boolean;
	told: Told | undefined;
	/** What is done in saying it, where the turn names that. */
	act: Act | undefined;
	/** What the last question was narrowed to, with what this one narrows it to instead. */
	filters: Filters;
	words: FollowUpVocabulary;
};

/** `command`: by which it is asked, where the words of the two alone do not tell. */
export type Joined = {
	text: string;
	filters: Filters;
	command?: Command;
	/** Meant only where the articles answer it. */
	unsure?: true;
	/** Another reading that is answered goes before it, where its answer is not of this article. */
	article?: string | undefined;
};

/** One way to go on: the next question, or null where the turn asks for no such thing. */
export type Move = (turn: Turn) => Joined | null;

/** What it asks about, in its words. */
export function topicIn({ text, named }: Turn): string {
	return textOf(text, named.topic);
}

/** Nobody's words were asked for, by the question or by what it was narrowed to. */
export function isOfNobody({ spoken, last }: Turn): boolean {
	return !spoken && last.by === undefined;
}

export function without(filters: Filters, ...keys: (keyof Filters)[]): Filters {
	const out = { ...filters };
	for (const key of keys) delete out[key];
	return out;
}
