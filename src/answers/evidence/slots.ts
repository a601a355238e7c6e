import type { Span } from "../../domain/article.ts";
import { partAt } from "../../domain/passage-place.ts";
import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { isArabic, tokens } from "../../language/text/tokens.ts";
import { isPlain, questionTypes } from "../../question/question-types.ts";
import { noMarks, type SentenceMarks } from "../../question/sentence-marks.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { textOf } from "../items/cite.ts";
import { givesReason } from "./best-sentence.ts";
import { placesOf, sentencesOf, type TermSentence } from "./term-words.ts";

/** What is asked for, and whether a sentence of a passage gives it. */
export type Slots = {
	filled: number;
	noNumber: number;
	uncounted: number;
	noDay: number;
	noName: number;
	nameFar: number;
	noReason: number;
};

export function slotsOf(
	hit: PassageHit,
	sentence: TermSentence,
	words: readonly AskedWord[],
	findings: Findings,
): Slots {
	const { reading } = findings;
	const { wants } = questionTypes[reading.type];
	const thing = reading.thing
		? words.find(({ word }) => word.split(" ").includes(reading.thing ?? ""))
		: undefined;
	const named = reading.named || wants === "name";
	const noNumber = wants === "number" && !hasNumber(hit, sentence, findings);
	const uncounted =
		wants === "number" && thing !== undefined && !isCounted(thing, sentence, findings);
	const noDay = wants === "day" && !hasDay(hit, sentence, findings);
	const noName = named && !hasName(hit, sentence, findings);
	const reason = wants === "reason" && hasReason(hit, sentence, findings);
	const isOneOf = reading.named || (isPlain(reading.type) && thing !== undefined);
	const asks = (wants !== null && wants !== "reason") || named;
	return {
		filled: flag(reason || (asks && !noNumber && !uncounted && !noDay && !noName)),
		noNumber: flag(noNumber),
		uncounted: flag(uncounted),
		noDay: flag(noDay),
		noName: flag(noName),
		nameFar: flag(isOneOf && !hasNameBeside(thing, sentence, hit, findings)),
		noReason: flag(wants === "reason" && !reason && !hasReasonAnywhere(hit, findings)),
	};
}

function flag(holds: boolean): number {
	return holds ? 1 : 0;
}

/** Whether the passage gives any number that is no year's: without one it answers no "how many". */
export function givesNumber(hit: PassageHit, { reading, names, library }: Findings): boolean {
	if (library.figures(hit).length > 0) return true;
	return tokens(textOf(hit, reading.language)).some(({ text }) => names.isCount(text));
}

/** In the sentence, or in the one behind it: turnout rose; the clerk attributed that to the mail. */
function hasReason(hit: PassageHit, sentence: TermSentence, { reading, marks }: Findings): boolean {
	const all = sentencesOf(hit, reading.language);
	const at = all.findIndex(({ from }) => from === sentence.from);
	return all.slice(Math.max(0, at), at + 2).some((each) => givesReason(each, marks));
}

/** In any sentence of the passage. */
function hasReasonAnywhere(hit: PassageHit, { reading, marks }: Findings): boolean {
	return sentencesOf(hit, reading.language).some((each) => givesReason(each, marks));
}

/** One that the question does not give itself. */
function hasNumber(hit: PassageHit, sentence: TermSentence, findings: Findings): boolean {
	const { request, names, library } = findings;
	const asked = new Set(tokens(request.text).map((token) => token.text));
	if (sentence.words.some(({ text }) => names.isCount(text) && !asked.has(text))) return true;
	return library.figures(hit).some(({ source }) => isInside(source, hit, sentence));
}

/** False for a paraphrase, which has no place inside the line. */
function isInside(
	place: Span,
	{ passage }: PassageHit,
	{ from, to }: Pick<TermSentence, "from" | "to">,
): boolean {
	const part = partAt(passage, place);
	return part !== null && part.from < to && part.to > from;
}

