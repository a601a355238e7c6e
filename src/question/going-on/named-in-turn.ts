import { isArabic, languageOf, type Token, tokens } from "../../language/text/tokens.ts";
import { isDefinite, withoutConjunction } from "../../language/words/arabic-clitics.ts";
import { isPlain } from "../question-types.ts";
import type { QuestionReading } from "../read-question.ts";
import { asNamed } from "./replace-words.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/** A speaker in so few words, without a lead, still goes on: «ويلين؟», «والأوكرانيين شو قالوا». */
const fewWords = 4;
/** Content words that a question may add to what it goes on from: more are a question of their own. */
const mostAdded = 3;

/** What a typed question names, in its own words. */
export type Named = {
	/** How many of its words only say that it goes on; `start`: where the others begin, in UTF-16 units. */
	lead: { to: number; found: boolean; start: number };
	cues: ReturnType<FollowUpVocabulary["cues"]>;
	/** Whoever is asked to have said something, instead of the last one. */
	speaker: string | undefined;
	/** An outlet that the answer is narrowed to. */
	outlet: string | undefined;
	/** What is asked about. */
	topic: readonly Token[];
	/** The topic stands behind a word that says so. */
	isAbout: boolean;
	/** It speaks of somebody by a pronoun, or by the verb alone. */
	pronoun: Token | undefined;
	refers: boolean;
	says: boolean;
};

/** `stated`: the last question is of what somebody says, whom another one may be named instead of. */
export function namedIn(
	text: string,
	reading: QuestionReading,
	stated: boolean,
	words: FollowUpVocabulary,
): Named {
	const all = tokens(text);
	const folded = all.map((token) => token.text);
	const known = [...reading.persons, ...(reading.outlets ?? [])];
	const { to, found } = words.leadOf(folded);
	const isJoined = withoutConjunction(folded[0] ?? "", known.length > 0 ? 2 : 3) !== folded[0];
	const isShort = isJoined && folded.length <= fewWords;
	// «والجرحى؟»: a noun by itself can only be about what was asked.
	const isNoun = folded.length === 1 && isDefinite(withoutConjunction(folded[0] ?? "", 3));
	const isOfLast = known.length > 0 || reading.places.length > 0 || isNoun;
	const lead = { to, found: found || (isShort && isOfLast), start: all[to]?.start ?? 0 };
	const cues = words.cues(folded, to);
	const topicWords = new Set(tokens(reading.topicText).map((token) => token.text));
	const sayer = new Set(reading.sayer);
	const content = all.filter(
		(token, at) =>
			at >= to &&
			(topicWords.has(token.text) || sayer.has(token.text)) &&
			!cues.used.has(at) &&
			!isDated(token, reading) &&
			(!words.isEmpty(token.text) || isAny(known, token.text)),
	);
	const isAbout = content[0] !== undefined && isAboutAt(all, content[0], to, words);
	const [first] = content;
	const isInside = first !== undefined && words.isInside(all[all.indexOf(first) - 1]?.text ?? "");
	const sayers = content.filter((token) => sayer.has(token.text));
	// «بس عن رويترز»: what an outlet tells, and not what is told of it.
	const isOutlet =
		content.length > 0 &&
		sayers.length === 0 &&
		folded.some((word) => words.isOnly(word)) &&
		content.every((token) => isAny(reading.outlets ?? [], token.text));
	const isSaid = !isAbout && !isInside && isWhole(content, text, reading, stated, words);
	const own = isOutlet || (sayers.length === 0 && isSaid) ? content : sayers;
	const isSpeaker = own.length > 0 && (lead.found || sayers.length > 0 || isJoined);
	return {
		...{ lead, cues, isAbout },
		speaker:
			isSpeaker && !isOutlet ? asNamed(textOf(text, wholeName(own, all, to, text))) : undefined,
		outlet: isOutlet ? reading.outlets?.[0]?.name : undefined,
		topic: content.filter((token) => !isSpeaker || !own.includes(token)),
		pronoun: all.find((token) => words.subjects.has(token.text)),
		refers: folded.some((word) => words.refers(word)),
		says: !reading.filters.act && folded.some((word) => !topicWords.has(word) && asks(word, words)),
	};
}

