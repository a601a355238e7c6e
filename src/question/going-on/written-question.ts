import type { Request } from "../../domain/answer.ts";
import type { Filters } from "../../domain/sets/filters.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { isPlain } from "../question-types.ts";
import type { QuestionReading } from "../read-question.ts";
import { askedAnew, type Typed } from "./asked-anew.ts";
import {
	type Conversation,
	doneBy,
	exchanged,
	type Joined,
	knownName,
	saidAbout,
} from "./asked-of-others.ts";
import { LastQuestion } from "./last-question.ts";
import { type Named, textOf } from "./named-in-turn.ts";
import { asNamed, replaceStretches } from "./replace-words.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/**
 * The last question's text with what the typed one names in the place of what it named, and `filters`
 * with what that leaves of them.
 */
export function joinedText(
	{ text: typed }: Request,
	reading: QuestionReading,
	named: Named,
	conversation: Conversation,
	filters: Filters,
	words: FollowUpVocabulary,
): Joined {
	const { speaker, topic, pronoun, lead, says, cues } = named;
	const { last, question, spoken, told } = conversation;
	const follow = { text: typed, reading, named };
	const out = { ...filters };
	const joined = (text: string) => ({ text, filters: out });
	const written = textOf(typed, topic);
	if (reading.type === "who") {
		const kept = question.withoutSpeaker(out.stance !== last.stance);
		return joined(written && !kept.includes(written) ? `${kept} ${written}` : kept);
	}
	// Accused, they deny: who was spoken of now speaks.
	const { target } = question;
	if (out.stance === "denies" && last.by === undefined && pronoun && !written && target) {
		out.by = target;
		return joined(question.text);
	}
	const isOfNobody = !spoken && last.by === undefined;
	const counted =
		reading.type === "how_many" && isOfNobody && written ? question.withThing(written) : null;
	if (counted) return joined(counted);
	if (!cues.side && (isOfNobody || topic.length === 0)) {
		const anew = askedAnew(follow, question);
		// A day is asked for by the question's own verb: no list of days has it.
		if (anew !== null) return { ...joined(anew), ...(topic.length > 0 ? { command: "ask" } : {}) };
	}
	const doing = doneBy(follow, conversation, out);
	if (doing) return doing;
	const dated = cues.side ? null : question.withDays(typed, reading);
	if (dated !== null) {
		delete out.from;
		delete out.to;
	}
	// "What about the tax?" asks as the last one did.
	const asksAnew = reading.type !== "topic" && !(lead.found && isPlain(reading.type));
	const isBare = !asksAnew && isOfNobody;
	const instead = isBare ? question.withPerson(typed, reading) : null;
	if (instead !== null && !written) return joined(instead);
	const said = saidAbout(follow, conversation, out, words);
	if (said) return said;
	if (speaker) return joined(saidByAnother(speaker, follow, conversation, out, words));
	const meant = question.person ?? told;
	if ((pronoun || says) && !spoken && meant) out.by = meant;
	const isThing =
		lead.found &&
		topic.length === 1 &&
		question.countsFirst &&
		(reading.stretches?.behind ?? []).length === 0;
	if (isThing && isArabic(written)) {
		const thing = question.withThing(asNamed(written));
		if (thing) return joined(thing);
	}
	const alike = isBare ? exchanged(follow, question) : null;
	if (alike !== null) return joined(alike);
	if (!written) return joined(dated ?? question.text);
	if (reading.type === "how_many" || isThing) {
		const thing = question.withThing(asNamed(written));
		if (thing) return joined(thing);
	}
	return joined(goneOn(follow, conversation, out));
}

/** The last question with somebody else who speaks. Changes `out`: by whom. */
function saidByAnother(
	speaker: string,
	{ text: typed, reading, named }: Typed,
	{ last, question }: Conversation,
	out: Filters,
	words: FollowUpVocabulary,
): string {
	const other = last.by === undefined ? question.withSpeaker(speaker) : null;
	const known = knownName(reading);
	if (other !== null) delete out.by;
	else if (known)
		out.by = known === reading.filters.by ? known : (reading.persons[0]?.name ?? speaker);
	// Nobody of that name speaks: as words it may still be found.
	const whole = other ?? (known ? question.text : `${question.text} ${speaker}`);
	const written = textOf(typed, named.topic);
	return written ? new LastQuestion(whole, reading, words).withTopic(written) : whole;
}

/** The last question with what is typed in the place of its topic, or behind it. Changes `out`: how it is said. */
function goneOn(
	{ text: typed, reading, named }: Typed,
	{ question, spoken }: Conversation,
	out: Filters,
): string {
	const { topic, pronoun, lead, says, isAbout } = named;
	const written = textOf(typed, topic);
	const goesOn = spoken ? lead.found || pronoun || says : says && (pronoun || isAbout);
	if (!goesOn) return `${question.text} ${written}`;
	if (!spoken) {
		delete out.stance;
		return asNamed(typed);
	}
	if (says && !reading.filters.act) {
		delete out.stance;
		// A fresh way of asking: only who speaks is kept.
		const name = question.speakerText;
		if (pronoun && name) return replaceStretches(typed, [pronoun], name);
	}
	return question.withTopic(written);
}
