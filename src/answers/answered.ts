import { type Findings, unknownWords } from "./finding.ts";
import { thresholds } from "./thresholds.ts";

/**
 * Whether the corpus says what was asked. It does not where the best passage holds too little of
 * the question, less so where a word of it is in no passage at all; and where a number was asked
 * for, the passages that answer must give one.
 */
export function isAnswered(findings: Findings): boolean {
	const { hits, searched, reading, library, command } = findings;
	if (!searched) return hits.length > 0;
	const best = hits[0];
	if (!best) return false;
	const coverage = Math.max(...hits.slice(0, 3).map((hit) => hit.coverage));
	const base = command === "ask" ? thresholds.coverage : thresholds.topicCoverage;
	const unknown = Math.min(3, unknownWords(findings).length);
	if (coverage < base + thresholds.unknownWord * unknown) return false;
	if (reading.type !== "how_many") return true;
	return hits
		.slice(0, 3)
		.some((hit) => library.figures(hit).length > 0 || /\p{Nd}/u.test(hit.passage.text));
}
