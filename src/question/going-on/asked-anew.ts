import { isPlain, questionTypes } from "../question-types.ts";
import { askedOf, askedWords } from "./other-readings.ts";
import { replaceStretches } from "./replace-words.ts";
import { isOfNobody, type Joined, type Turn } from "./turn.ts";

/** A question word of its own (why? and how many came?), about what the last question was about. */
export function askedAnew(turn: Turn): Joined | null {
	const { named, filters } = turn;
	if (named.cues.side || (!isOfNobody(turn) && named.topic.length > 0)) return null;
	const text = textAnew(turn);
	if (text === null) return null;
	// A day is asked for by the question's own verb: no list of days has it.
	return { text, filters, ...(named.topic.length > 0 ? { command: "ask" } : {}) };
}

/** Null where it asks as the last one does, or for somebody's words. */
function textAnew(turn: Turn): string | null {
	const { reading, named, question, told } = turn;
	const { type } = reading;
	if (isPlain(type) || type === "who" || named.speaker !== undefined || named.says) return null;
	const { start } = named.lead;
	const asked = askedWords(turn);
	if (named.topic.length === 0) {
		// When it was is told by the days of the last answer.
		const isBare = !named.pronoun && questionTypes[type].wants !== "day" && type !== "yes_no";
		if (!isBare || (reading.dates ?? []).length > 0) return null;
		if (!question.matter) return told ? askedOf(turn, told.quote) : null;
		return `${asked} ${question.whole}`;
	}
	const meant = named.pronoun && question.meantByPronoun;
	if (named.pronoun && meant) {
		const own = { start: named.pronoun.start - start, end: named.pronoun.end - start };
		return replaceStretches(asked, [own], meant);
	}
	return `${asked} ${question.setting}`.trim();
}
