import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { thresholds } from "../find/thresholds.ts";
import type { HitContext } from "./context.ts";

/** What of a question stands in no passage of an article: none of them answers what the article does not tell of. */
export type Lacking = { missing: number; lacksName: number };

/** `sameLanguage`: no translation can be to blame for what is not found. */
export function lackingOf(
	{ article, asked }: PassageHit,
	{ articles, findings }: HitContext,
	sameLanguage: boolean,
): Lacking {
	const { names = [] } = findings.reading;
	const most = articles.get(article)?.most ?? asked.map(({ held }) => held);
	const lack = (isMeant: (word: string) => boolean) =>
		Math.max(
			0,
			...asked.map((each, n) => (holds(each, isMeant) ? 1 - Math.min(1, most[n] ?? 0) : 0)),
		);
	const missing = most.filter((held) => held < thresholds.held).length;
	return {
		missing: missing / Math.max(1, asked.length),
		lacksName: sameLanguage ? lack((word) => names.includes(word)) : 0,
	};
}

/** A listed term of several words counts by each of them. */
function holds({ word }: AskedWord, isMeant: (word: string) => boolean): boolean {
	return word.split(" ").some(isMeant);
}
