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

/** Of these claims those on the digest's topic, best first. */
export async function matchingClaims(
	base: DigestBase,
	among: Iterable<ClaimRef>,
): Promise<Matched<ClaimRef>[]> {
	const { library, tests } = base;
	const wanted = [...among].filter(tests.claim);
	const ids = new Set(wanted.map(({ claim }) => claim.id));
	const hits = await topicHits(base, wanted);
	return hits
		.flatMap((hit) => {
			const claims = library.claims(hit).filter(({ claim }) => ids.has(claim.id));
			return aboutIt(hit, claims, claimWords).map((ref) => ({ ref, score: hit.score }));
		})
		.sort((a, b) => b.score - a.score);
}

/** The same for events. */
export async function matchingEvents(
	base: DigestBase,
	among: readonly EventRef[],
): Promise<Matched<EventRef>[]> {
	const { library, tests } = base;
	if (base.request.by || base.request.stance) return [];
	const wanted = among.filter(tests.event);
	const meant = new Set(wanted.map(({ event }) => event));
	const hits = await topicHits(base, wanted);
	return hits.flatMap((hit) => {
		const events = library.events(hit).filter(({ event }) => meant.has(event));
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
	const shares = refs.map((ref) => shareHeld(matched, () => words(ref)));
	const least = Math.max(...shares) / 2;
	return refs.filter((_, n) => (shares[n] ?? 0) > least);
}

/**
 * The accepted passages that are about the topic as a whole. An answer shows the nearest ones where it
 * has nothing better; here they would be told every day.
 */
async function topicHits(
	base: DigestBase,
	accepted: readonly PassageRef[],
): Promise<Findings["hits"]> {
	// Most days most topics have nothing new.
	if (accepted.length === 0) return [];
	const passages = new Set(accepted.map(passageKey));
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
