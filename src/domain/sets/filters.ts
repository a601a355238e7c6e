import { stances } from "./acts.ts";
import { languageKeys } from "./languages.ts";

type FilterRow = {
	/** What is given: a name, several, a day or part of one (ISO), ids of articles, or one of a list. */
	takes: "name" | "names" | "day" | "article" | "choice";
	choices?: readonly string[];
	/** How the command line calls the value, and what it says of the option. */
	value: string;
	help: string;
	/** Its place in a form; platforms take five fields, so the others are only typed. */
	form: 1 | 2 | 3 | 4 | 5 | null;
};

/**
 * What narrows an answer. One row a filter; what it asks of a claim stands in
 * `src/answers/find/filters.ts`, its words are the texts `filter.…`, `note.filter.…` and those of
 * forms, which the check of messages names where they are missing.
 */
export const filters = {
	by: { takes: "name", value: "SPEAKER", help: "only what this speaker said", form: 1 },
	outlet: { takes: "name", value: "NAME", help: "only from this outlet", form: 2 },
	from: { takes: "day", value: "DATE", help: "2023, 2023-07 or 2023-07-27", form: 4 },
	to: { takes: "day", value: "DATE", help: "the same; both ends are included", form: 5 },
	without: {
		takes: "names",
		value: "NAMES",
		help: "nothing of these outlets and speakers, with commas between",
		form: null,
	},
	written: {
		takes: "choice",
		choices: languageKeys,
		value: "LANGUAGE",
		help: `only articles in ${oneOf(languageKeys)}`,
		form: null,
	},
	within: {
		takes: "article",
		value: "IDS",
		help: "only from these articles, by their ids, with commas between",
		form: null,
	},
	stance: { takes: "choice", choices: stances, value: "STANCE", help: oneOf(stances), form: 3 },
} as const satisfies Record<string, FilterRow>;

export type FilterKey = keyof typeof filters;
type ValueOf<Row> = Row extends { choices: readonly (infer Choice)[] } ? Choice : string;
/** Dates are ISO, whole or partial, both ends included. */
export type Filters = { [K in FilterKey]?: ValueOf<(typeof filters)[K]> | undefined };

export const filterKeys = Object.keys(filters) as [FilterKey, ...FilterKey[]];
/** The fields of a form, in their order. */
export const formFields: readonly FilterKey[] = filterKeys
	.filter((key) => filters[key].form !== null)
	.sort((a, b) => (filters[a].form ?? 0) - (filters[b].form ?? 0));

/** The values that a filter takes; null where they are no list. */
export function choicesOf(key: FilterKey): readonly string[] | null {
	const row: FilterRow = filters[key];
	return row.choices ?? null;
}

/** Sets the filter from what was typed or clicked; false where it takes no such value. */
export function putFilter(into: Filters, key: FilterKey, value: string): boolean {
	const choices = choicesOf(key);
	if (choices && !choices.includes(value)) return false;
	Object.assign(into, { [key]: value });
	return true;
}

/** Each of the names that a filter takes: several stand with commas between. */
export function namesIn(value: string): string[] {
	return value
		.split(/[,،;؛]/u)
		.map((name) => name.trim())
		.filter(Boolean);
}

/** The filters that are set, alone. */
export function filtersOf(request: Filters): Filters {
	return Object.fromEntries(
		filterKeys.flatMap((key) => (request[key] === undefined ? [] : [[key, request[key]]])),
	);
}

export function withoutFilters<R extends Filters>(request: R): Omit<R, FilterKey> {
	const open: Partial<R> = { ...request };
	for (const key of filterKeys) delete open[key];
	return open as Omit<R, FilterKey>;
}

/** Without those that a form has fields for; what is only typed stays. */
export function withoutFormFields<R extends Filters>(request: R): R {
	const open: R = { ...request };
	for (const key of formFields) delete open[key];
	return open;
}

/** Whether any filter says something. */
export function isFiltered(request: Filters): boolean {
	return filterKeys.some((key) => Boolean(request[key]));
}

/** "a, b or c". */
export function oneOf(values: readonly string[]): string {
	return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
