import type { PassageRef } from "../../domain/ports.ts";
import { speakerNames } from "../filters.ts";
import { type Findings, findPassages, unknownWords } from "../finding.ts";
import type { ClaimRef, EventRef } from "../library.ts";
import { thresholds } from "../thresholds.ts";
import { shareHeld, statedWords, wordsOf } from "../words.ts";
import type { DigestBase } from "./base.ts";

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
			// Where the passage says several things, each must be about it by itself.
			const own = (ref: ClaimRef) => shareHeld(hit.matched, claimWords(ref)) > 0;
			const kept = claims.length > 1 && hit.matched.size > 0 ? claims.filter(own) : claims;
			return kept.map((ref) => ({ ref, score: hit.score }));
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
		const own = (ref: EventRef) => shareHeld(hit.matched, statedWords(ref.event)) > 0;
		const kept = events.length > 1 && hit.matched.size > 0 ? events.filter(own) : events;
		return kept.map((ref) => ({ ref, score: hit.score }));
	});
}

/**
 * The accepted passages that are about the topic: nearest misses, which an answer shows where it has
 * nothing better, are no news.
 */
async function topicHits(
	base: DigestBase,
	accept: (ref: PassageRef) => boolean,
): Promise<Findings["hits"]> {
	const tests = { ...base.tests, open: false, passage: accept };
	const findings = await findPassages(base.search, { ...base, tests });
	if (!findings.searched) return findings.hits;
	const missing = Math.min(3, unknownWords(findings).length) * thresholds.unknownWord;
	return findings.hits.filter((hit) => hit.coverage >= thresholds.topicCoverage + missing);
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
