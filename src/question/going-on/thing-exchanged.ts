import { isArabic, tokens } from "../../language/text/tokens.ts";
import { isPlain } from "../question-types.ts";
import { exchanged } from "./asked-of-others.ts";
import { asNamed } from "./replace-words.ts";
import { isOfNobody, type Joined, type Turn, topicIn } from "./turn.ts";

/** "How many ferries? And how many buses?": another thing that is counted. */
export function countedInstead(turn: Turn): Joined | null {
	const { reading, named, question, filters } = turn;
	const written = topicIn(turn);
	if (reading.type !== "how_many" || !isOfNobody(turn) || !written) return null;
	// A verb of its own asks anew: «والوزارة كم بتدفع؟»
	if (tokens(written).length > named.topic.length) return null;
	const text = question.withThing(written);
	return text === null ? null : { text, filters };
}

/** Another person in the place of the only one that the last question names. */
export function personInstead(turn: Turn): Joined | null {
	const { text: typed, reading, question, filters, named } = turn;
	if (!isBare(turn) || named.topic.length > 0) return null;
	const text = question.withPerson(typed, reading);
	return text === null ? null : { text, filters };
}

/** «كم قتيلا؟ والجرحى؟»: a thing by itself for the thing that was counted. */
export function thingInstead(turn: Turn): Joined | null {
	const { question, filters } = turn;
	const written = topicIn(turn);
	if (!isThing(turn) || !isArabic(written)) return null;
	const text = question.withThing(asNamed(written));
	return text === null ? null : { text, filters };
}

/** A place for a place, what stands behind a preposition for what stood behind it, a thing for the thing. */
export function alikeInstead(turn: Turn): Joined | null {
	const text = isBare(turn) && turn.named.topic.length > 0 ? exchanged(turn) : null;
	return text === null ? null : { text, filters: turn.filters };
}

/** Another thing in the place of the one that was counted, where it is asked by a word that counts. */
export function otherThing(turn: Turn): Joined | null {
	const { reading, question, filters } = turn;
	const written = topicIn(turn);
	if (!written || (reading.type !== "how_many" && !isThing(turn))) return null;
	const text = question.withThing(asNamed(written));
	return text === null ? null : { text, filters };
}

/** It asks as the last question did, of nobody's words: what about the tax? */
function isBare(turn: Turn): boolean {
	const { reading, named } = turn;
	const asksAnew = reading.type !== "topic" && !(named.lead.found && isPlain(reading.type));
	return !asksAnew && isOfNobody(turn);
}

function isThing({ reading, named: { lead, topic }, question }: Turn): boolean {
	const isAlone = (reading.stretches?.behind ?? []).length === 0;
	return lead.found && topic.length === 1 && question.countsFirst && isAlone;
}
