import type { Claim, Passage } from "../domain/article.ts";
import type { StatedDate } from "../domain/dates.ts";
import { type Sentence, sentences } from "../language/text/sentences.ts";
import { isArabic } from "../language/text/tokens.ts";
import { articleClaims } from "./article-claims.ts";
import { type ArticleText, type ExtractorParts, telling } from "./article-text.ts";
import { type Explanation, explainPassage } from "./explain.ts";
import type { LanguageReader } from "./language-reader.ts";
import type { KnownSpeaker } from "./speakers/known-speaker.ts";
import { SpeakerRegister } from "./speakers/register.ts";
import { RelayChain } from "./speakers/relay-chain.ts";
import { type DatedSpan, saidOn } from "./speakers/said-on.ts";
import type { Statement } from "./statement.ts";

/** What is said within what is said is quoted again and again: a sentence with more of it is none. */
const mostStatements = 30;

/**
 * The attributed claims of an article, in the order of its text. A quotation is always
 * `passage.text.slice(…)`. The work is linear in the length of the article.
 */
export function extractClaims(parts: ExtractorParts, article: ArticleText): Claim[] {
	const engine = parts.engineOf?.(article.language);
	if (engine) return articleClaims(parts, engine, article);
	const told = article.passages.filter((p) => telling.has(p.kind));
	const reading = new ArticleReading(parts, article, told);
	for (const [index, passage] of told.entries()) {
		for (const sentence of sentences(passage.text)) reading.read(passage, index, sentence);
	}
	return reading.claims();
}

/** How the claims of a passage came about, for people; undefined where the rules alone read or it tells nothing. */
export function explainClaims(
	parts: ExtractorParts,
	article: ArticleText,
	passage: string,
): Explanation | undefined {
	const engine = parts.engineOf?.(article.language);
	const told = article.passages.filter((p) => telling.has(p.kind));
	const at = told.findIndex(({ id }) => id === passage);
	if (!engine || at < 0) return undefined;
	return explainPassage(
		engine,
		told.map(({ text }) => text),
		at,
	);
}

/** An article while it is read, sentence by sentence. */
class ArticleReading {
	readonly #parts: ExtractorParts;
	readonly #article: ArticleText;
	readonly #register: SpeakerRegister;
	readonly #chain: RelayChain;
	readonly #dates: ReadonlyMap<Passage, DatedSpan[]>;
	readonly #found: { claim: Omit<Claim, "speaker">; known: KnownSpeaker }[] = [];
	/** The last day that each speaker is said to have spoken on, and in which passage. */
	readonly #days = new Map<KnownSpeaker, { date: StatedDate; passage: Passage }>();
	/** Who put out a document that speaks. */
	readonly #issuers = new Map<KnownSpeaker, string>();
	readonly #readers = new Map<Passage, LanguageReader>();
	#document: KnownSpeaker | undefined;

	constructor(parts: ExtractorParts, article: ArticleText, told: readonly Passage[]) {
		const { published } = article;
		this.#parts = parts;
		this.#article = article;
		this.#register = new SpeakerRegister(parts.entities, parts.unnamed, article.language);
		this.#chain = new RelayChain(this.#register);
		this.#dates = new Map(told.map((p) => [p, parts.findDates(p.text, published)]));
		for (const p of told) {
			for (const phrase of this.#reader(p).introductions(p.text)) this.#register.introduce(phrase);
		}
	}

	read(passage: Passage, index: number, sentence: Sentence): void {
		const reader = this.#reader(passage);
		const { statements, subject } = reader.read(passage.text, sentence.start, sentence.end);
		let from = sentence.start;
		for (const statement of statements.slice(0, mostStatements)) {
			const known = this.#register.resolve(statement, index);
			if (!known || !/\S/u.test(passage.text.slice(statement.start, statement.end))) continue;
			const day = this.#dayOf(statement, known, passage, { from, end: sentence.end });
			from = statement.end;
			this.#add(passage, index, statement, known, day);
		}
		if (this.#document) {
			const issuer = reader.issuer(passage.text.slice(sentence.start, sentence.end));
			if (issuer) this.#issuers.set(this.#document, issuer.text);
		}
		if (subject) this.#register.notice(subject, index);
	}

	/** A name grows while the article is read; every claim shows its fullest form. */
	claims(): Claim[] {
		return this.#found.map(({ claim, known }) => {
			const issuer = claim.via.length === 0 ? this.#issuers.get(known) : undefined;
			return { ...claim, speaker: known.speaker, via: issuer ? [issuer] : claim.via };
		});
	}

	#dayOf(
		statement: Statement,
		known: KnownSpeaker,
		passage: Passage,
		{ from, end }: { from: number; end: number },
	): StatedDate {
		const { value, precision } = this.#article.published;
		const earlier = this.#days.get(known);
		const day = saidOn(statement, this.#dates.get(passage) ?? [], {
			carried: earlier?.passage === passage ? earlier.date : undefined,
			published: { value, precision, basis: "derived" },
			from: Math.min(from, statement.frameStart),
			sentenceEnd: end,
		});
		if (day.value && !statement.earlier) this.#days.set(known, { date: day, passage });
		return day;
	}

	#add(
		passage: Passage,
		index: number,
		statement: Statement,
		known: KnownSpeaker,
		saidOn: StatedDate,
	): void {
		const { start, end, frameStart } = statement;
		const quote = passage.text.slice(start, end);
		const before = passage.text.slice(frameStart, start);
		const via = this.#chain.of(statement, known, index);
		if (known.speaker.kind === "document") this.#document = known;
		known.passage = index;
		known.via = via;
		const claim = {
			id: `${this.#article.id}-c${this.#found.length + 1}`,
			passage: passage.id,
			quote,
			source: place(passage, start, end),
			via,
			...this.#reader(passage).act(statement.act, quote, before),
			saidOn,
			...this.#parts.subjects.of(quote, this.#register.people()),
		};
		this.#found.push({ claim, known });
	}

	/** Told once a passage, not once a sentence: a page may be one paragraph of a thousand sentences. */
	#reader(passage: Passage): LanguageReader {
		const known = this.#readers.get(passage);
		if (known) return known;
		const reader = this.#parts.readers[isArabic(passage.text) ? "ar" : "en"];
		this.#readers.set(passage, reader);
		return reader;
	}
}

function place({ source }: Passage, start: number, end: number): Claim["source"] {
	const offset = source.start ?? 0;
	return { line: source.line, start: offset + start, end: offset + end };
}
