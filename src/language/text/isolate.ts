import type { Language } from "../../domain/sets/languages.ts";
import { languageOf } from "./tokens.ts";

/** Words of a person inside a sentence of ours: those of the other script would turn it around. */
export function isolated(text: string, language: Language): string {
	return languageOf(text) === language ? text : `\u2068${text}\u2069`;
}
