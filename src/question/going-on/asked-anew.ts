import { isPlain, type QuestionType, questionTypes } from "../question-types.ts";
import type { QuestionReading } from "../read-question.ts";
import type { LastQuestion } from "./last-question.ts";
import type { Named } from "./named-in-turn.ts";
import { replaceStretches } from "./replace-words.ts";

/** What a question that goes on was typed as, and what it names. */
export type Typed = { text: string; reading: QuestionReading; named: Named };

/**
 * A question that asks by a word of its own (why? and how many came?), about what the last one was about.
 * Null where it asks as the last one does, or for somebody's words.
 */
export function askedAnew({ text, reading, named }: Typed, question: LastQuestion): string | null {
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
