import type { PassageHit } from "../../domain/passage-search.ts";
import { thresholds } from "../find/thresholds.ts";
import type { HitContext } from "./context.ts";

/**
 * What a passage holds of a question when its article's topic is taken as given: a passage of a text on a
 * film festival seldom names it, and what is asked of the festival stands there. Shares from 0 to 1.
 */
export type BesideTopic = { granted: number; asked: number };

/** The topic are the question's words in the article's headline or opening. */
export function besideTopicOf(
	{ article, asked }: PassageHit,
	{ articles }: HitContext,
): BesideTopic {
	const headed = articles.get(article)?.headed ?? [];
	const granted = asked.reduce(
		(sum, { share, held }, n) => sum + share * Math.max(held, headed[n] ?? 0),
		0,
	);
	const others = asked.filter((_, n) => (headed[n] ?? 0) < thresholds.sure);
	const held = others.filter((word) => word.held >= thresholds.sure).length;
	return { granted: Math.min(1, granted), asked: held / Math.max(1, others.length) };
}
