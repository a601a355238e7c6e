import type { Request } from "../../../../src/domain/answer.ts";
import { filterKeys, filtersOf, putFilter } from "../../../../src/domain/sets/filters.ts";
import { clean } from "../../../shared/clean.ts";
import { html } from "../../markup/html.ts";
import { type AskedKind, askedKinds, type SearchEntry, searchForm } from "../parts/search-form.ts";
import type { Asked, Visit } from "../visit.ts";
import type { AnswerAsked } from "./answer-page.ts";

/** Farther down no list is read. */
const farthest = 10_000;

/** Questions with their limits; without any, what there is to read. */
export function searchAsked({ param }: Asked, visit: Visit): AnswerAsked {
	const kind = askedKinds.find((each) => each === param("kind")) ?? askedKinds[0];
	const entry = entryOf(param, kind);
	const filters = filtersIn(param);
	const isAsked = entry.q !== "" || Object.keys(filters).length > 0;
	const request: Request = isAsked
		? { command: commandOf(kind, entry.q), text: entry.q, ...filters, ...offsetIn(param) }
		: { command: "sources", text: "", ...offsetIn(param) };
	const query: [string, string][] = isAsked
		? [["q", entry.q], ["kind", kind], ...queryOf(filters)]
		: [];
	return {
		request,
		from: (offset) => visit.links.list("/", [...query, ...at(offset)]),
		above: searchForm(entry, visit),
	};
}

/** A timeline by its topic. */
export function timelineAsked({ param }: Asked, visit: Visit): AnswerAsked {
	const entry = entryOf(param, "timeline");
	const filters = filtersIn(param);
	return {
		request: { command: "timeline", text: entry.q, ...filters, ...offsetIn(param) },
		from: (offset) => visit.links.list("/t", [["q", entry.q], ...queryOf(filters), ...at(offset)]),
		above: searchForm(entry, visit),
	};
}

/** Who somebody is, what was said and when. */
export function nameAsked({ id, param }: Asked, visit: Visit): AnswerAsked {
	const filters = filtersIn(param);
	const path = `/w/${encodeURIComponent(id)}`;
	return {
		request: { command: "who", text: id, ...filters, ...offsetIn(param) },
		from: (offset) => visit.links.list(path, [...queryOf(filters), ...at(offset)]),
		above: html``,
		isToldInNotes: true,
		heading: visit.say(visit.language, "reader.who", { name: clean(id) }),
	};
}

/** What an outlet printed. */
export function sourceAsked({ id, param }: Asked, visit: Visit): AnswerAsked {
	const path = `/s/${encodeURIComponent(id)}`;
	return {
		request: { command: "sources", text: "", outlet: id, ...offsetIn(param) },
		from: (offset) => visit.links.list(path, at(offset)),
		above: html``,
		heading: visit.say(visit.language, "reader.printed_by", { name: clean(id) }),
	};
}

/** Without a topic a question has no passage that answers it: limits alone list what is said. */
function commandOf(kind: AskedKind, text: string): Request["command"] {
	return kind === "ask" && text === "" ? "claims" : kind;
}

function entryOf(param: Asked["param"], kind: AskedKind): SearchEntry {
	const filters = Object.fromEntries(filterKeys.map((key) => [key, param(key)?.trim()]));
	return { q: param("q")?.trim() ?? "", kind, ...filters };
}

function filtersIn(param: Asked["param"]): Partial<Request> {
	const filters = {};
	for (const key of filterKeys) {
		const value = param(key)?.trim();
		if (value) putFilter(filters, key, value);
	}
	return filters;
}

function queryOf(filters: Partial<Request>): [string, string][] {
	return Object.entries(filtersOf(filters)).map(([key, value]) => [key, String(value)]);
}

function offsetIn(param: Asked["param"]): { offset?: number } {
	const text = param("at");
	return text && /^\d{1,5}$/.test(text) ? { offset: Math.min(Number(text), farthest) } : {};
}

const at = (offset: number): [string, string][] => (offset > 0 ? [["at", String(offset)]] : []);
