import type { Request } from "../../domain/answer.ts";
import { type FilterKey, filterKeys, filters } from "../../domain/sets/filters.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/**
 * "Without Reuters", "any outlet again": the last request with less of what it was narrowed to. Null
 * where the text takes nothing of it back.
 */
export function takenBack(text: string, last: Request, words: FollowUpVocabulary): Request | null {
	const typed = tokens(text).map((token) => token.text);
	const lead = words.leadOf(typed).to;
	const any = words.whatever.at(typed, lead);
	const hit = words.without.at(typed, lead) ?? any;
	if (!hit) return null;
	const rest = typed.slice(hit.to).filter((word) => words.limitOf(word) || !words.isEmpty(word));
	if (rest.length === 0) return null;
	const limits = rest.map((word) => words.limitOf(word));
	const namesLimits = limits.every(Boolean);
	if (any === hit && !namesLimits) return null;
	const isLifted = (key: FilterKey) =>
		namesLimits &&
		limits.some(
			(limit) =>
				limit === "all" || limit === key || (limit === "days" && filters[key].takes === "day"),
		);
	// What is left out already stays so where it is named once more, and an id is no name.
	const isNamed = (key: FilterKey) =>
		filters[key].takes !== "names" &&
		filters[key].takes !== "article" &&
		tokens(last[key] ?? "").some((token) => rest.includes(token.text));
	const set = filterKeys.filter((key) => last[key] !== undefined);
	const kept = set.filter((key) => !isLifted(key) && !isNamed(key));
	if (kept.length === set.length) return null;
	const { command, language, limit } = last;
	return {
		...Object.fromEntries(kept.map((key) => [key, last[key]])),
		command,
		text: last.text,
		language,
		limit,
		offset: 0,
	};
}
