import type { Answer, AnswerItem, Counterpart, Gloss } from "../domain/answer.ts";
import { asIsnadError } from "../domain/errors.ts";
import type { GlossedAnswer, Glosser, GlossWait } from "../domain/gloss.ts";
import type { Logger } from "../domain/ports.ts";
import type { Quotation } from "../domain/quotation.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { KeptTranslations, Translator } from "../domain/translator.ts";
import type { IdentityTable } from "../identity/identity-table.ts";
import { remembered } from "../language/text/memo.ts";
import { languageOf } from "../language/text/tokens.ts";
import { faultOf, type GlossFault, type GlossReaders } from "./check-gloss.ts";
import type { ExpectedWait } from "./expected-wait.ts";
import { inTime, type Waiting } from "./in-time.ts";
import { spellNames } from "./names/spell-names.ts";
import type { Translated } from "./one-text.ts";

export type GlosserParts = {
	translator: Translator & Partial<KeptTranslations>;
	readers: GlossReaders;
	who(): IdentityTable;
	/** See `Glosser`. */
	waitMs: number;
	/** Shared with whatever else waits for the same translator. */
	wait: ExpectedWait;
	log: Logger;
	/** A gloss was dropped for this fault: told once of each, as long as it is remembered. */
	dropped(fault: GlossFault): void;
} & Waiting;

/** A longer quotation is a passage that nobody reads in a chat. */
const longestQuote = 2_000;
/** What comes later than this is kept for whoever asks again, and added to no answer. */
const latestMs = 60_000;

/** Glosses quotations that are in another language than their answer. */
export class QuotationGlosser implements Glosser {
	readonly #parts: GlosserParts;
	/** A check takes milliseconds, and what is kept comes with every answer and export. */
	readonly #faultOf: (spelled: string) => { fault: GlossFault | null };

	constructor(parts: GlosserParts) {
		this.#parts = parts;
		this.#faultOf = remembered((spelled) => {
			const translated: Translated = JSON.parse(spelled);
			const fault = faultOf(translated, parts.readers);
			if (!fault) return { fault };
			parts.dropped(fault);
			parts.log("debug", "A machine's translation was dropped.", { fault });
			return { fault };
		});
	}

	get waitMs(): number {
		return this.#parts.waitMs;
	}

	async gloss(answer: Answer, wait: GlossWait): Promise<GlossedAnswer> {
		const quotes = answer.folded ? [] : answer.items.flatMap(quotesOf);
		const { found, later } = await this.#all(quotes, answer.language, wait);
		return {
			answer: withGlosses(answer, found),
			later: later?.then((all) => (all ? withGlosses(answer, all) : null)) ?? null,
		};
	}

	async quotation(quotation: Quotation, wait: GlossWait): Promise<Quotation> {
		const quote = quotedIn(quotation);
		const { against = [], language } = quotation;
		const quotes = [quote, ...against.slice(0, mostRivals).map((rival) => rival.quote)];
		const { found } = await this.#all(quotes, language, wait);
		if (found.size === 0) return quotation;
		const gloss = found.get(quote);
		return {
			...quotation,
			...(gloss ? { gloss } : {}),
			...(quotation.against ? { against: against.map((rival) => glossed(rival, found)) } : {}),
		};
	}

	async one(quote: string, language: Language): Promise<Gloss | null> {
		if (!isWanted(quote, language)) return null;
		const { translator, wait, log, signal } = this.#parts;
		const from = languageOf(quote);
		const end = wait.begin();
		try {
			const gloss = await translator.translate({ text: quote, from, to: language }, signal);
			end("came");
			return this.#checked({ text: quote, from, to: language, gloss });
		} catch (error) {
			end("failed");
			log("debug", "A quotation was not translated.", { code: asIsnadError(error).code });
			return null;
		}
	}

	async kept(quote: string, language: Language): Promise<Gloss | null> {
		if (!isWanted(quote, language)) return null;
		const from = languageOf(quote);
		const gloss = await this.#parts.translator.kept?.({ text: quote, from, to: language });
		return gloss ? this.#checked({ text: quote, from, to: language, gloss }) : null;
	}

	#checked(translated: Translated): Gloss | null {
		const { readers, who } = this.#parts;
		const plain = { ...translated, gloss: oneLine(translated.gloss) };
		const spelled = { ...plain, gloss: spellNames(plain, who(), readers.names) };
		const { fault } = this.#faultOf(JSON.stringify(spelled));
		return fault ? null : { language: spelled.to, text: spelled.gloss };
	}

	/** By quotation: what there is by then, and all that comes later, null where nothing more does. */
	async #all(quotes: readonly string[], language: Language, { ms, patient }: GlossWait) {
		const found = new Map<string, Gloss>();
		const wanted = [...new Set(quotes)].filter((quote) => isWanted(quote, language));
		if (wanted.length === 0) return { found, later: null };
		const all = Promise.all(
			wanted.map(async (quote) => {
				const gloss = await this.one(quote, language);
				if (gloss) found.set(quote, gloss);
			}),
		).then(() => true);
		const isDone = await inTime(all, patient ? ms : this.#parts.wait.of(ms), this.#parts);
		if (isDone) return { found, later: null };
		const early = new Map(found);
		const later = inTime(all, latestMs, this.#parts).then(() =>
			found.size > early.size ? found : null,
		);
		return { found: early, later };
	}
}

function isWanted(quote: string, language: Language): boolean {
	return quote.length <= longestQuote && /\p{L}/u.test(quote) && languageOf(quote) !== language;
}

/** Of what stands against an item, so many are told beside it. */
const mostRivals = 2;

function quotesOf(item: AnswerItem): string[] {
	if (item.kind === "source") return [];
	return [
		item.quote,
		...rivalsOf(item)
			.slice(0, mostRivals)
			.map(({ quote }) => quote),
	];
}

function rivalsOf(item: AnswerItem): readonly Counterpart[] {
	return "contradictedBy" in item ? (item.contradictedBy ?? []) : [];
}

/** The quoted words, or the whole passage where no part of it is marked. */
function quotedIn({ passages, citation }: Quotation): string {
	const marked = passages.find(({ quoted }) => quoted);
	if (marked?.quoted) return marked.text.slice(marked.quoted.from, marked.quoted.to);
	return passages.find(({ line }) => line === citation.line)?.text ?? "";
}

function withGlosses(answer: Answer, found: ReadonlyMap<string, Gloss>): Answer {
	if (found.size === 0) return answer;
	const items = answer.items.map((item) => {
		if (item.kind === "source") return item;
		const told = glossed(item, found);
		const rivals = rivalsOf(item);
		if (rivals.length === 0) return told;
		return { ...told, contradictedBy: rivals.map((rival) => glossed(rival, found)) };
	});
	return { ...answer, items };
}

function glossed<T extends { quote: string }>(cited: T, found: ReadonlyMap<string, Gloss>): T {
	const gloss = found.get(cited.quote);
	return gloss ? { ...cited, gloss } : cited;
}

function oneLine(text: string): string {
	return text.trim().replace(/[ \t]*\n[ \t]*/g, "\n");
}
