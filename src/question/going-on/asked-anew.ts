import { isPlain, type QuestionType, questionTypes } from "../question-types.ts";
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
function textAnew({ text, reading, named, question }: Turn): string | null {
	const { type } = reading;
	if (isPlain(type) || type === "who" || named.speaker !== undefined || named.says) return null;
	const { start } = named.lead;
	const asked = text.slice(start).replace(/[?؟\s]+$/u, "");
	if (named.topic.length === 0) {
		// When it was is told by the days of the last answer.
		const isBare = !named.pronoun && !isOfAmountOrDay(type) && type !== "yes_no";
		return isBare && (reading.dates ?? []).length === 0 && question.matter
			? `${asked} ${question.whole}`
			: null;
	}
	const { subject } = question.stretches ?? {};
	if (named.pronoun && subject) {
		const { start: from, end } = named.pronoun;
		const own = { start: from - start, end: end - start };
		return replaceStretches(asked, [own], question.text.slice(subject.start, subject.end));
	}
	return `${asked} ${question.setting}`.trim();
}

function isOfAmountOrDay(type: QuestionType): boolean {
	const { wants } = questionTypes[type];
	return wants === "number" || wants === "day";
}
