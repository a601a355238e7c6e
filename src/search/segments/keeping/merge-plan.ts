import type { LiveSegment } from "../segment/live-segment.ts";
import { mostPassages } from "../segment/segment-source.ts";

/** So many segments of one size are made one. */
const together = 4;
/** Of a segment that is written anew: the share of its passages that were removed. */
const worthWriting = 1 / 4;

/**
 * Segments that should be made one, null where all is well. Sizes go up in fours, and a passage is
 * written anew once for each of them: three times from 4,096 to 65,536.
 */
export function mergePlan(lives: readonly LiveSegment[]): LiveSegment[] | null {
	const written = lives.filter((live) => live.source.file !== null);
	const thin = written.find(
		(live) => live.source.count - live.size > live.source.count * worthWriting,
	);
	if (thin) return [thin];
	const tiers = Map.groupBy(written, ({ size }) =>
		Math.floor(Math.log(Math.max(1, size)) / Math.log(together)),
	);
	for (const tier of tiers.values()) {
		const plan: LiveSegment[] = [];
		let size = 0;
		for (const live of tier.toSorted((a, b) => a.size - b.size)) {
			if (plan.length === together || size + live.size > mostPassages) break;
			plan.push(live);
			size += live.size;
		}
		if (plan.length === together) return plan;
	}
	return null;
}
