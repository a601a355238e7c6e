import { asIsnadError } from "../domain/errors.ts";
import type { Logger } from "../domain/ports.ts";
import { type Language, languageKeys } from "../domain/sets/languages.ts";
import type { TranslatedQuestion, Translator } from "../domain/translator.ts";
import { type GlossReaders, questionFaultOf } from "./check-gloss.ts";
import type { ExpectedWait } from "./expected-wait.ts";
import { inTime, type Waiting } from "./in-time.ts";

export type QuestionTranslationParts = {
	translator: Translator;
	readers: GlossReaders;
	/** Milliseconds that a question may wait. */
	waitMs: number;
	/** Shared with whatever else waits for the same translator. */
	wait: ExpectedWait;
	log: Logger;
} & Waiting;

/** One word is what dictionaries are for, and says too little to be checked. */
const fewestLetters = 8;

/**
 * What a question says in the other language, to be looked for beside its own words; null where that does
 * not come in time or says something else. It never rejects, and what comes late is kept for the next.
 */
export class QuestionTranslation {
	readonly #parts: QuestionTranslationParts;

	constructor(parts: QuestionTranslationParts) {
		this.#parts = parts;
	}

	async of(text: string, from: Language): Promise<TranslatedQuestion | null> {
		const to = languageKeys.find((language) => language !== from);
		if (!to || (text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return null;
		const { wait, waitMs } = this.#parts;
		// Taken before it begins, as it would count as one that is under way.
		const ms = wait.of(waitMs);
		return inTime(this.#translate(text, from, to), ms, this.#parts);
	}

	async #translate(text: string, from: Language, to: Language): Promise<TranslatedQuestion | null> {
		const { translator, readers, wait, log, signal } = this.#parts;
		const end = wait.begin();
		try {
			const gloss = await translator.translate({ text, from, to }, signal);
			end("came");
			const fault = questionFaultOf({ text, from, to, gloss }, readers);
			if (!fault) return { text: gloss, language: to };
			log("debug", "A question's translation was dropped.", { fault });
		} catch (error) {
			end("failed");
			log("debug", "A question was not translated.", { code: asIsnadError(error).code });
		}
		return null;
	}
}
