import type { Command } from "../../domain/answer.ts";
import type {
	PassageHit,
	PassageHits,
	PassageRef,
	PassageSearch,
} from "../../domain/passage-search.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import type { QuestionReading } from "../../question/read-question.ts";
import type { CheckedRequest } from "../check-request.ts";
import type { Library } from "../library.ts";
import { daysOf, type FilterTests, speakerNames } from "./filters.ts";
import { liftPersons } from "./lift-persons.ts";
import { preferDays } from "./prefer-days.ts";
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
		const hits = library.passages
			.filter(tests.passage)
			.map((ref): PassageHit => ({ ...ref, score: 1, coverage: 1, matched: new Set() }));
		return { ...base, hits, unknownWords: [], expansions: [], searched: false };
	}
	const prefer = preference(base);
	const found = await search.search({
		// Where the dates and names of a question were all there was, they alone choose.
		text: reading.topicText || prefer ? reading.topicText : request.text,
		language: reading.language,
		limit: Math.min(1_000, Math.max(thresholds.depth, request.offset + request.limit)),
		accept: tests.open ? undefined : tests.passage,
		prefer,
	});
	const weighed = found.hits.map((hit) =>
		isHeading(hit) ? { ...hit, score: hit.score * thresholds.heading } : hit,
	);
	const lifted = liftPersons(weighed, reading.persons, library, base.names);
	const best = lifted[0]?.score ?? 0;
	const hits = lifted.filter((hit) => hit.score >= best * thresholds.scoreFloor);
	return { ...base, ...found, hits, searched: true };
}

/** A headline names the matter and seldom answers; the passage that it stands over does. */
function isHeading({ passage: { kind } }: PassageRef): boolean {
	return kind === "title" || kind === "subhead";
}

/** Lifts what agrees with the days, the speaker, the outlet and the act that the question names. */
function preference({
	reading: { filters },
	names,
	library,
}: Omit<Findings, keyof PassageHits | "searched">): ((ref: PassageRef) => number) | undefined {
	const days = daysOf(filters);
	const tests: ((ref: PassageRef) => number)[] = days ? [preferDays(days)] : [];
	if (filters.by) {
		const speaker = names.test(filters.by);
		tests.push((ref) =>
			Number(library.claims(ref).some(({ claim }) => speaker(speakerNames(claim)))),
		);
	}
	if (filters.outlet) {
		const outlet = names.test(filters.outlet);
		tests.push((ref) => {
			const { outlet: name, outletLabel: label } = ref.article;
			if (library.claims(ref).some(({ claim }) => outlet([...claim.via, ...speakerNames(claim)])))
				return 1;
			return outlet([name, label?.ar, label?.en]) ? 0.5 : 0;
		});
	}
	if (filters.act)
		tests.push((ref) => Number(library.claims(ref).some(({ claim }) => claim.act === filters.act)));
	if (tests.length === 0) return undefined;
	return (ref) => tests.reduce((sum, test) => sum + test(ref), 0) / tests.length;
}

/** Words of the question that are in no passage; the number of a year that was read as a date is none. */
export function unknownWords({ unknownWords: words, reading }: Findings): string[] {
	return reading.filters.from ? words.filter((word) => !/^\p{Nd}+$/u.test(word)) : words;
}
