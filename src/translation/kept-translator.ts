import { createHash } from "node:crypto";
import { asIsnadError, IsnadError, isToldOnce } from "../domain/errors.ts";
import { isoDayOf } from "../domain/iso-day.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { TranslationStore } from "../domain/state/translations.ts";
import type {
	KeptTranslations,
	TranslationAsked,
	TranslationOutcome,
	Translator,
} from "../domain/translator.ts";

export type KeptParts = {
	store: TranslationStore;
	now: Clock;
	log: Logger;
	/** Characters that may be sent on one day (UTC). */
	charactersADay: number;
};

/** What became of one text, and how long it took. */
export type Told = (outcome: TranslationOutcome, seconds: number) => void;

/**
 * The same translator, for all who ask it: once for a text, however often and by however many at a time,
 * and for no more than a day's characters. A store that fails is as one that keeps nothing, except that
 * without its count nothing is sent. Errors: those of `Translator`.
 */
export class KeptTranslator implements Translator, KeptTranslations {
	readonly name: string;
	readonly #inner: Translator;
	readonly #parts: KeptParts;
	readonly #underWay = new Map<string, Promise<string>>();
	#spentDay = "";

	constructor(inner: Translator, parts: KeptParts) {
		this.name = inner.name;
		this.#inner = inner;
		this.#parts = parts;
	}

	/** What was translated before; null where it was not, and nothing is sent. */
	async kept(asked: TranslationAsked): Promise<string | null> {
		try {
			return await this.#parts.store.get(this.#keyOf(asked));
		} catch (error) {
			this.#storeFailed(error);
			return null;
		}
	}

	/**
	 * The signal is not that of one who waits: what was begun is kept for the next who asks. Whoever asks
	 * for what is under way already is told nothing.
	 */
	translate(asked: TranslationAsked, signal: AbortSignal, told: Told = () => {}): Promise<string> {
		const key = this.#keyOf(asked);
		const known = this.#underWay.get(key);
		if (known) return known;
		const made = this.#translate(asked, signal, told).finally(() => this.#underWay.delete(key));
		this.#underWay.set(key, made);
		return made;
	}

	async #translate(asked: TranslationAsked, signal: AbortSignal, told: Told): Promise<string> {
		const { store, now } = this.#parts;
		const begun = now();
		const tell = (outcome: TranslationOutcome) => told(outcome, (now() - begun) / 1_000);
		const kept = await this.kept(asked);
		if (kept !== null) {
			tell("kept");
			return kept;
		}
		if (!(await this.#spend(asked.text.length))) {
			tell("spent");
			throw new IsnadError(
				"translator_rests",
				"What may be sent to the translator on one day was sent: raise ISNAD_TRANSLATE_CHARACTERS.",
			);
		}
		try {
			const text = await this.#inner.translate(asked, signal);
			tell("made");
			await store.put(this.#keyOf(asked), text, now()).catch((error) => this.#storeFailed(error));
			return text;
		} catch (error) {
			tell("failed");
			throw error;
		}
	}

	async #spend(count: number): Promise<boolean> {
		const { store, now, log, charactersADay } = this.#parts;
		const day = isoDayOf(now());
		try {
			const isOpen = await store.spend(day, count, charactersADay);
			if (!isOpen && this.#spentDay !== day) {
				this.#spentDay = day;
				log(
					"warn",
					"What may be translated on one day is used up: raise ISNAD_TRANSLATE_CHARACTERS.",
					{
						characters: charactersADay,
					},
				);
			}
			return isOpen;
		} catch (error) {
			this.#storeFailed(error);
			return false;
		}
	}

	#storeFailed(error: unknown): void {
		if (isToldOnce(error)) return;
		this.#parts.log("warn", "What is translated could not be looked up or kept.", {
			code: asIsnadError(error).code,
		});
	}

	/** By what was asked of whom: a hash, so that no text of an article is an index of the store. */
	#keyOf({ text, from, to }: TranslationAsked): string {
		return createHash("sha256")
			.update(JSON.stringify([this.name, from, to, text]))
			.digest("base64url");
	}
}
