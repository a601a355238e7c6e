import { claimFeatures } from "../../src/attribution/frames/claim-features.ts";
import { candidatesFor, tieFeatures } from "../../src/attribution/frames/link.ts";
import type { ContentPieces, Stretch } from "../../src/attribution/frames/parts.ts";
import { sourceCandidates } from "../../src/attribution/frames/source/source-candidates.ts";
import { sourceFeatures } from "../../src/attribution/frames/source/source-features.ts";
import type { PassageReading } from "../../src/attribution/sequence/passage-reading.ts";
import { nameCandidates, nameFeatures } from "../../src/attribution/speakers/names/name-part.ts";
import type { WordKnowledge } from "../../src/language/words/word-knowledge.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";
import { type GoldPassage, goldArticle } from "./gold-article.ts";
import type { Questions } from "./questions.ts";

/** Adds the choices that an article needs as it was read by looks that never saw it. */
export function askReadings(
	article: AnnotatedArticle,
	readings: readonly PassageReading[],
	words: WordKnowledge,
	into: Questions,
): void {
	for (const [passage, gold] of goldArticle(article, words).entries()) {
		const reading = readings[passage];
		if (reading) askPassage(reading, gold, into);
	}
}

function askPassage(
	reading: PassageReading,
	{ parts, claims, view }: GoldPassage,
	into: Questions,
): void {
	for (const content of reading.parts.contents) {
		const right = claims.some((c) =>
			alike(whole(content), whole(parts.contents[c.content] as ContentPieces)),
		);
		into.claim.push({ candidates: claimFeatures(reading, content), right: right ? 1 : 0 });
	}
	for (const claim of claims) {
		const told = parts.contents[claim.content] as ContentPieces;
		const seen = reading.parts.contents.find((c) => alike(whole(c), whole(told)));
		const content = seen ?? told;
		const cueRight = parts.cues[claim.cue];
		const cueAt = reading.parts.cues.findIndex(
			(c) => cueRight && c.from < cueRight.to && cueRight.from < c.to,
		);
		if (seen) {
			const count = candidatesFor(reading.parts, "cue").length;
			if (!cueRight || cueAt >= 0)
				into.tie.push({
					candidates: tieFeatures(view, reading.parts, content, "cue"),
					right: cueAt < 0 ? count : cueAt,
				});
		}
		const cue = reading.parts.cues[cueAt] ?? (seen ? undefined : cueRight);
		const candidates = sourceCandidates(reading, content, cue);
		const right = parts.sources[claim.source];
		const at = right
			? candidates.findIndex((c) => c.from === right.from && c.to === right.to)
			: candidates.length;
		if (at >= 0)
			into.source.push({
				candidates: sourceFeatures(reading, content, cue, candidates),
				right: at,
			});
	}
	for (const source of parts.sources) {
		const candidates = nameCandidates(view, source);
		const { name } = source;
		const at = name
			? candidates.findIndex((c) => c.from === name.from && c.to === name.to)
			: candidates.length;
		if (at >= 0)
			into.name.push({ candidates: nameFeatures(reading, source, candidates), right: at });
	}
}

const whole = ({ pieces }: ContentPieces): Stretch => ({
	from: pieces[0]?.from ?? 0,
	to: pieces.at(-1)?.to ?? 0,
});

const alike = (a: Stretch, b: Stretch): boolean =>
	Math.min(a.to, b.to) - Math.max(a.from, b.from) >= 0.5 * Math.min(a.to - a.from, b.to - b.from);
