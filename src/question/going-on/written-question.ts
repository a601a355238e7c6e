import { filterKeys, filters } from "../../domain/sets/filters.ts";
import { askedAnew } from "./asked-anew.ts";
import { accusedAnswers, doneBy, saidAbout, saidByAnother, whoDidIt } from "./asked-of-others.ts";
import { allReadings } from "./other-readings.ts";
import { asNamed, replaceStretches } from "./replace-words.ts";
import {
	alikeInstead,
	countedInstead,
	otherThing,
	personInstead,
	thingInstead,
} from "./thing-exchanged.ts";
import { type Joined, type Move, type Turn, topicIn, without } from "./turn.ts";

const days = filterKeys.filter((key) => filters[key].takes === "day");

/** The ways to go on, the most particular first: the first that the turn is one of writes the next question. */
const asking: readonly Move[] = [whoDidIt, accusedAnswers, countedInstead, askedAnew, doneBy];
const ofOthers: readonly Move[] = [personInstead, saidAbout, saidByAnother];
const ofTheSame: readonly Move[] = [thingInstead, alikeInstead, narrowed, otherThing];

/**
 * The last question's text with what the turn names in the place of what it named, and what that leaves
 * of its filters; behind it other ways to read the same turn.
 */
export function writtenQuestions(turn: Turn): Joined[] {
	const dated = ofTypedDays(turn);
	const same = ofWhoeverSpoke(dated);
	const first =
		firstOf(asking, turn) ?? firstOf(ofOthers, dated) ?? firstOf(ofTheSame, same) ?? goneOn(same);
	return allReadings(turn, first);
}

function firstOf(moves: readonly Move[], turn: Turn): Joined | null {
	for (const move of moves) {
		const joined = move(turn);
		if (joined) return joined;
	}
	return null;
}

/** Days that take the place of those in the last question's words are no filter beside them. */
function ofTypedDays(turn: Turn): Turn {
	const isReplaced = withTypedDays(turn) !== null;
	return isReplaced ? { ...turn, filters: without(turn.filters, ...days) } : turn;
}

function withTypedDays({ text, reading, named, question }: Turn): string | null {
	return named.cues.side ? null : question.withDays(text, reading);
}

/** By a pronoun, or the verb alone, whoever was spoken of is asked. */
function ofWhoeverSpoke(turn: Turn): Turn {
	const { named, question, told, spoken, filters } = turn;
	const meant = question.person ?? told?.speaker;
	const isPointed = (named.pronoun || named.says) && !spoken;
	return isPointed && meant ? { ...turn, filters: { ...filters, by: meant } } : turn;
}

/** Nothing is named: the same question, within other limits. */
function narrowed(turn: Turn): Joined | null {
	if (topicIn(turn)) return null;
	return { text: withTypedDays(turn) ?? turn.question.text, filters: turn.filters };
}

/** The last question with what is typed in the place of its topic, or behind it. */
function goneOn(turn: Turn): Joined {
	const { text, reading, named, question, spoken, filters } = turn;
	const { pronoun, lead, says, isAbout } = named;
	const written = topicIn(turn);
	const goesOn = spoken ? lead.found || pronoun || says : says && (pronoun || isAbout);
	if (!goesOn) return { text: question.withMore(asNamed(written)), filters };
	if (!spoken) return { text: asNamed(text), filters: without(filters, "stance") };
	if (!says || reading.filters.act) return { text: question.withTopic(asNamed(written)), filters };
	// A fresh way of asking: only who speaks is kept.
	const name = question.speakerText;
	const own = pronoun && name ? replaceStretches(text, [pronoun], name) : null;
	return { text: own ?? question.withTopic(written), filters: without(filters, "stance") };
}
