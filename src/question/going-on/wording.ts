import type { Language } from "../../domain/sets/languages.ts";
import { fold } from "../../language/text/normalise.ts";
import { indefinite, isDefinite } from "../../language/words/arabic-clitics.ts";
import type { ConversationData } from "./conversation-data.ts";

/** How the next question is written, in the words of its language. */
export class Wording {
	readonly #saying: ConversationData["saying"];
	readonly #adding: ConversationData["adding"];
	readonly #genders: readonly (readonly string[])[];
	readonly #singular: ReadonlySet<string>;

	/** `singular`: Arabic nouns for one who speaks: an office, a body. */
	constructor({ saying, adding, genders }: ConversationData, singular: readonly string[]) {
		this.#saying = saying;
		this.#adding = adding;
		this.#genders = genders.ar;
		this.#singular = new Set(singular.map(fold));
	}

	/** What somebody says of something. */
	saying(language: Language, by: string, topic: string): string {
		const text = this.#saying[language].replace("{topic}", () => topic);
		const [verb = ""] = this.#genders[0] ?? [];
		const own = language === "ar" ? (this.inGender(fold(verb), by) ?? verb) : "";
		return text.replace("{verb}", () => own).replace("{by}", () => by);
	}

	/** A question about its topic and one thing more. */
	adding(language: Language, question: string, topic: string): string {
		return this.#adding[language]
			.replace("{question}", () => question)
			.replace("{topic}", () => topic);
	}

	/**
	 * The verb, folded, as it stands before an office or a body; undefined where it is so already, or
	 * where either form may stand: of several, and of a person by his name.
	 */
	inGender(verb: string, noun: string): string | undefined {
		const [head = ""] = fold(noun).split(/\s+/u);
		if (!isDefinite(head)) return undefined;
		const isFeminine = /[ةه]$/u.test(head);
		if (!isFeminine && !this.#singular.has(indefinite(head))) return undefined;
		const pair = this.#genders.find((each) => each.some((form) => fold(form) === verb));
		const form = pair?.[isFeminine ? 1 : 0];
		return form !== undefined && fold(form) !== verb ? form : undefined;
	}
}
