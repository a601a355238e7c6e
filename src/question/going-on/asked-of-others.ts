import type { Command, Request } from "../../domain/answer.ts";
import type { Filters } from "../../domain/sets/filters.ts";
import { tokens } from "../../language/text/tokens.ts";
import { isEnglishArticle } from "../../language/words/stem-english.ts";
import { isPlain, questionTypes } from "../question-types.ts";
import type { QuestionReading } from "../read-question.ts";
import type { Typed } from "./asked-anew.ts";
import { exchangedText } from "./exchanged-text.ts";
import type { LastQuestion } from "./last-question.ts";
import { textOf } from "./named-in-turn.ts";
import { asNamed } from "./replace-words.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/** What was asked before, whether somebody speaks in it, and who does in its answer. */
export type Conversation = {
	last: Request;
	question: LastQuestion;
	spoken: boolean;
	told: string | undefined;
};

/** `command`: by which it is asked, where the words of the two alone do not tell. */
export type Joined = { text: string; filters: Filters; command?: Command };

/** "Who denied it? And the company?": whether the company does so too. Null where it is not asked. */
export function doneBy(
	{ reading: { persons }, named: { lead } }: Typed,
	{ last, question, spoken }: Conversation,
	filters: Filters,
): Joined | null {
	const [person] = persons;
	const { act } = question;
	if (spoken || last.by !== undefined || question.asks !== "who" || filters.stance) return null;
	if (!lead.found || !person || !act) return null;
	return {
		text: question.withoutSpeaker(false),
		filters: { ...filters, by: person.name, stance: act },
	};
}

/**
 * Somebody is named behind a question of nobody's words, or in the place of whom the last one was narrowed to:
 * what he says about it is asked. Null where nobody is, and where nothing is left that he may speak about.
 */
export function saidAbout(
	typed: Typed,
	{ last, question, spoken }: Conversation,
	filters: Filters,
	words: FollowUpVocabulary,
): Joined | null {
	const { reading, named } = typed;
	const { by, ...others } = filters;
	const { matter } = question;
	if (!matter) return null;
	const ask = (speaker: string) => words.saying(reading.language, speaker, matter);
	const { speaker } = named;
	if (last.by !== undefined)
		return speaker && !knownName(reading)
			? { text: ask(speaker), filters: others, command: "ask" }
			: null;
	if (spoken || filters.stance || question.asks === "topic") return null;
	const [person] = reading.persons;
	// What he says in an article about it is on it, though it be not named there.
	if (speaker && person)
		return { text: matter, filters: { ...filters, by: person.name }, command: "claims" };
	const other = speaker ?? officeIn(typed, question, words);
	if (!other || exchanged(typed, question) !== null) return null;
	return { text: ask(other), filters: others };
}

/** An office or a body that is named alone: and the mayor? Its article stands with it. */
function officeIn(
	{ text, named: { lead, topic } }: Typed,
	question: LastQuestion,
	words: FollowUpVocabulary,
): string | undefined {
	const mayBeAsked = isPlain(question.asks) || questionTypes[question.asks].wants === "reason";
	const [first] = topic;
	if (!lead.found || !mayBeAsked || !first) return undefined;
	if (!topic.every((word) => words.isSpeaker(word.text))) return undefined;
	const before = tokens(text).findLast(({ end }) => end <= first.start);
	const article = before && isEnglishArticle(before.text) ? `${before.text} ` : "";
	return `${article}${asNamed(textOf(text, topic))}`;
}

/** The last question with what is named in the place of the same kind of thing. */
export function exchanged(
	{ text, reading: { stretches }, named: { pronoun, says, lead } }: Typed,
	question: LastQuestion,
): string | null {
	return pronoun || says ? null : exchangedText({ text, stretches }, question, lead.to);
}

/** Who or which country is named, where the corpus or the lists know the name. */
export function knownName({ filters, persons, places }: QuestionReading): string | undefined {
	return filters.by ?? persons[0]?.name ?? places[0];
}
