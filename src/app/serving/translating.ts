import type { TranslateQuestion } from "../../answers/find/find-passages.ts";
import type { Glosser } from "../../domain/gloss.ts";
import { type Metrics, noMetrics } from "../../domain/metrics.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { TranslationStore } from "../../domain/state/translations.ts";
import type { KeptTranslations, Translator } from "../../domain/translator.ts";
import type { GlossReaders } from "../../gloss/check-gloss.ts";
import { ExpectedWait } from "../../gloss/expected-wait.ts";
import { QuestionTranslation } from "../../gloss/question-translation.ts";
import { QuotationGlosser } from "../../gloss/quotation-glosser.ts";
import type { IdentityTable } from "../../identity/identity-table.ts";
import { openStore } from "../../storage/open.ts";
import { carefulTranslator } from "../../translation/careful-translator.ts";
import { chatModel } from "../../translation/chat-model.ts";
import { KeptTranslator } from "../../translation/kept-translator.ts";
import { libreTranslate } from "../../translation/libre-translate.ts";
import type { Config } from "../config.ts";
import type { Io } from "../io.ts";
import { loadInstructions } from "../load/gloss-readers.ts";
import { indexDataFolder } from "../paths.ts";
import { sleep } from "../sleep.ts";
import type { TranslationConfig } from "../translation-config.ts";

export type TranslatingParts = {
	store: TranslationStore;
	metrics: Pick<Metrics, "translated">;
	now: Clock;
	log: Logger;
	/** Fires when the process ends: nothing is waited for then. */
	signal: AbortSignal;
};

/** What is made of a translator, once what its texts are checked by is loaded. */
export type Translating = {
	glosser(readers: GlossReaders, who: () => IdentityTable): Glosser;
	questions(readers: GlossReaders): TranslateQuestion;
};

/** The server itself, asked once and without bounds but the caller's. */
export async function openTranslator(config: TranslationConfig): Promise<Translator> {
	if (config.kind === "libretranslate") return libreTranslate(config);
	return chatModel(config, await loadInstructions(indexDataFolder));
}

/** Null where nothing is configured: nothing is sent anywhere then. */
export async function openTranslating(
	config: TranslationConfig | undefined,
	parts: TranslatingParts,
): Promise<Translating | null> {
	if (!config) return null;
	const { store, metrics, now, log, signal } = parts;
	const careful = carefulTranslator(await openTranslator(config), {
		...{ now, log, random: Math.random },
		sleep: (ms, over) => sleep(ms, over),
	});
	// One for all collections: they share the count of the day, and what is under way.
	const kept = new KeptTranslator(careful, { store, now, log, charactersADay: config.characters });
	const keptFor = (what: "gloss" | "question"): Translator & KeptTranslations => ({
		name: kept.name,
		kept: (asked) => kept.kept(asked),
		translate: (asked, over) =>
			kept.translate(asked, over, (outcome, seconds) =>
				metrics.translated({ what, outcome }, seconds),
			),
	});
	const shared = { waitMs: config.waitMs, wait: new ExpectedWait(now), sleep, log, signal };
	return {
		glosser: (readers, who) =>
			new QuotationGlosser({
				...{ ...shared, readers, who, translator: keptFor("gloss") },
				dropped: () => metrics.translated({ what: "gloss", outcome: "dropped" }, 0),
			}),
		questions(readers) {
			const translator = keptFor("question");
			const questions = new QuestionTranslation({ ...shared, readers, translator });
			return (text, from) => questions.of(text, from);
		},
	};
}

/**
 * The same for a process that answers and keeps no state of its own: what was translated and the count of
 * the day are those of the operator's state. Errors: those of `openStore`.
 */
export async function openTranslatingAlone(
	config: Config,
	log: Logger,
	{ now, signal }: Pick<Io, "now" | "signal">,
): Promise<{ translating: Translating | null; close(): Promise<void> }> {
	if (!config.translation) return { translating: null, close: async () => {} };
	const store = await openStore(config, { log, now, random: Math.random });
	const over = new AbortController();
	const close = async () => {
		over.abort();
		await store.close();
	};
	try {
		const translating = await openTranslating(config.translation, {
			...{ store: store.translations, metrics: noMetrics, now, log },
			signal: AbortSignal.any([signal, over.signal]),
		});
		return { translating, close };
	} catch (error) {
		await close();
		throw error;
	}
}
