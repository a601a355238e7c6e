import { longestQuestion } from "../../../../src/domain/question-bounds.ts";
import {
	choicesOf,
	type FilterKey,
	filterKeys,
	filters,
} from "../../../../src/domain/sets/filters.ts";
import { type Html, html } from "../../markup/html.ts";
import type { Visit } from "../visit.ts";

/** The kinds of answer that a page of questions gives, the usual one first. */
export const askedKinds = ["ask", "claims", "search", "timeline"] as const;
export type AskedKind = (typeof askedKinds)[number];

export type SearchEntry = { q: string; kind: AskedKind } & {
	[K in FilterKey]?: string | undefined;
};

/** A question with its limits; it is sent by the address, so that an answer can be bookmarked. */
export function searchForm(entry: SearchEntry, visit: Visit): Html {
	const { language, say, links } = visit;
	const action = (links.list("/", []) ?? "/").split("?")[0];
	const field = (key: FilterKey) => {
		const choices = choicesOf(key);
		return html`<label><span>${say(language, `reader.filter.${key}`)}</span>${
			choices ? choiceField(key, choices, entry, visit) : textField(key, entry[key], visit)
		}</label>`;
	};
	// Ids are nothing to type; where an address holds them they stay.
	const [kept, typed] = [filterKeys.filter(isOfIds), filterKeys.filter((key) => !isOfIds(key))];
	const isNarrowed = filterKeys.some((key) => entry[key]);
	return html`<search><form class="search" action="${action}" method="get">
<label class="question"><span>${say(language, "reader.question")}</span><input type="search" name="q" dir="auto" value="${entry.q}" maxlength="${longestQuestion}" autocomplete="off"></label>
<label><span>${say(language, "reader.kind")}</span><select name="kind">${askedKinds.map((kind) => option(kind, say(language, `reader.kind.${kind}`), kind === entry.kind))}</select></label>
<button type="submit">${say(language, "reader.search")}</button>
<details${isNarrowed ? html` open` : ""}><summary>${say(language, "reader.narrow")}</summary><div class="filters">${typed.map(field)}</div></details>
${kept.map((key) => (entry[key] ? html`<input type="hidden" name="${key}" value="${entry[key]}">` : html``))}
<input type="hidden" name="lang" value="${language}">
</form></search>`;
}

function textField(key: FilterKey, value: string | undefined, { language, say }: Visit): Html {
	const isDay = key === "from" || key === "to";
	const hint = isDay
		? html` placeholder="${say(language, "reader.day_hint")}" inputmode="numeric"`
		: "";
	return html`<input type="text" name="${key}" dir="auto" value="${value ?? ""}" maxlength="${isDay ? 10 : 200}"${hint} autocomplete="off">`;
}

function choiceField(
	key: FilterKey,
	choices: readonly string[],
	entry: SearchEntry,
	{ language, say }: Visit,
): Html {
	const any = option("", say(language, "reader.any"), !entry[key]);
	const all = choices.map((value) =>
		option(value, say(language, `${key}.${value}`), value === entry[key]),
	);
	return html`<select name="${key}">${[any, ...all]}</select>`;
}

function isOfIds(key: FilterKey): boolean {
	return filters[key].takes === "article";
}

function option(value: string, label: string, isChosen: boolean): Html {
	return html`<option value="${value}"${isChosen ? html` selected` : ""}>${label}</option>`;
}
