import { tokens } from "../../language/text/tokens.ts";
import { isPlain, questionTypes } from "../question-types.ts";
import type { QuestionReading } from "../read-question.ts";
import { exchangedText } from "./exchanged-text.ts";
import { LastQuestion } from "./last-question.ts";
import { textOf, wholeName } from "./named-in-turn.ts";
import { articleBefore, asNamed } from "./replace-words.ts";
import { isOfNobody, type Joined, type Turn, topicIn, without } from "./turn.ts";

/** "Who denied it?": the last question without who speaks, and without his act where another is asked for. */
export function whoDidIt(turn: Turn): Joined | null {
	const { reading, question, filters, last } = turn;
	if (reading.type !== "who") return null;
	const kept = question.withoutSpeaker(filters.stance !== last.stance);
	const written = topicIn(turn);
	return { text: written && !kept.includes(written) ? `${kept} ${written}` : kept, filters };
}

/** Accused, they deny: who was spoken of now speaks. */
export function accusedAnswers(turn: Turn): Joined | null {
	const { question, filters, last, named } = turn;
	const { target } = question;
	if (filters.stance !== "denies" || last.by !== undefined || !named.pronoun) return null;
	if (named.topic.length > 0 || !target) return null;
	return { text: question.text, filters: { ...filters, by: target } };
}

/** "Who denied it? And the company?": whether the company does so too. */
export function doneBy(turn: Turn): Joined | null {
	const { reading, named, question, filters } = turn;
	const [person] = reading.persons;
	const { act } = question;
	if (!isOfNobody(turn) || question.asks !== "who" || filters.stance) return null;
	if (!named.lead.found || !person || !act) return null;
	const text = question.withoutSpeaker(false);
	return { text, filters: { ...filters, by: person.name, stance: act } };
}

/** Somebody is named in the place of whom the last one was narrowed to, or behind a question of nobody's words. */
export function saidAbout(turn: Turn): Joined | null {
	const { reading, named, last, question, spoken, words } = turn;
	const { matter } = question;
	if (!matter) return null;
	const filters = without(turn.filters, "by");
	const ask = (speaker: string) => words.wording.saying(reading.language, speaker, matter);
	const { speaker } = named;
	if (last.by !== undefined)
		return speaker && !knownName(reading)
			? { text: ask(speakerIn(turn)), filters, command: "ask" }
			: null;
	// Who is named behind somebody's act is asked what he says, where no list has his own.
	if (filters.stance && !turn.act && speaker && !knownName(reading) && !spoken)
		return { text: ask(speakerIn(turn)), filters: without(filters, "stance"), command: "ask" };
	if (spoken || filters.stance || question.asks === "topic") return null;
	const [person] = reading.persons;
	// What he says in an article about it is on it, though it be not named there.
	if (speaker && person)
		return { text: matter, filters: { ...filters, by: person.name }, command: "claims" };
	const other = speaker ? speakerIn(turn) : officeIn(turn);
	return other && exchanged(turn) === null ? { text: ask(other), filters } : null;
}

/** The last question with somebody else who speaks. */
export function saidByAnother(turn: Turn): Joined | null {
	const { reading, named, last, question, words } = turn;
	const { speaker } = named;
	if (!speaker) return null;
	const other = last.by === undefined ? question.withSpeaker(speaker, speakerIn(turn)) : null;
	const known = other === null ? knownName(reading) : undefined;
	const by = known === reading.filters.by ? known : (reading.persons[0]?.name ?? speaker);
	const filters =
		other !== null ? without(turn.filters, "by") : known ? { ...turn.filters, by } : turn.filters;
	// Nobody of that name speaks: as words it may still be found.
	const whole = other ?? (known ? question.text : `${question.text} ${speaker}`);
	const written = topicIn(turn);
	const text = written ? new LastQuestion(whole, reading, words).withTopic(written) : whole;
	return { text, filters };
}

/** The last question with what is named in the place of the same kind of thing. */
export function exchanged({
	text,
	reading: { stretches },
	named: { pronoun, says, lead },
	question,
}: Turn): string | null {
	return pronoun || says ? null : exchangedText({ text, stretches }, question, lead.to);
}

/** Whoever is named, with the article that he is typed with. */
function speakerIn({ text, named: { speaker = "" } }: Turn): string {
	return `${articleBefore(text, text.indexOf(speaker))}${speaker}`;
}

/** An office or a body that is named alone: and the mayor? Its article stands with it. */
function officeIn({ text, named: { lead, topic }, question, words }: Turn): string | undefined {
	const mayBeAsked = isPlain(question.asks) || questionTypes[question.asks].wants === "reason";
	const [first] = topic;
	if (!lead.found || !mayBeAsked || question.asksLatest || !first) return undefined;
	if (!topic.every((word) => words.isSpeaker(word.text))) return undefined;
	const own = wholeName(topic, tokens(text), lead.to, text);
	return `${articleBefore(text, own[0]?.start ?? 0)}${asNamed(textOf(text, own))}`;
}

/** Who or which country is named, where the corpus or the lists know the name. */
function knownName({ filters, persons, places }: QuestionReading): string | undefined {
	return filters.by ?? persons[0]?.name ?? places[0];
}
