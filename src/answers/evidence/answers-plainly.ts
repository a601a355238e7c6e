import type { PassageHit } from "../../domain/passage-search.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import type { Evidence } from "./evidence.ts";

/**
 * Whether a hit behind the first `near` of a question is as plainly about it as these are, whatever its score:
 * the score says which answers best, and of two denials of one thing the second is no less a denial. Tested on
 * hits whose evidence was looked at; of others it is not known.
 */
export function plainlyAnswers(
	{ evidence, reading }: Pick<Findings, "evidence" | "reading">,
	near: readonly PassageHit[],
): (hit: PassageHit) => boolean {
	const { act, by } = reading.filters;
	const least = near.flatMap((hit) => {
		const own = evidence?.get(hit);
		return own ? [respects(hit, own)] : [];
	});
	return (hit) => {
		const own = evidence?.get(hit);
		if (!own) return false;
		const { coverage } = hit;
		if (act && own.acts > 0 && coverage >= thresholds.plainAct) return true;
		if (by && own.speaks >= thresholds.plainSpeaks && coverage >= thresholds.plainSpeaker)
			return true;
		const all = respects(hit, own);
		return (
			coverage >= thresholds.plainAsMuch &&
			least.some((other) => other.every((value, n) => (all[n] ?? 0) >= value))
		);
	};
}

/** What a passage gives of what is asked, in each respect that a reader would see. */
function respects({ coverage }: PassageHit, evidence: Evidence): readonly number[] {
	const { together, filled, acts, speaks, disputed, noNumber, noDay, noName } = evidence;
	return [coverage, together, filled, acts, speaks, disputed, -noNumber, -noDay, -noName];
}
