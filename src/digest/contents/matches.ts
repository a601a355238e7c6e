import { speakerNames } from "../../answers/find/filters.ts";
import { type Findings, findPassages, unknownWords } from "../../answers/find/find-passages.ts";
import type { ClaimRef, EventRef } from "../../answers/library.ts";
import { shareHeld, statedWords, wordsOf } from "../../answers/words-of.ts";
import { type PassageHit, type PassageRef, passageKey } from "../../domain/passage-search.ts";
import type { DigestBase } from "./digest-base.ts";

/**
 * Share of the topic's weight that a passage must hold. In the shipped corpus passages on "china
 * drones" hold all of it and those on China alone 0.1 to 0.26.
 */
const leastCoverage = 0.42;
/** What each word that is in no passage at all adds to it, up to three. */
const forUnknownWord = 0.05;

export type Matched<T> = { ref: T; score: number };

/** Claims that pass `accept` on the digest's topic, best first. */
export async function matchingClaims(
	base: DigestBase,
	accept: (ref: ClaimRef) => boolean,
): Promise<Matched<ClaimRef>[]> {
	const { library, tests } = base;
	const wanted = (ref: ClaimRef) => tests.claim(ref) && accept(ref);
	const hits = await topicHits(base, (ref) => library.claims(ref).some(wanted));
	return hits
		.flatMap((hit) => {
			const claims = library.claims(hit).filter(wanted);
			return aboutIt(hit, claims, claimWords).map((ref) => ({ ref, score: hit.score }));
		})
		.sort((a, b) => b.score - a.score);
}

/** The same for events. */
export async function matchingEvents(
	base: DigestBase,
	accept: (ref: EventRef) => boolean,
): Promise<Matched<EventRef>[]> {
	const { library, tests } = base;
	if (base.request.by || base.request.stance) return [];
	const wanted = (ref: EventRef) => tests.event(ref) && accept(ref);
	const hits = await topicHits(base, (ref) => library.events(ref).some(wanted));
	return hits.flatMap((hit) => {
		const events = library.events(hit).filter(wanted);
		const words = (ref: EventRef) => statedWords(ref.event);
		return aboutIt(hit, events, words).map((ref) => ({ ref, score: hit.score }));
	});
}

/**
 * Of several things that a passage says, those that hold more than half as much of the topic as the
 * one that holds most.
 */
function aboutIt<T>(
	{ matched }: PassageHit,
	refs: readonly T[],
	words: (ref: T) => ReadonlySet<string>,
): readonly T[] {
	if (refs.length < 2 || matched.size === 0) return refs;
	const shares = refs.map((ref) => shareHeld(matched, words(ref)));
	const least = Math.max(...shares) / 2;
	return refs.filter((_, n) => (shares[n] ?? 0) > least);
}

/**
 * The accepted passages that are about the topic as a whole. An answer shows the nearest ones where it
 * has nothing better; here they would be told every day.
 */
async function topicHits(
	base: DigestBase,
	accept: (ref: PassageRef) => boolean,
): Promise<Findings["hits"]> {
	const passages = new Set(base.library.passages.filter(accept).map(passageKey));
	const findings = await findPassages(base.search, base, passages);
	if (!findings.searched) return findings.hits;
	const missing = Math.min(3, unknownWords(findings).length) * forUnknownWord;
	return findings.hits.filter((hit) => hit.coverage >= leastCoverage + missing);
}

function claimWords({ claim }: ClaimRef): ReadonlySet<string> {
	return wordsOf(claim, () => [
		claim.quote,
		claim.paraphrase?.ar,
		claim.paraphrase?.en,
		...speakerNames(claim),
		...claim.about,
		...claim.topics,
		...claim.via,
	]);
}
