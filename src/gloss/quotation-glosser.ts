import type { Answer, Gloss } from "../domain/answer.ts";
import { asIsnadError } from "../domain/errors.ts";
import type { GlossedAnswer, Glosser, GlossWait } from "../domain/gloss.ts";
import type { Logger } from "../domain/ports.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { Translator } from "../domain/translator.ts";
import type { IdentityTable } from "../identity/identity-table.ts";
import { languageOf } from "../language/text/tokens.ts";
import { faultOf, type GlossFault, type GlossReaders } from "./check-gloss.ts";
import type { ExpectedWait } from "./expected-wait.ts";
import { spellNames } from "./spell-names.ts";

export type GlosserParts = {
	translator: Translator;
	readers: GlossReaders;
	who(): IdentityTable;
	/** Shared with whatever else waits for the same translator. */
	wait: ExpectedWait;
	/** Resolves early where the signal fires. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
	log: Logger;
	/** A gloss was dropped for this fault. */
	dropped(fault: GlossFault): void;
	/** Ends whatever is under way when the process does. */
	signal: AbortSignal;
};

/** A longer quotation is a passage that nobody reads in a chat. */
const longestQuote = 2_000;
/** What comes later than this is kept for whoever asks again, and added to no answer. */
const latestMs = 60_000;

/** Glosses quotations that are in another language than their answer. */
export class QuotationGlosser implements Glosser {
	readonly #parts: GlosserParts;

	constructor(parts: GlosserParts) {
		this.#parts = parts;
	}

	async gloss(answer: Answer, { ms, patient }: GlossWait): Promise<GlossedAnswer> {
		const found = new Map<number, Gloss>();
		const wanted = answer.items.flatMap((item, at) =>
			item.kind !== "source" && isWanted(item.quote, answer.language)
				? [{ at, quote: item.quote }]
				: [],
		);
		if (wanted.length === 0 || answer.folded) return { answer, later: null };
		const all = Promise.all(
			wanted.map(async ({ at, quote }) => {
				const gloss = await this.one(quote, answer.language);
				if (gloss) found.set(at, gloss);
			}),
		).then(() => true);
		const wait = patient ? ms : this.#parts.wait.of(ms);
		const isDone = await this.#within(all, wait);
		const early = found.size;
		if (isDone) return { answer: withGlosses(answer, found), later: null };
		const later = this.#within(all, latestMs).then(() =>
			found.size > early ? withGlosses(answer, found) : null,
		);
		return { answer: withGlosses(answer, new Map(found)), later };
	}

	async one(quote: string, language: Language): Promise<Gloss | null> {
		if (!isWanted(quote, language)) return null;
		const { translator, readers, who, wait, log, dropped, signal } = this.#parts;
		const from = languageOf(quote);
		const end = wait.begin();
		try {
			const gloss = await translator.translate({ text: quote, from, to: language }, signal);
			end("came");
			const translated = { text: quote, from, to: language, gloss: oneLine(gloss) };
			const spelled = { ...translated, gloss: spellNames(translated, who(), readers.names) };
			const fault = faultOf(spelled, readers);
			if (!fault) return { language, text: spelled.gloss };
			dropped(fault);
			log("debug", "A machine's translation was dropped.", { fault });
		} catch (error) {
			end("failed");
			log("debug", "A quotation was not translated.", { code: asIsnadError(error).code });
		}
		return null;
	}

	/** True where it was done in that time. */
	async #within(work: Promise<boolean>, ms: number): Promise<boolean> {
		const over = new AbortController();
		const { sleep, signal } = this.#parts;
		const late = sleep(ms, AbortSignal.any([over.signal, signal])).then(() => false);
		try {
			return await Promise.race([work, late]);
		} finally {
			over.abort();
		}
	}
}

function isWanted(quote: string, language: Language): boolean {
	return quote.length <= longestQuote && /\p{L}/u.test(quote) && languageOf(quote) !== language;
}

function withGlosses(answer: Answer, found: ReadonlyMap<number, Gloss>): Answer {
	if (found.size === 0) return answer;
	const items = answer.items.map((item, at) => {
		const gloss = item.kind === "source" ? undefined : found.get(at);
		return gloss ? { ...item, gloss } : item;
	});
	return { ...answer, items };
}

function oneLine(text: string): string {
	return text.trim().replace(/[ \t]*\n[ \t]*/g, "\n");
}
