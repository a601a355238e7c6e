import type { Request } from "../../domain/answer.ts";
import { type Filters, filtersOf, namesIn } from "../../domain/sets/filters.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import { isEnglishArticle } from "../../language/words/stem-english.ts";
import type { QuestionReading } from "../read-question.ts";
import type { LastQuestion } from "./last-question.ts";
import { textOf } from "./named-in-turn.ts";
import { asNamed } from "./replace-words.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/** Words of a name that is left out, at most: more are a question of their own. */
const longestName = 5;

/**
 * "Without Reuters", "not the minister": the last request with an outlet or a speaker left out. Null
 * where the text names none to leave out.
 */
export function leftOut(
	text: string,
	reading: QuestionReading,
	last: Request,
	question: LastQuestion | undefined,
	words: FollowUpVocabulary,
): Request | null {
	const all = tokens(text);
	const typed = all.map((token) => token.text);
	const hit = words.without.at(typed, words.leadOf(typed).to);
	const rest = all
		.slice(hit?.to)
		.filter((token) => !isEnglishArticle(token.text) && !words.isPolite(token.text));
	if (!hit || rest.length === 0 || rest.length > longestName) return null;
	const names = namesOf(text, rest, reading, words);
	if (names.length === 0) return null;
	const left = [...new Set([...namesIn(last.without ?? ""), ...names])].join(", ");
	return narrowed(last, question?.withoutName(rest), { without: left });
}

/** "Only the Arabic ones": the last request within articles of that language. Null where none is chosen. */
export function chosenLanguage(
	text: string,
	last: Request,
	words: FollowUpVocabulary,
): Request | null {
	const typed = tokens(text).map((token) => token.text);
	const chosen = words.articlesIn(typed);
	return chosen ? narrowed(last, undefined, { written: chosen }) : null;
}

function narrowed(last: Request, text: string | undefined, more: Filters): Request {
	const { command, language, limit } = last;
	return {
		...filtersOf(last),
		...more,
		...{ command, text: text ?? last.text, language, limit, offset: 0 },
	};
}

/** The outlets and persons that the tokens name, or the name that they are as a whole. */
function namesOf(
	text: string,
	rest: readonly Token[],
	{ persons, outlets = [], places }: QuestionReading,
	words: FollowUpVocabulary,
): string[] {
	// "Holt" is the person before she is Holt's Journal: a name that is typed whole goes first.
	const isTypedWhole = ({ name, words: own }: { name: string; words: readonly string[] }) =>
		own.length >= tokens(name).length;
	const known = [
		...outlets.filter(isTypedWhole),
		...persons,
		...outlets.filter((outlet) => !isTypedWhole(outlet)),
	];
	const isKnown = ({ text: word }: Token) => known.some((name) => name.words.includes(word));
	const isNamed = (token: Token) =>
		isKnown(token) || places.includes(token.text) || /^\p{Lu}/u.test(text.slice(token.start));
	if (rest.some(isKnown) && rest.every((token) => isNamed(token) || words.isStop(token.text))) {
		// Of two names for the same words (a paper, and whoever speaks for it) one is enough.
		const first = known.filter(
			(name, n) =>
				!known.slice(0, n).some((other) => other.words.some((w) => name.words.includes(w))),
		);
		return first.map(({ name }) => name);
	}
	const isOne = rest.every(isNamed) || rest.some((token) => words.isSpeaker(token.text));
	return isOne ? [asNamed(textOf(text, rest))] : [];
}
