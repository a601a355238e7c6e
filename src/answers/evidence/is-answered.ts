import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { indefinite } from "../../language/words/arabic-clitics.ts";
import { questionTypes } from "../../question/question-types.ts";
import { noMarks } from "../../question/sentence-marks.ts";
import { type Findings, unknownWords } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { confidence, type Evidence } from "./evidence.ts";
import { evidenceOf } from "./signals.ts";
import { givesNumber } from "./slots.ts";
import { placesOf, sentencesOf } from "./term-words.ts";
import { weights } from "./weights.ts";

/** So many of the best hits may hold the answer. */
const looked = 3;

/**
 * Whether the corpus says what was asked. A question is answered where the evidence for one of the
 * best passages outweighs what speaks against it. `claims`, `timeline` and `search` take a topic of
 * a few words: enough of it must be there, and for claims the speaker must have said something.
 */
export function isAnswered(findings: Findings): boolean {
	const { hits, searched, command, about } = findings;
	// What whoever is asked for says in an article about the topic is on it.
	if (about) return true;
	if (!searched) return hits.length > 0;
	const best = hits.slice(0, looked);
	if (command === "ask")
		return (
			!isOnOtherTopics(findings) &&
			best.some(
				(hit) => mayAnswer(hit, findings) && confidence(evidenceIn(findings, hit), weights) > 0,
			)
		);
	const unknown = Math.min(3, unknownWords(findings).length) * thresholds.unknownWord;
	const enough = best.filter((hit) => hit.coverage >= thresholds.topicCoverage + unknown);
	return enough.length > 0 && (command !== "claims" || isSaid(enough, findings));
}

/** What is asked for can be the answer of this passage at all, whatever speaks for it. */
export function mayAnswer(hit: PassageHit, findings: Findings): boolean {
	const evidence = evidenceIn(findings, hit);
	if (!isSaidHere(hit, findings) || evidence.otherDeed >= 1) return false;
	if (questionTypes[findings.reading.type].wants !== "number") return true;
	return (
		givesNumber(hit, findings) &&
		!lacksProperty(hit, findings) &&
		!(evidence.uncounted > 0 && isUncountedHere(hit, findings))
	);
}

function evidenceIn(findings: Findings, hit: PassageHit): Evidence {
	return findings.evidence?.get(hit) ?? evidenceOf(hit, findings);
}

/** A salary, an age or the like is asked for, and nothing here is called so, or it is somebody else's. */
function lacksProperty(
	{ article, passage, asked }: PassageHit,
	{ reading: { thing, language }, marks = noMarks }: Findings,
): boolean {
	if (thing === undefined || !marks.properties.at([indefinite(thing)], 0)) return false;
	const isThing = ({ word }: AskedWord) => word.split(" ").includes(thing);
	const others = asked.filter((each) => !isThing(each));
	const sum = (of: (word: AskedWord) => number) => others.reduce((all, word) => all + of(word), 0);
	if (sum(({ share, held }) => share * held) < sum(({ share }) => share) / 2) return true;
	// In the other language it may have a name that no list knows.
	const isOwn = article.language === language || passage.paraphrase !== undefined;
	return isOwn && asked.some((each) => isThing(each) && each.held < thresholds.sure);
}

/** What is to be counted stands here by its own name, and no number beside it. */
function isUncountedHere(
	hit: PassageHit,
	{ reading: { thing, language }, marks = noMarks }: Findings,
): boolean {
	const { article, passage, asked } = hit;
	if (thing === undefined || marks.persons.at([thing], 0) || marks.shares.at([thing], 0))
		return false;
	if (article.language !== language && !passage.paraphrase) return false;
	// A line that is told in both languages may have the name in the other one alone.
	return asked.some(
		(each) =>
			each.word.split(" ").includes(thing) &&
			each.held >= thresholds.plainly &&
			(!each.ways ||
				sentencesOf(hit, language).some(
					({ words }) => placesOf(words, each, thresholds.sure).length > 0,
				)),
	);
}

/** Where somebody's words are asked for, his name or office must stand here whole. */
function isSaidHere(hit: PassageHit, findings: Findings): boolean {
	const { sayer = [] } = findings.reading;
	const own = findings.evidence?.get(hit);
	return sayer.length === 0 || !own || own.otherSayer < 0.5;
}

/** Whose words are asked for says something, and nothing of whoever or wherever he is asked about. */
function isOnOtherTopics({ hits, asked, reading, library }: Findings): boolean {
	const isHis = asked?.isHis;
	if (!isHis) return false;
	const { persons, places, sayer = [] } = reading;
	const whom = persons.flatMap(({ words }) => words).filter((word) => !sayer.includes(word));
	const named = whom.length > 0 ? whom : places.filter((word) => !sayer.includes(word));
	if (named.length === 0) return false;
	const own = hits.filter((hit) => library.claims(hit).some(({ claim }) => isHis(claim)));
	const holds = ({ asked: words }: PassageHit) => {
		const all = words.filter(({ word }) => word.split(" ").some((part) => named.includes(part)));
		return all.length === 0 || all.some(({ held }) => held >= thresholds.held);
	};
	// "He" may be whoever the passage before it names, "there" any place of the article.
	const isNear = ({ article, passage }: PassageHit, other: PassageHit) =>
		other.article === article &&
		(whom.length === 0 ||
			other.passage === article.passages[article.passages.indexOf(passage) - 1]);
	return own.every(
		(hit) => !holds(hit) && !hits.some((other) => isNear(hit, other) && holds(other)),
	);
}

/** Where somebody's own words were asked for, one of the passages must have him say something. */
function isSaid(hits: readonly PassageHit[], { reading, names, library }: Findings): boolean {
	const { by } = reading.filters;
	if (!by) return true;
	const speaker = names.speaker(by, library.articles);
	return hits.some((hit) => library.claims(hit).some(({ claim }) => speaker(claim)));
}
