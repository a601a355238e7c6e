import type { Command } from "../../domain/answer.ts";
import { type Article, isHeading } from "../../domain/article.ts";
import type {
	PassageHit,
	PassagePreference,
	PassageQuery,
	PassageRef,
	PassageSearch,
} from "../../domain/passage-search.ts";
import { filtersOf } from "../../domain/sets/filters.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { TranslatedQuestion } from "../../domain/translator.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import type { QuestionReading } from "../../question/read-question.ts";
import type { SentenceMarks } from "../../question/sentence-marks.ts";
import type { CheckedRequest } from "../check-request.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Library } from "../library.ts";
import type { AskedSpeaker, Unquoted } from "./asked-speaker.ts";
import { eachPassing } from "./each-passing.ts";
import type { FilterTests } from "./filters.ts";
import { liftPersons } from "./lift-persons.ts";
import { thresholds } from "./thresholds.ts";
import { type FoundPassages, searchWithTranslation } from "./with-translation.ts";

/** A question's words in the other language; null where there is no translation to rely on. It never rejects. */
export type TranslateQuestion = (
	text: string,
	from: Language,
) => Promise<TranslatedQuestion | null>;

/** Everything that one answer is made of. */
export type Findings = FoundPassages & {
	request: CheckedRequest;
	command: Command;
	reading: QuestionReading;
	tests: FilterTests;
	library: Library;
	names: NameMatcher;
	/** About the topic, with words of whoever is asked for in them. */
	about?: ReadonlySet<Article>;
	/** Whoever is asked to have said something, by a name of his own. */
	asked?: AskedSpeaker | null;
	/** Nobody of that name is quoted. */
	unquoted?: Unquoted;
	/** None where the reader of questions knows none. */
	marks?: SentenceMarks | undefined;
	/** Of the best hits, where they were looked at closely. */
	evidence?: ReadonlyMap<PassageHit, Evidence>;
	/** The text in the other language, where a translator gives it in time. */
	translate?: TranslateQuestion | undefined;
	/** False where filters alone chose the passages, in the order of the articles. */
	searched: boolean;
};

/**
 * The passages that the question reaches and the filters let through, best first. `passages`: those
 * that may be hits, by `passageKey`, instead of what the filters say.
 */
export async function findPassages(
	search: PassageSearch,
	base: Omit<Findings, keyof FoundPassages | "searched">,
	passages?: ReadonlySet<string>,
): Promise<Findings> {
	const { request, reading, tests, library, command } = base;
	if (!request.text || (command === "timeline" && !reading.topicText && namesDays(reading))) {
		const chosen = passages ? library.inOrder(passages) : await passing(library, tests);
		const hits = chosen.map(
			(ref): PassageHit => ({ ...ref, score: 1, coverage: 1, matched: new Set(), asked: [] }),
		);
		return { ...base, hits, unknownWords: [], expansions: [], searched: false };
	}
	const prefer = preference(reading.filters);
	// Where the dates and names of a question were all there was, they alone choose.
	const text = reading.topicText || prefer ? withDays(reading) : request.text;
	const query: PassageQuery = {
		text,
		light: reading.searched?.light,
		language: reading.language,
		limit: Math.min(1_000, Math.max(thresholds.depth, request.offset + request.limit)),
		within: passages ? { passages } : tests.open ? undefined : { filters: filtersOf(request) },
		prefer,
	};
	// The question is searched meanwhile.
	const translated = base.translate?.(text, reading.language);
	const found = await searchWithTranslation(search, query, translated);
	const weighed = found.hits.map((hit) =>
		// A headline names the matter and seldom answers; the passage that it stands over does.
		isHeading(hit.passage) ? { ...hit, score: hit.score * thresholds.heading } : hit,
	);
	const lifted = liftPersons(weighed, reading.persons, library, base.names);
	const best = lifted[0]?.score ?? 0;
	const hits = lifted.filter((hit) => hit.score >= best * thresholds.scoreFloor);
	return { ...base, ...found, hits, searched: true };
}

async function passing(library: Library, tests: FilterTests): Promise<PassageRef[]> {
	const out: PassageRef[] = [];
	await eachPassing(library, tests.article, (ref) => {
		if (tests.passage(ref)) out.push(ref);
	});
	return out;
}

function namesDays({ filters }: QuestionReading): boolean {
	return filters.from !== undefined || filters.to !== undefined;
}

/** A passage that prints the day that is asked for holds its words. */
function withDays({ topicText, searched, dayWords }: QuestionReading): string {
	const text = searched?.text ?? topicText;
	return dayWords ? `${text} ${dayWords}`.trim() : text;
}

/** What else the question names, as a value; undefined where it names nothing. */
function preference({ by, outlet, from, to, act }: QuestionReading["filters"]) {
	const named: PassagePreference = { by, outlet, from, to, act };
	return Object.values(named).some(Boolean) ? named : undefined;
}

/** Words of the question that are in no passage; the number of a year that was read as a date is none. */
export function unknownWords({ unknownWords: words, reading }: Findings): string[] {
	return namesDays(reading) ? words.filter((word) => !/^\p{Nd}+$/u.test(word)) : words;
}
