import type { Request } from "../domain/answer.ts";
import { DateValue, dayRange } from "../domain/dates.ts";
import { IsnadError } from "../domain/errors.ts";
import { longestQuestion } from "../domain/question-bounds.ts";
import {
	type FilterKey,
	filterKeys,
	filters,
	isFiltered,
	namesIn,
} from "../domain/sets/filters.ts";

export const mostItems = 100;

/** Each name of a filter is compared with all that the articles have. */
const mostNames = 20;

/** Items where none are asked for: a question has an answer, a list is read on. */
const defaultLimits = { ask: 3, claims: 3, timeline: 10, search: 10, sources: 10, who: 10 };

/** A request with its bounds checked and its defaults filled in. */
export type CheckedRequest = Request & { text: string; limit: number; offset: number };

/**
 * Errors: `question_empty` (a command that needs text or a filter has neither), `question_too_long`,
 * `date_malformed`, `request_malformed`.
 */
export function checkRequest(request: Request): CheckedRequest {
	const text = request.text.trim();
	const { from, to, command } = request;
	if (!text && !isFiltered(request) && command !== "sources")
		throw new IsnadError("question_empty", "The question is empty: say what you want to know.");
	if (text.length > longestQuestion)
		throw new IsnadError(
			"question_too_long",
			`The question has ${text.length} characters: ask in at most ${longestQuestion}.`,
			{ params: { length: text.length, most: longestQuestion } },
		);
	for (const name of filterKeys) checkNames(name, request[name]);
	for (const name of filterKeys) if (filters[name].takes === "day") checkDate(name, request[name]);
	const first = from && dayRange(from)?.from;
	const last = to && dayRange(to)?.to;
	if (first && last && first > last)
		throw new IsnadError(
			"date_malformed",
			`from (${from}) lies after to (${to}): exchange the two dates.`,
			{ key: "date_order", params: { from: from ?? "", to: to ?? "" } },
		);
	return {
		...request,
		text,
		limit: whole("limit", request.limit ?? defaultLimits[command], 1, mostItems),
		offset: whole("offset", request.offset ?? 0, 0, 1_000_000),
	};
}

function checkNames(name: FilterKey, value = ""): void {
	const { takes } = filters[name];
	if (takes === "day" || takes === "choice") return;
	if (value.length > longestQuestion)
		throw new IsnadError("question_too_long", `The value of ${name} is too long: give one name.`, {
			key: "name_too_long",
		});
	const count = takes === "names" ? namesIn(value).length : 0;
	if (count > mostNames)
		throw new IsnadError(
			"question_too_long",
			`${name} has ${count} names: give at most ${mostNames}.`,
			{ key: "too_many_names", params: { count, most: mostNames } },
		);
}

function checkDate(name: string, value: string | undefined): void {
	if (value === undefined) return;
	const range = DateValue.safeParse(value).success ? dayRange(value) : null;
	if (!range || !isDay(range.from) || !isDay(range.to))
		throw new IsnadError(
			"date_malformed",
			`"${value.slice(0, 40)}" is no date for ${name}: write it as 2023-07-27, 2023-07 or 2023.`,
			{ params: { value: value.slice(0, 40) } },
		);
}

function isDay(day: string): boolean {
	const at = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function whole(name: string, value: number, least: number, most: number): number {
	if (!Number.isInteger(value) || value < least || value > most)
		throw new IsnadError(
			"request_malformed",
			`${name} is ${value}: give a whole number from ${least} to ${most}.`,
		);
	return value;
}
