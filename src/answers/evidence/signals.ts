import { isHeading, openingOf } from "../../domain/article.ts";
import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { noMarks } from "../../question/sentence-marks.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { besideTopicOf } from "./beside-topic.ts";
import { bestOf, scoredSentences } from "./best-sentence.ts";
import { aheadOfOthers, type HitContext, hitContext, inContext } from "./context.ts";
import { otherDeed } from "./deeds.ts";
import type { Evidence } from "./evidence.ts";
import { lackingOf } from "./lacking.ts";
import { sayingOf } from "./sayers.ts";
import { slotsOf } from "./slots.ts";
import { placesOf, sentencesOf, type TermSentence } from "./term-words.ts";

/** The evidence of one hit among the others of its question. */
export function evidenceOf(
	hit: PassageHit,
	findings: Findings,
	context: HitContext = hitContext(findings),
): Evidence {
	const { reading, names, marks = noMarks } = findings;
	const words = inContext(hit, context);
	const sentences = sentencesOf(hit, reading.language);
	const { sentence, held } = bestOf(scoredSentences(hit, findings)) ?? {
		sentence: { from: 0, to: 0, words: [] },
		held: hit.asked.map(({ held }) => held),
	};
	const sum = (of: (word: AskedWord, n: number) => number) =>
		words.reduce((all, word, n) => all + of(word, n), 0);
	const { unknown, best, sixth } = context;
	const mean = context.articles.get(hit.article)?.mean ?? [];
	const sameLanguage = hit.article.language === reading.language || hit.passage.paraphrase;
	const folded = sentence.words.map(({ text }) => text);
	const looksAhead =
		marks.ahead.find(folded).length > 0 || folded.some((word) => isFuture(word, names));
	const evenly = held.reduce((all, each) => all + each, 0) / Math.max(1, held.length);
	const saying = sayingOf(hit, sentences, findings);
	const gapHere = Math.max(0, ...hit.asked.map(({ share, held }) => share * (1 - held)));
	return {
		lead: hit.score / best,
		covered: Math.max(
			hit.coverage,
			sum(({ share, held }) => share * held),
		),
		together: sum(({ share }, n) => share * (held[n] ?? 0)),
		evenly,
		distinct: sum(({ share }, n) => share * (hit.asked[n]?.held ?? 0) * (1 - (mean[n] ?? 0))),
		beside: besideShare(hit.asked, sentences),
		follows: isHeading(hit.passage) ? 0 : followed(hit, context),
		opening: flag(hit.passage === openingOf(hit.article)),
		heading: flag(isHeading(hit.passage)),
		...besideTopicOf(hit, context),
		...slotsOf(hit, sentence, words, findings),
		...saying,
		otherDeed: otherDeed(hit, context, saying.disputed > 0),
		plans: flag(reading.future && looksAhead),
		ahead: flag(!reading.future && looksAhead),
		gap: Math.max(0, ...words.map(({ share, held }) => share * (1 - held))),
		gapHere,
		gapSame: sameLanguage ? gapHere : 0,
		lacks: sameLanguage ? 1 - evenly : 0,
		...lackingOf(hit, context, Boolean(sameLanguage)),
		unknown: sum(({ word, share }) => (unknown.has(word) ? share : 0)),
		unknownNames: sum(({ word, share }) =>
			unknown.has(word) && word.split(" ").every((one) => names.isUnlisted(one)) ? share : 0,
		),
		elsewhere: words.filter((word) => word.held < thresholds.held && isPlace(word, findings))
			.length,
		across: flag(!sameLanguage),
		standsOut: 1 - sixth / best,
		alone: aheadOfOthers(hit, context),
	};
}

function flag(holds: boolean): number {
	return holds ? 1 : 0;
}

/** Words that are neighbours in the question, by weight: what share of them stand near each other here. */
function besideShare(words: readonly AskedWord[], sentences: readonly TermSentence[]): number {
	let whole = 0;
	let near = 0;
	for (let n = 1; n < words.length; n++) {
		const [a, b] = [words[n - 1], words[n]];
		if (!a || !b) continue;
		const weight = Math.min(a.share, b.share);
		whole += weight;
		const found = sentences.some((sentence) => {
			const right = placesOf(sentence.words, b, thresholds.sure);
			return placesOf(sentence.words, a, thresholds.sure).some((at) =>
				right.some((to) => to !== at && Math.abs(to - at) <= thresholds.pairReach),
			);
		});
		if (found) near += weight;
	}
	return whole > 0 ? near / whole : 0;
}

/** Short, begins with a connective: what it answers may stand in the passage before it. */
function followed(hit: PassageHit, { findings, best, articles }: HitContext): number {
	const [first] = sentencesOf(hit, findings.reading.language);
	const words = first?.words.map(({ text }) => text) ?? [];
	if (
		hit.passage.text.length > thresholds.followerLength ||
		!(findings.marks ?? noMarks).connectives.at(words, 0)
	)
		return 0;
	const { passages } = hit.article;
	const before = passages[passages.indexOf(hit.passage) - 1];
	if (!before || !articles.has(hit.article)) return 0;
	return (findings.hits.find(({ passage }) => passage === before)?.score ?? 0) / best;
}

function isPlace({ word }: AskedWord, { reading }: Findings): boolean {
	return word.split(" ").some((part) => reading.places.includes(part));
}

/** An Arabic verb that is written with its mark of the future: سيزور, ستنسحب. */
function isFuture(word: string, names: Findings["names"]): boolean {
	return /^[وف]?س[يتن].{3,}/u.test(word) && names.isUnlisted(word);
}
