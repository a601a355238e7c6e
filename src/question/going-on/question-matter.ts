import { type Token, tokens } from "../../language/text/tokens.ts";
import { isEnglishArticle } from "../../language/words/stem-english.ts";
import type { QuestionReading } from "../read-question.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/** What a question is about, in its own words, without those that ask or tell of saying. */
export type Matter = {
	/** Without who speaks, and without persons where anything else is left. */
	alone: string;
	/** With who speaks, and with whomever it names. */
	whole: string;
	/** Persons, places and what stands behind its prepositions: where it is set; all of it where there are none. */
	setting: string;
};

/** `speaker`: its folded words for whoever speaks. */
export function matterOf(
	text: string,
	{ topicText, persons, stretches }: QuestionReading,
	speaker: ReadonlySet<string>,
	words: FollowUpVocabulary,
): Matter {
	const all = tokens(text);
	const topic = new Set(tokens(topicText).map((token) => token.text));
	const named = new Set(persons.flatMap((person) => person.words));
	const written = (own: readonly Token[]) => boundText(text, all, own, words);
	const content = all.filter(
		(token) =>
			topic.has(token.text) &&
			!speaker.has(token.text) &&
			!words.isEmpty(token.text) &&
			!isEnglishArticle(token.text),
	);
	const things = content.filter((token) => !named.has(token.text));
	const alone = things.length > 0 ? things : content;
	const whole = all.filter(
		(token) => speaker.has(token.text) || named.has(token.text) || alone.includes(token),
	);
	const { places = [], behind = [] } = stretches ?? {};
	const set = content.filter(
		({ text: word, start }) =>
			named.has(word) ||
			[...places, ...behind].some((each) => start >= each.start && start < each.end),
	);
	return {
		alone: written(alone),
		whole: written(whole),
		setting: written(set.length > 0 ? set : alone),
	};
}

/** These tokens, with what binds one to the next where nothing else stands between: weapons to Russia. */
function boundText(
	text: string,
	all: readonly Token[],
	own: readonly Token[],
	words: FollowUpVocabulary,
): string {
	let out = "";
	let before: Token | undefined;
	for (const token of own) {
		const from = before?.end ?? token.start;
		const between = all.filter(({ start, end }) => start >= from && end <= token.start);
		const isBound = between.every((each) => words.binds(each.text));
		out +=
			before === undefined || isBound
				? text.slice(from, token.end)
				: ` ${text.slice(token.start, token.end)}`;
		before = token;
	}
	return out;
}
