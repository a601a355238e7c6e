import type { PassageHit } from "../../../domain/passage-search.ts";
import type { Findings } from "../../find/find-passages.ts";
import { thresholds } from "../../find/thresholds.ts";
import { textOf } from "../../items/cite.ts";
import { placesOf, sentencesOf } from "../term-words.ts";
import { ledBy } from "./led-by.ts";

/** Words that a name has at most. */
const longestName = 4;

/**
 * Who somebody is is told where he is introduced: his name, a comma, what he is. Such a passage leads those that
 * only name him.
 */
export function introducedFirst(findings: Findings): Findings {
	const { hits, reading } = findings;
	const [best] = hits;
	const isName = reading.type === "who" && reading.named && !reading.office && !reading.deed;
	if (!isName || !best || best.asked.length > longestName || isIntroduced(best, findings))
		return findings;
	const near = best.score * thresholds.weak;
	const found = hits.find((hit) => hit.score >= near && isIntroduced(hit, findings));
	return found ? ledBy(found, findings) : findings;
}

/** The whole name stands together here, and a comma behind it with a word that is no name. */
function isIntroduced(hit: PassageHit, { reading }: Findings): boolean {
	const text = textOf(hit, reading.language);
	return sentencesOf(hit, reading.language).some(({ words }) => {
		const places = hit.asked.map((word) => placesOf(words, word, thresholds.sure));
		if (places.some((own) => own.length === 0)) return false;
		const last = Math.max(...places.map((own) => Math.min(...own)));
		const behind = text.slice(words[last]?.end);
		return /^[,،]\s*\p{L}/u.test(behind) && !/^,\s*\p{Lu}/u.test(behind);
	});
}
