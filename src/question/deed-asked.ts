import type { NameWords } from "../identity/name-data.ts";
import { isArabic } from "../language/text/tokens.ts";
import { isDefinite } from "../language/words/arabic-clitics.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import type { WordRun } from "./names-asked.ts";
import { type QuestionType, type QuestionTypeRow, questionTypes } from "./question-types.ts";
import { headOf, type QuestionWords } from "./question-words.ts";

/** What a question asks about having been done: its folded words. */
export type DeedAsked = {
	verb: string;
	/** The name of whoever is asked to have done it; none where he is asked for, or has no name. */
	doer?: readonly string[];
	/** The other names. */
	others: readonly OtherAsked[];
	/** What the doer is from then on is asked about: it means nothing without its verb. */
	becomes: boolean;
	/** It is asked what was, not what is planned. */
	past: boolean;
};

/** A name's words; `from`: the deed leads away from it. */
export type OtherAsked = { name: readonly string[]; from: boolean };

/** A question as it was read so far: its folded words, and the names in them from left to right. */
export type NamedWords = {
	words: readonly string[];
	type: QuestionType;
	/** It asks for what lies ahead, as far as its words tell. */
	future: boolean;
	names: readonly WordRun[];
};

/**
 * The verb that a question asks about, who did it and which other names stand with it; undefined where
 * no verb can be told. English: "did DOER verb OTHERS", "was OTHER verbed", "who verbs OTHERS"; Arabic:
 * the verb before its doer, or behind it as it is spoken.
 */
export function deedAsked(
	asked: NamedWords,
	known: QuestionWords,
	data: NameWords,
): DeedAsked | undefined {
	const { words, type, names } = asked;
	const row: QuestionTypeRow = questionTypes[type];
	if (!row.deed) return undefined;
	const arabic = words.some(isArabic);
	const found = arabic ? arabicVerb(asked, known, data) : englishVerb(asked, known, data);
	const verb = found && (words[found.at] ?? "");
	if (!found || !verb || known.bareDeeds.has(verb)) return undefined;
	const { doer } = found;
	// What is counted may be told by any word: ships at anchor, anchored ships.
	if (type === "how_many" && !doer) return undefined;
	// Behind "before" and "after" stands another deed, behind "according to" who tells of it.
	const ends = [...known.sides.find(words), ...known.sources.find(words)]
		.map(({ from }) => from)
		.filter((from) => from > found.at);
	const end = Math.min(words.length, ...ends);
	return {
		verb,
		...(doer ? { doer: words.slice(doer.from, doer.to) } : {}),
		others: names
			.filter((name) => name !== doer && name.from !== found.at && name.from < end)
			.map(({ from, to }) => ({
				name: words.slice(from, to),
				from: known.away.at(words, from - 1) !== undefined,
			})),
		becomes: known.becomes.has(verb),
		past: !asked.future && (arabic || words.some((word) => known.past.has(word))),
	};
}

type Verb = { at: number; doer?: WordRun | undefined };

function englishVerb(
	{ words, type, names }: NamedWords,
	{ helps, copulas }: QuestionWords,
	data: NameWords,
): Verb | undefined {
	const help = words.findIndex((word) => helps.has(word) || copulas.has(word));
	if (help < 0) return type === "who" && isVerb(words[1], data) ? { at: 1 } : undefined;
	const passive = copulas.has(words[help] ?? "");
	const nameAt = (at: number) => names.find(({ from, to }) => at >= from && at < to);
	const isEmpty = (at: number) => isStopWord(words[at] ?? "", data.stopWords) && !nameAt(at);
	let start = help + 1;
	while (start < words.length && isEmpty(start)) start++;
	const first = nameAt(start)?.to ?? start + 1;
	let end = first;
	while (end < words.length && !isEmpty(end) && !nameAt(end)) end++;
	const run = Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);
	if (passive) {
		const at = run.find((each) => isParticiple(words[each], data));
		return at === undefined ? undefined : { at };
	}
	const verbs = run.filter((each) => isVerb(words[each], data));
	// Of "send rescue teams" the word that is nothing but a verb.
	const at = verbs.find((each) => !isNoun(words[each], data)) ?? verbs.at(-1);
	if (at === undefined) return undefined;
	return { at, doer: names.findLast(({ from, to }) => from >= start && to <= at) };
}

/** Words of a title may stand between an Arabic verb and the name of whoever does it. */
const titleReach = 4;

function arabicVerb(
	{ words, names, type }: NamedWords,
	known: QuestionWords,
	data: NameWords,
): Verb | undefined {
	const head = headOf(words, known);
	const free = names.filter(({ governed }) => !governed);
	const before = free.find((name) => name.from === head && name.known);
	// It stands at the head, behind who does it, or behind what is counted: كم جنديا أرسلت.
	const at = before?.to ?? (type === "how_many" ? head + 1 : head);
	const word = words[at] ?? "";
	if (!isVerb(word, data)) return undefined;
	// Whoever does it is asked for there: to whom it is done stands behind the verb.
	if (type === "who") return { at };
	const isTitle = (from: number) =>
		words.slice(at + 1, from).every((each, n, all) => {
			// Behind the court the warrant is no title of whoever comes next.
			const isNext = !isDefinite(each) && isDefinite(all[n - 1] ?? "");
			return !isNext && known.notSpeaker.at([each], 0) === undefined;
		});
	const behind = free.find(({ from }) => from > at && from - at <= titleReach && isTitle(from));
	if (type === "how_many" && isNoun(word, data)) return undefined;
	return { at, doer: before ?? behind };
}

function isVerb(word: string | undefined, data: NameWords): boolean {
	return hasKind(word, "v", data);
}

function isNoun(word: string | undefined, data: NameWords): boolean {
	return hasKind(word, "n", data);
}

/** Founded, built, born: by its ending, where it is a verb's form. */
function isParticiple(word: string | undefined, data: NameWords): boolean {
	return word !== undefined && /[dnt]$/.test(word) && isVerb(word, data);
}

function hasKind(word: string | undefined, kind: string, { lexicon }: NameWords): boolean {
	if (!word) return false;
	const entries = lexicon.match([word], 0)?.entries ?? [];
	// Arabic verbs are listed in two of their many forms, and what begins with an article is seldom one.
	const isFree = isArabic(word) && !isDefinite(word);
	const isListed = isDefinite(word) || (!isFree && entries.some(({ exact }) => exact));
	return entries.some(
		({ entry, exact }) => (exact || !isListed) && lexicon.entry(entry).pos === kind,
	);
}
