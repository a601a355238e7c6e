import type { Asker, TypedText } from "../domain/chat.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { Settings } from "../domain/sets/settings.ts";
import { languageOf } from "../language/text/tokens.ts";

/** What a person is answered in where nothing tells. */
export const fallback: Language = "en";

/** Of the letters that there are; null where there are none. */
export function languageIn(text: string): Language | null {
	return /\p{L}/u.test(text) ? languageOf(text) : null;
}

/** Arabic where the command was given in Arabic. A Latin name tells nothing: everybody types those. */
export function chosenByName({ name = "", text = "" }: TypedText): Language | undefined {
	const [first = ""] = text.trim().split(/\s+/, 1);
	return [name, first].some((word) => languageIn(word) === "ar") ? "ar" : undefined;
}

/** The language of a notice, of help, of a prompt: what was set, who reads it, what was typed. */
export function noticeLanguage(
	set: Settings["language"],
	{ language }: Pick<Asker, "language">,
	typed: TypedText,
): Language {
	if (set !== "auto") return set;
	return chosenByName(typed) ?? language ?? languageIn(typed.text ?? "") ?? fallback;
}

/** In which language a text of ours is told to somebody. */
export class Speech {
	readonly #set: (asker: Asker) => Promise<Settings>;

	/** `set`: the settings that hold for the asker. */
	constructor(set: (asker: Asker) => Promise<Settings>) {
		this.#set = set;
	}

	/** Never fails: where the settings cannot be read the person's own language is left. */
	async of(asker: Asker, typed: TypedText = {}): Promise<Language> {
		const set = await this.#set(asker).catch(() => null);
		return noticeLanguage(set?.language ?? "auto", asker, typed);
	}
}
