import type { Answer, AnswerItem, Request } from "../../domain/answer.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Exported, ExportedRecords } from "../../domain/exported.ts";
import { passageKey } from "../../domain/passage-search.ts";
import type { PageOfCitation } from "../../domain/reading-room.ts";
import type { ExportKind } from "../../domain/sets/export-formats.ts";
import { isFiltered } from "../../domain/sets/filters.ts";
import { inSlices, type Slices } from "../../domain/slices.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { languageOf } from "../../language/text/tokens.ts";
import { mostItems } from "../check-request.ts";
import { type FilterTests, filterTests } from "../find/filters.ts";
import { quoteOf } from "../items/cite.ts";
import type { Library } from "../library.ts";
import {
	claimAround,
	claimRecord,
	eventRecord,
	type FigureRef,
	figureRecord,
	type RecordParts,
} from "./records.ts";

export type ExportParts = {
	/** One state of the corpus. */
	library: Library;
	names: NameMatcher;
	/** Answers from it, page by page: what a topic is about is told as in any answer. */
	answer(request: Request): Promise<Answer>;
	pageOf: PageOfCitation | null;
	/** Lets others have their turn, see `inSlices`. */
	breathe(): Promise<void> | undefined;
	/** Told of a record that is left out, since its words are not those of its article. */
	leftOut(error: IsnadError): void;
};

export type ExportRequest = Omit<Request, "command" | "limit" | "offset">;

/** The command that finds what a topic has of each kind. */
const finding = {
	claims: "claims",
	events: "timeline",
	figures: "search",
} as const satisfies Record<ExportKind, Request["command"]>;

/** Of a topic no more pages are asked for; what is beyond is no export of a topic. */
const mostPages = 200;

/**
 * The records of a kind that a topic and filters leave, all of them where there is neither. Each has been
 * compared with its article. Errors: those of an answer.
 */
export async function exportRecords(
	kind: ExportKind,
	request: ExportRequest,
	parts: ExportParts,
): Promise<ExportedRecords> {
	const { library, names, pageOf } = parts;
	const language = request.language ?? languageOf(request.text);
	const isOnTopic = await topicTest(kind, { ...request, language }, parts);
	const tests = filterTests(request, library, names);
	const choosing = choosers[kind]({ library, tests, isOnTopic }, { library, language, pageOf });
	const chosen = await inSlices(choosing, parts.breathe);
	return {
		...{ count: chosen.length, language, ids: chosen.map(({ id }) => id) },
		*quotes() {
			for (const { quote } of chosen) yield quote;
		},
		*records(only) {
			for (const { id, make } of chosen) {
				if (only && !only.has(id)) continue;
				const record = checked(make, parts.leftOut);
				if (record) yield record;
			}
		},
	};
}

/** One bad record does not keep the others back. */
function checked(make: () => Exported, leftOut: ExportParts["leftOut"]): Exported | null {
	try {
		return make();
	} catch (error) {
		if (!(error instanceof IsnadError) || error.code !== "citation_unverified") throw error;
		leftOut(error);
		return null;
	}
}

type Choosing = { library: Library; tests: FilterTests; isOnTopic: (key: string) => boolean };
/** A record before it is made; a figure has no id. */
type Chosen = { id: string; quote: string; make: () => Exported };
type Chooser = (from: Choosing, parts: RecordParts) => Slices<Chosen[]>;

const choosers: Record<ExportKind, Chooser> = {
	*claims({ library, tests, isOnTopic }, parts) {
		const chosen: Chosen[] = [];
		for (const passage of library.passages()) {
			for (const ref of library.allClaims(passage)) {
				const { id } = ref.claim;
				if (!isOnTopic(id) || !tests.claim(ref)) continue;
				const { quote } = quoteOf(ref, ref.claim, parts.language);
				chosen.push({ id, quote, make: () => claimRecord(ref, parts) });
			}
			yield;
		}
		return chosen;
	},
	*events({ library, tests, isOnTopic }, parts) {
		const chosen: Chosen[] = [];
		for (const passage of library.passages()) {
			for (const ref of library.events(passage)) {
				const { id, source } = ref.event;
				const isWanted = isOnTopic(id) || isOnTopic(eventKey(ref.article.id, source));
				if (!isWanted || !tests.event(ref)) continue;
				const { quote } = quoteOf(ref, ref.event, parts.language);
				chosen.push({ id, quote, make: () => eventRecord(ref, parts) });
			}
			yield;
		}
		return chosen;
	},
	*figures({ library, tests, isOnTopic }, parts) {
		const chosen: Chosen[] = [];
		for (const passage of library.passages()) {
			if (isOnTopic(passageKey(passage)))
				for (const figure of library.figures(passage)) {
					const ref: FigureRef = { ...passage, figure };
					if (!passes(ref, tests, library)) continue;
					const { quote } = quoteOf(ref, figure, parts.language);
					chosen.push({ id: "", quote, make: () => figureRecord(ref, parts) });
				}
			yield;
		}
		return chosen;
	},
};

/** A figure passes for the claim that it stands in; one in no claim for its article, where that is enough. */
function passes(ref: FigureRef, tests: FilterTests, library: Library): boolean {
	if (tests.open) return true;
	const around = claimAround(ref, ref.figure.source, library);
	if (around) return tests.claim(around);
	return !tests.byClaim(ref) && tests.passage(ref);
}

/** Whether something is on the topic; everything is where none is given. */
async function topicTest(
	kind: ExportKind,
	request: ExportRequest,
	{ answer }: ExportParts,
): Promise<(key: string) => boolean> {
	if (!request.text.trim()) {
		// Days and names are checked like those of any question.
		if (isFiltered(request)) await answer({ ...request, command: "claims", limit: 1 });
		return () => true;
	}
	const keys = new Set<string>();
	let total = 1;
	for (let page = 0; page < mostPages && page * mostItems < total; page++) {
		const offset = page * mostItems;
		const made = await answer({ ...request, command: finding[kind], limit: mostItems, offset });
		// What is only near the topic is nothing to be counted.
		if (!made.answered && page === 0) break;
		if (page === 0) total = made.total;
		for (const item of made.items.slice(0, total - offset))
			for (const key of keysOf(item, kind)) keys.add(key);
	}
	return (key) => keys.has(key);
}

function keysOf(item: AnswerItem, kind: ExportKind): string[] {
	if (item.kind === "source") return [];
	if (kind === "claims") return item.kind === "claim" ? [item.claim.id] : [];
	const { citation, alsoIn = [] } = item;
	if (kind === "figures") return [`${citation.article}\n${citation.passage}`];
	if (item.kind !== "event") return [];
	// One happening that several articles tell is one item, and an event of each of them.
	return [item.event.id, ...alsoIn.map((each) => eventKey(each.article, each))];
}

function eventKey(
	article: string,
	{ line, start }: { line: number; start: number | null },
): string {
	return `${article}\n${line}\n${start}`;
}
