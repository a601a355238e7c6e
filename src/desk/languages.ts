import type { Language } from "../domain/sets/languages.ts";
import { languageOf } from "../language/text/tokens.ts";

/** What a person is answered in where nothing that was written tells. */
export const fallback: Language = "en";

/** Of the letters that there are; null where there are none. */
export function languageIn(text: string): Language | null {
	return /\p{L}/u.test(text) ? languageOf(text) : null;
}
