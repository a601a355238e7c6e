import type { Command } from "../domain/answer.ts";
import type { PassageHit, PassageHits, PassageSearch } from "../domain/ports.ts";
import type { FilterTests } from "./filters.ts";
import type { Library } from "./library.ts";
import type { NameMatcher } from "./names.ts";
import type { QuestionReading } from "./question.ts";
import type { CheckedRequest } from "./request.ts";
import { thresholds } from "./thresholds.ts";

/** Everything that one answer is made of. */
export type Findings = PassageHits & {
	request: CheckedRequest;
	command: Command;
	reading: QuestionReading;
	tests: FilterTests;
	library: Library;
	names: NameMatcher;
	/** False where filters alone chose the passages, in the order of the articles. */
	searched: boolean;
};

/** The passages that the question reaches and the filters let through, best first. */
export async function findPassages(
	search: PassageSearch,
	base: Omit<Findings, keyof PassageHits | "searched">,
): Promise<Findings> {
	const { request, reading, tests, library, command } = base;
	if (!request.text || (command === "timeline" && !reading.topicText && reading.filters.from)) {
		const hits = library.passages.filter(tests.passage).map(
			(ref): PassageHit => ({ ...ref, score: 1, coverage: 1, matched: new Set() }),
		);
		return { ...base, hits, unknownWords: [], expansions: [], searched: false };
	}
	const found = await search.search({
		text: request.text,
		language: reading.language,
		limit: Math.min(1_000, Math.max(thresholds.depth, request.offset + request.limit)),
		accept: tests.open ? undefined : tests.passage,
	});
	const best = found.hits[0]?.score ?? 0;
	const hits = found.hits.filter((hit) => hit.score >= best * thresholds.scoreFloor);
	return { ...base, ...found, hits, searched: true };
}
