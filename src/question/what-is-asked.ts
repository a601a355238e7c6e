import type { NameWords } from "../identity/name-data.ts";
import { isPlace } from "../identity/names-in-question.ts";
import { isArabic } from "../language/text/tokens.ts";
import { indefinite, withoutConjunction } from "../language/words/arabic-clitics.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import { type QuestionType, type QuestionTypeRow, questionTypes } from "./question-types.ts";
import type { QuestionWords } from "./question-words.ts";

/** What kind of answer these folded words ask for; `reports`: by a word of reporting. */
export function typeAsked(
	words: readonly string[],
	known: QuestionWords,
	reports: boolean,
): QuestionType {
	const type = typeOf(words, known, reports);
	const [first = "", ...others] = words;
	if (type !== "topic" || !isArabic(first)) return type;
	// «ومنو رد عليه؟»: the conjunction is written with the word that asks.
	return typeOf([withoutConjunction(first, 2), ...others], known, reports);
}

/** So many words stand before what only belongs to the topic. */
const farFromHead = 4;

function typeOf(words: readonly string[], known: QuestionWords, reports: boolean): QuestionType {
	for (const { type, phrases, first } of known.types) {
		const [hit] = first ? [phrases.at(words, 0)] : phrases.find(words);
		// What somebody says of the number of ships is no number.
		if (hit && type === "how_many" && reports && hit.from >= farFromHead) continue;
		if (hit) return mayAskAmount(type) && !reports && asksAmount(words, known) ? "how_many" : type;
	}
	return "topic";
}

function mayAskAmount(type: QuestionType): boolean {
	const row: QuestionTypeRow = questionTypes[type];
	return row.amount === true;
}

/** Near its head stands what is measured (ما الميزانية), or at its end behind an auxiliary (what will it cost). */
function asksAmount(
	words: readonly string[],
	{ amounts, auxiliaries, future }: QuestionWords,
): boolean {
	const [, second = ""] = words;
	const isAmount = (word: string) => amounts.has(indefinite(word));
	const helped = auxiliaries.has(second) || future.at(words, 1) !== undefined;
	return words.slice(1, 4).some(isAmount) || (helped && isAmount(words.at(-1) ?? ""));
}

/** The word behind "which", where it has content; what is measured, where a number is asked for. */
export function thingOf(
	words: readonly string[],
	type: QuestionType,
	{ which, amounts }: QuestionWords,
	data: NameWords,
): string | undefined {
	const [hit] = which.find(words);
	if (!hit && questionTypes[type].wants === "number")
		return words.find((word) => amounts.has(indefinite(word)));
	// Which Chinese companies: a people before the thing is not the thing.
	let at = hit?.to ?? 0;
	while (hit && at < words.length - 1 && isPlace(words[at] ?? "", data)) at++;
	const word = hit && words[at];
	return word === undefined || isStopWord(word, data.stopWords) ? undefined : word;
}

/** English says so by a word, Arabic by one or by the form of the verb behind the first word. */
export function isFuture(
	words: readonly string[],
	{ future }: QuestionWords,
	beginnings: readonly string[],
): boolean {
	if (future.find(words).length > 0) return true;
	const verb = words[1] ?? "";
	return verb.length > 3 && beginnings.some((beginning) => verb.startsWith(beginning));
}
