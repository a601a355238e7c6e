import type { Request } from "../../domain/answer.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import { isYear } from "../bare-years.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/**
 * What is typed to mend the last question, as a question that goes on from it: "not the embassy, the
 * company", "I meant March", of the year that was asked of.
 */
export function corrected(
	text: string,
	last: Request | undefined,
	words: FollowUpVocabulary,
): string {
	return withYear(meantInstead(text, words), last, words);
}

function meantInstead(text: string, words: FollowUpVocabulary): string {
	const all = tokens(text);
	const folded = all.map((token) => token.text);
	const hit = words.corrects.at(folded, 0);
	const comma = text.search(/[,،]/u);
	const first = all[hit?.to ?? 0];
	// «لا أقصد» says that it was not meant before a name and a comma, and "no, I mean" elsewhere.
	if (hit && first && comma >= first.end)
		return `${text.slice(0, all[0]?.start)}${hit.value} ${text.slice(comma + 1).trim()}`;
	const meant = words.means.at(folded, 0);
	const own = meant && all[meant.to];
	return own ? `${meant.value} ${text.slice(own.start)}` : text;
}

/** A month by itself is one of the year of which was asked. */
function withYear(text: string, last: Request | undefined, words: FollowUpVocabulary): string {
	const all = tokens(text);
	const folded = all.map((token) => token.text);
	const [month, other] = words.months.find(folded);
	const year = last && yearOf(last);
	if (!month || other || !year || all.some(({ text: word }) => /\p{Nd}/u.test(word))) return text;
	const isRest = ({ text: word }: Token, at: number) =>
		(at >= month.from && at < month.to) || words.isEmpty(word) || words.isInside(word);
	const lead = words.leadOf(folded).to;
	if (!all.every((token, at) => at < lead || isRest(token, at))) return text;
	const end = all[month.to - 1]?.end ?? text.length;
	return `${text.slice(0, end)} ${year}${text.slice(end)}`;
}

/** The year that a question names, or that it was narrowed to. */
function yearOf({ text, from, to }: Request): string | undefined {
	const named = tokens(text).findLast(({ text: word }) => isYear(word));
	return named?.text ?? (from ?? to)?.slice(0, 4);
}
