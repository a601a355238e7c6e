import type { StopWords } from "../language/words/index-terms.ts";
import { namesAnything } from "./names-anything.ts";
import type { QuestionReading } from "./read-question.ts";

/** Initials and names in capitals (US, WHO) may be written like words of grammar. */
const capitals = /\p{Lu}\P{L}?\p{Lu}/u;

/**
 * Whether nothing is asked beyond what filters say: words of grammar ("the", "what about"), of asking and of
 * reporting ("what did he say") stand in the text and nothing else.
 */
export function asksNothing(
	text: string,
	{ topicText, filters, persons, outlets = [] }: QuestionReading,
	stopWords: StopWords,
): boolean {
	if (!namesAnything(text, stopWords)) return true;
	const isRead = Object.values(filters).some(Boolean) || persons.length + outlets.length > 0;
	return topicText === "" && !isRead && !capitals.test(text);
}