/** Whether a question that names this goes on from the last one. `length`: its words. */
export function goesOn(
	{ lead, refers, speaker, topic }: Named,
	{ type }: QuestionReading,
	length: number,
): boolean {
	if (speaker && topic.length > 0 && !lead.found && !refers) return false;
	if (topic.length === 0) return true;
	// "How many ships?" counts something else of the same.
	const counts = type === "how_many" && topic.length === 1 && length <= fewWords;
	return (lead.found || refers || counts) && topic.length <= mostAdded;
}

/** It asks of somebody whom it does not name: what did she say. */
export function pointsBack(
	text: string,
	{ sayer = [], filters, persons, type }: QuestionReading,
	words: FollowUpVocabulary,
): boolean {
	if (sayer.length > 0 || filters.by || persons.length > 0 || type === "who") return false;
	return tokens(text).some(
		({ text: word }) =>
			words.subjects.has(word) || (isArabic(word) && word.length > 2 && asks(word, words)),
	);
}

/** Somebody's words are asked for in the other language than that of the last question, and nothing points back. */
export function isOfItsOwn(
	text: string,
	{ sayer = [], type, filters }: QuestionReading,
	last: { text: string },
	words: FollowUpVocabulary,
): boolean {
	const all = tokens(text).map((token) => token.text);
	if (!last.text || languageOf(text) === languageOf(last.text)) return false;
	const isWhole =
		type !== "topic" && type !== "who" && (sayer.length > 0 || filters.by !== undefined);
	return isWhole && !words.leadOf(all).found && !all.some((word) => words.refers(word));
}

/** It goes on by its verb alone, whose form tells that somebody was spoken of: شو قالت عن التذاكر؟ */
export function pointsOn(
	text: string,
	reading: QuestionReading,
	words: FollowUpVocabulary,
): boolean {
	const isSaid = tokens(text).some(({ text: word }) => words.isSaid(word));
	const isPlainly = isPlain(reading.type) && isArabic(text);
	return isSaid && isPlainly && pointsBack(text, reading, words);
}

/** With the words in capitals before a name in capitals, whatever they mean by themselves: the State Department. */
export function wholeName(
	own: readonly Token[],
	all: readonly Token[],
	lead: number,
	text: string,
): readonly Token[] {
	const isCapital = ({ start }: Token) => /^\p{Lu}/u.test(text.slice(start, start + 2));
	const [first] = own;
	if (!first || !isCapital(first)) return own;
	const end = all.findIndex(({ start }) => start === first.start);
	let from = end;
	while (from > lead && isCapital(all[from - 1] ?? first)) from--;
	return [...all.slice(from, end), ...own];
}

/** These tokens as they stand in the text, from the first to the last. */
export function textOf(text: string, own: readonly Token[]): string {
	const [first, last] = [own[0], own.at(-1)];
	return first && last ? text.slice(first.start, last.end) : "";
}

/** Whether the content words together are a name of whoever may speak. */
function isWhole(
	content: readonly Token[],
	text: string,
	{ persons, outlets = [], places, filters }: QuestionReading,
	stated: boolean,
	words: FollowUpVocabulary,
): boolean {
	if (content.every((token) => isAny([...persons, ...outlets], token.text))) return true;
	if (content.every((token) => places.includes(token.text)) && (stated || filters.by)) return true;
	if (!stated) return false;
	return (
		content.some((token) => words.isSpeaker(token.text)) ||
		content.every(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2)))
	);
}

/** It tells of saying or asking, and of no topic. */
function asks(word: string, words: FollowUpVocabulary): boolean {
	return !words.isStop(word) && words.isEmpty(word);
}

/** Behind its own preposition: the one of "what about" says nothing. */
function isAboutAt(
	all: readonly Token[],
	first: Token,
	lead: number,
	words: FollowUpVocabulary,
): boolean {
	const at = all.indexOf(first);
	return at > lead && words.isAbout(all[at - 1]?.text ?? "");
}

function isDated(token: Token, { dates = [] }: QuestionReading): boolean {
	return dates.some(({ start, end }) => token.start < end && token.end > start);
}

function isAny(names: readonly { words: readonly string[] }[], word: string): boolean {
	return names.some(({ words }) => words.includes(word));
}
