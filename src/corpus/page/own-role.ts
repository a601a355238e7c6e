import { type Furniture, FurnitureRole } from "./furniture-data.ts";
import type { Line } from "./lines.ts";

/**
 * What the data file says of a line alone: the first role that fits, most telling first, or null.
 * `published` and `updated` are told by the caller, who knows whether the line holds a date.
 */
export function ownRole(line: Line, furniture: Furniture): FurnitureRole | null {
	const { words, text } = line;
	if (words.length === 0) return "chrome";
	if ((text.includes("©") || /^\(c\)\s*\p{Nd}{4}/iu.test(text)) && words.length <= 25)
		return "copyright";
	if (/[℃℉]|°\s?[CcFfم]?/u.test(text) && words.length <= 5) return "chrome";
	if (isNoProse(text)) return "chrome";
	if (/^[▲△▼▽📷]/u.test(text)) return words.length <= 40 ? "caption" : null;
	if (words.length > furniture.longest) return null;
	let best: FurnitureRole | null = null;
	const offer = (role: FurnitureRole) => {
		if (best === null || rank[role] < rank[best]) best = role;
	};
	for (const { value: rule, end } of furniture.rules.at(words, 0)) {
		if (words.length > rule.maxWords || (rule.open && line.ending === "stop")) continue;
		if (rule.match === "whole" ? end !== words.length : rule.match === "end") {
			if (!(rule.match === "end" && end === words.length)) continue;
		}
		if (rule.mark && !marked(line, end)) continue;
		offer(rule.role);
	}
	for (let at = 1; at < words.length; at++) {
		for (const { value: rule, end } of furniture.rules.at(words, at)) {
			if (words.length > rule.maxWords || (rule.open && line.ending === "stop")) continue;
			if (rule.match === "contains" || (rule.match === "end" && end === words.length))
				offer(rule.role);
		}
	}
	return best;
}

/** Names of sections, languages or sizes side by side: three or more, a few words each. */
export function isNameRow(text: string): boolean {
	if (text.length > 300 || /[.؟!…]["”»]?$/u.test(text)) return false;
	const parts = text
		.split(/ {2,}|\t|\u00a0{2,}|\s*[|•·]\s*/u)
		.map((part) => part.trim())
		.filter((part) => part !== "");
	if (parts.length < 3 || (parts.length === 3 && /\p{Nd}{4}/u.test(text))) return false;
	return (
		parts.every((part) => part.split(/\s+/u).length <= 4) &&
		text.split(/\s+/u).length <= 5 * parts.length
	);
}

/** In UTF-16 units. */
const longestForm = 160;

/** No letter at all, an address alone, or a row of headlines and links on one line. */
function isNoProse(text: string): boolean {
	if (text.length < 40 && !/\p{L}/u.test(text)) return true;
	// A field to fill in, or a box to tick.
	if (text.length < longestForm && /\[[\s_xX]?\]|☐|_{4}/u.test(text)) return true;
	// Sizes to choose from: "Text size: A A A", "- +".
	if (text.length < longestForm && /[:：](?:\s+[\p{L}+\-−]){2,5}$/u.test(text)) return true;
	if (/^(https?:\/\/|www\.)\S+$/i.test(text)) return true;
	const path = text.length < 200 ? text.split(/ [»›>/\\] /) : [];
	// A place with its day, an agency and a sentence are a dateline: the path to a page ends in no stop.
	const leads = /(?<!\.)\.["”»]?$/u.test(text);
	if (path.length >= 3 && !leads && path.slice(0, -1).every((part) => part.length <= 30))
		return true;
	if (isNameRow(text)) return true;
	const parts = text.split(/ {3,}|\t|\u00a0{3,}| \| | • | · /);
	if (parts.length < 5) return false;
	const stops = parts.filter((part) => /[.؟!…]\s*$/u.test(part)).length;
	return stops * 4 < parts.length && text.length / parts.length < 140;
}

const rank = Object.fromEntries(FurnitureRole.options.map((role, at) => [role, at])) as Record<
	FurnitureRole,
	number
>;

/** A colon, bar, dash, comma or the line's end follows the word before `end`. */
function marked(line: Line, end: number): boolean {
	const after = line.text.slice(line.words[end - 1]?.end ?? 0).trimStart();
	return after === "" || /^[:：|/\\\-–—،,.؛»>…©(]/u.test(after);
}
