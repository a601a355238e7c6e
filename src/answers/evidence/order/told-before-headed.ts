import type { Findings } from "../../find/find-passages.ts";
import { thresholds } from "../../find/thresholds.ts";
import { ledBy } from "./led-by.ts";

/** So many of the best are looked at. */
const looked = 3;
/** What a passage of the text has at least of its headline's score. */
const leastShare = 0.5;

/** A headline gives way to a passage of its text that is as much about what is asked: it names the matter and seldom answers. */
export function toldBeforeHeaded(findings: Findings): Findings {
	const { hits, evidence } = findings;
	const [best] = hits;
	if (!best || !evidence?.get(best)?.heading) return findings;
	const telling = hits.slice(1, looked).find((hit) => {
		const own = evidence.get(hit);
		return (
			hit.article === best.article &&
			own !== undefined &&
			own.heading === 0 &&
			own.otherDeed < 1 &&
			hit.score >= best.score * leastShare &&
			hit.coverage >= thresholds.onTopic
		);
	});
	return telling ? ledBy(telling, findings) : findings;
}