/** A number stands near the word for what is counted. */
function isCounted(
	{ ways, held }: AskedWord,
	{ words }: TermSentence,
	{ names, reading, marks = noMarks }: Findings,
): boolean {
	if (!ways) return held >= thresholds.sure;
	const sure = ways.filter(({ weight }) => weight >= thresholds.sure);
	const akin = ways.filter(({ weight }) => weight >= thresholds.akin);
	const terms = words.map(({ term }) => term);
	const first = terms.findIndex((term) => sure.some((way) => way.terms.includes(term)));
	return words.some((token, at) => {
		if (!names.isCount(token.text)) return false;
		// The death toll of the storm, which came at night, rose to nine: behind the number stands nothing else.
		if (first >= 0 && at > first && endsAmount(at, words, reading, marks)) return true;
		const near = terms.slice(
			Math.max(0, at - thresholds.countReach),
			at + thresholds.countReach + 1,
		);
		return (
			sure.some((way) => way.terms.some((term) => near.includes(term))) ||
			akin.some(({ terms: [one, ...more] }) =>
				more.length > 0
					? near.includes(one ?? "") && more.every((term) => near.includes(term))
					: one === terms[behindScales(at, words, marks)],
			)
		);
	});
}

/** Where what a number counts stands: right behind it, or behind "thousand". */
function behindScales(at: number, words: TermSentence["words"], { scales }: SentenceMarks): number {
	let to = at + 1;
	while (scales.at([words[to]?.text ?? ""], 0)) to++;
	return to;
}

/** Behind a number stands no thing that it counts, but for what it is of: to nine, to 240 million crowns in May. */
function endsAmount(
	at: number,
	words: TermSentence["words"],
	{ measured }: Findings["reading"],
	marks: SentenceMarks,
): boolean {
	let to = measured ? behindScales(at, words, marks) : at + 1;
	// Where no things are counted, what stands behind "million" is its unit.
	if (to > at + 1 && !endsPhrase(words[to]?.text, marks)) to++;
	return endsPhrase(words[to]?.text, marks);
}

function endsPhrase(word: string | undefined, { governs }: SentenceMarks): boolean {
	return !word || governs.at([word], 0) !== undefined;
}

/** Digits, or an event of the timeline. */
function hasDay(hit: PassageHit, sentence: TermSentence, { library }: Findings): boolean {
	if (sentence.words.some(({ text }) => /\p{Nd}/u.test(text))) return true;
	return library
		.events(hit)
		.some(({ event: { source } }) => source.start === null || isInside(source, hit, sentence));
}

/** Near the words of the question: one that is no ordinary word, and that the question did not give. */
function hasName(
	hit: PassageHit,
	{ from, words }: TermSentence,
	{ names, reading }: Findings,
): boolean {
	const { matched } = hit;
	const text = textOf(hit, reading.language);
	const near = (at: number) =>
		words
			.slice(Math.max(0, at - thresholds.nameReach), at + thresholds.nameReach + 1)
			.some((word) => matched.has(word.text));
	return words.some(({ text: word, start }, at) => {
		if (word.length < 3 || matched.has(word) || /\p{Nd}/u.test(word) || !near(at)) return false;
		if (isArabic(word)) return names.isUnlisted(word);
		return start > from && /^\p{Lu}/u.test(text.slice(start, start + 2));
	});
}

/** A name that the question does not give stands near the word for the thing that is asked for; anywhere, where none is. */
function hasNameBeside(
	thing: AskedWord | undefined,
	{ from, words }: TermSentence,
	hit: PassageHit,
	{ names, reading, request }: Findings,
): boolean {
	const asked = new Set(tokens(request.text).map((token) => token.text));
	const text = textOf(hit, reading.language);
	const isName = (word: TermSentence["words"][number]) => {
		if (asked.has(word.text) || word.text.length < 3) return false;
		if (isArabic(word.text)) return names.isUnlisted(word.text) || names.isListedName(word.text);
		return word.start > from && /^\p{Lu}/u.test(text.slice(word.start, word.start + 2));
	};
	const found = words.flatMap((word, at) => (isName(word) ? [at] : []));
	if (!thing) return found.length > 0;
	return placesOf(words, thing, thresholds.akin).some((at) =>
		found.some((to) => Math.abs(to - at) <= thresholds.nameReach),
	);
}
