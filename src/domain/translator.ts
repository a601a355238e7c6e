import type { Language } from "./sets/languages.ts";

/** A text and the two languages; what comes back is not to be trusted before it was checked. */
export type TranslationAsked = {
	text: string;
	from: Language;
	to: Language;
};

/** What an operator runs or rents to translate; nothing is sent anywhere where there is none. */
export interface Translator {
	/** Which program and model it is: two of another name may translate otherwise. */
	readonly name: string;
	/**
	 * The text in the other language as the server gave it. Errors: `translator_away` (none, a late or a
	 * cut answer: another try may do), `translator_refused` (it will refuse the same again),
	 * `translator_malformed` (what came is no translation), `translator_rests` (it is not asked now).
	 * Rejects with the signal's reason where that fires first.
	 */
	translate(asked: TranslationAsked, signal: AbortSignal): Promise<string>;
}

/** A question in the other language, once it was found to ask the same. */
export type TranslatedQuestion = { text: string; language: Language };

/** Translations that were made before. */
export interface KeptTranslations {
	/** Null where it was not; nothing is sent. It never rejects. */
	kept(asked: TranslationAsked): Promise<string | null>;
}

/** What became of one text: it came, was kept from earlier, did not pass its check, or did not come. */
export type TranslationOutcome = "made" | "kept" | "dropped" | "failed" | "spent";
