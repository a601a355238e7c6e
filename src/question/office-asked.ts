import { isArabic } from "../language/text/tokens.ts";
import type { NamedWords } from "./deed-asked.ts";
import { type QuestionTypeRow, questionTypes } from "./question-types.ts";
import { headOf, type QuestionWords } from "./question-words.ts";

/** Folded words: what somebody or something is, and whose. */
export type OfficeAsked = { office: readonly string[]; of: readonly string[] };

/** Words of an office: prime minister. */
const longestOffice = 3;

/**
 * Who or what is something of a named one, where a question asks no more: who is the mayor of Oslo, من هو
 * رئيس كينيا.
 */
export function officeAsked(
	{ words, type, names }: NamedWords,
	known: QuestionWords,
): OfficeAsked | undefined {
	const { copulas, determiners, named } = known;
	const row: QuestionTypeRow = questionTypes[type];
	const isThing = row.amount === true;
	if (!isThing && row.wants !== "name") return undefined;
	const name = names.at(-1);
	if (!name || name.to !== words.length) return undefined;
	const between = words.slice(headOf(words, known), name.from);
	const office = between.filter((word) => !copulas.has(word) && !determiners.has(word));
	if (office.length === 0 || office.length > longestOffice) return undefined;
	// English says whose it is by a word before the name, Arabic by the name alone.
	const isAsked = isArabic(office[0] ?? "")
		? named.at(words, 0) !== undefined || (isThing && office.length === 1)
		: copulas.has(words[1] ?? "") && determiners.has(words[name.from - 1] ?? "");
	return isAsked ? { office, of: words.slice(name.from, name.to) } : undefined;
}
