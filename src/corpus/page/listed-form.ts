import { indefinite, withoutPreposition } from "../../language/words/arabic-clitics.ts";

/** Whether a folded word is in a list, with or without its article and a preposition written onto it. */
export function hasForm(word: string, list: ReadonlySet<string>): boolean {
	return [word, indefinite(word), withoutPreposition(word)].some((form) => list.has(form));
}
