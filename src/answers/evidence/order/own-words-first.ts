import type { PassageHit } from "../../../domain/passage-search.ts";
import { isPlain, questionTypes } from "../../../question/question-types.ts";
import type { Findings } from "../../find/find-passages.ts";
import { thresholds } from "../../find/thresholds.ts";
import { topicHeld, topicWords } from "../topic-held.ts";
import { movedHits } from "./moved-hits.ts";

/**
 * Where somebody's words are asked for by his name or office, what he says, or does by the act that is asked for,
 * comes before what is said of him: the others score no more than the last of his. Of his own those lead that
 * are about what is asked.
 */
export function ownWordsFirst(findings: Findings): Findings {
	const own = onTopicFirst(ownOf(findings), findings);
	if (own.length === 0) return findings;
	const scores = own.map(({ score }) => score).sort((a, b) => b - a);
	const least = scores.at(-1) ?? 0;
	const others = findings.hits.filter((hit) => !own.includes(hit));
	return movedHits(
		findings,
		[...own, ...others],
		(hit, n) => scores[n] ?? Math.min(hit.score, least),
	);
}

/** The hits in which whoever is asked for speaks. */
function ownOf({ asked, hits, library, evidence, reading }: Findings): PassageHit[] {
	const isHis = asked?.isHis;
	const { act } = reading.filters;
	if (isHis)
		return hits.filter((hit) =>
			library.claims(hit).some(({ claim }) => isHis(claim) && (!act || claim.act === act)),
		);
	const { type, sayer = [], filters } = reading;
	if (
		!(isPlain(type) || questionTypes[type].wants === "reason") ||
		(sayer.length === 0 && !filters.by)
	)
		return [];
	// By an office he is known less surely than by his name, or where the question says according to whom.
	const near = (hits[0]?.score ?? 0) * (filters.by ? thresholds.weak / 4 : thresholds.weak);
	return hits.filter(
		(hit) => hit.score >= near && (evidence?.get(hit)?.speaks ?? 0) >= thresholds.ownOffice,
	);
}

/** What holds all that is asked about leads what holds less than half of it. */
const wholeTopic = 0.95;

/** What is about little of what is asked gives way to the first that is about it. */
function onTopicFirst(own: readonly PassageHit[], findings: Findings): PassageHit[] {
	const [first] = own;
	const held = first ? topicHeld(first, findings) : 1;
	if (!first || held >= thresholds.onTopic) return [...own];
	// What is asked about in one word is held or not, however surely it was found.
	const isInParts = topicWords(first, findings).length > 1;
	if (held >= thresholds.offTopic && !isInParts) return [...own];
	const least = held < thresholds.offTopic ? thresholds.onTopic : wholeTopic;
	const best = own.find((hit) => topicHeld(hit, findings) >= least);
	return best ? [best, ...own.filter((hit) => hit !== best)] : [...own];
}
