import type { Bilingual, Claim, Language, Passage } from "../domain/article.ts";
import type { PublishedDate, StatedDate } from "../domain/dates.ts";
import { isArabic } from "../language/tokens.ts";
import { sentences } from "../language/sentences.ts";
import type { NamedEntity, NameTable } from "./names.ts";
import type { SpeakerPhrase } from "./phrase.ts";
import { type DatedSpan, saidOn, storyDay } from "./said-on.ts";
import { type KnownSpeaker, SpeakerRegister } from "./speakers.ts";
import type { SentenceReading, Statement } from "./statement.ts";
import type { Subjects } from "./subjects.ts";

/** What claims are read from: an article before its claims are known. */
export type ArticleText = {
	id: string;
	language: Language;
	published: PublishedDate;
	passages: readonly Passage[];
};

/** How one language says who said it. */
export type LanguageReader = {
	read(line: string, from: number, to: number): SentenceReading;
	/** Names with their titles that a passage introduces, in no certain order. */
	introductions(line: string): SpeakerPhrase[];
	/** The body that put out the document which the line speaks of. */
	issuer(line: string): SpeakerPhrase | undefined;
	act(act: Statement["act"], quote: string, before: string): { act: Statement["act"]; hedged: boolean };
};

export type ExtractorParts = {
	readers: Record<Language, LanguageReader>;
	entities: NameTable<NamedEntity>;
	subjects: Subjects;
	/** What an unnamed speaker is called, in both languages. */
	unnamed: Bilingual;
	findDates(line: string, published: PublishedDate): DatedSpan[];
};

/** Passages that tell, as against titles and subheads. */
const telling: ReadonlySet<Passage["kind"]> = new Set(["body", "quote"]);
const leadPassages = 3;
/** How far the report of one outlet is taken to go on without naming it. */
const carriedPassages = 2;

/** The attributed claims of an article, in the order of its text. */
export function extractClaims(parts: ExtractorParts, article: ArticleText): Claim[] {
	const register = new SpeakerRegister(parts.entities, parts.unnamed, article.language);
	const told = article.passages.filter((p) => telling.has(p.kind));
	const dates = new Map(told.map((p) => [p, parts.findDates(p.text, article.published)]));
	const lead = told.slice(0, leadPassages).flatMap((p) => dates.get(p) ?? []);
	const story = storyDay(lead, article.published.value ? { ...article.published, basis: "derived" } : null);
	for (const p of told) for (const phrase of reader(parts, p).introductions(p.text)) register.introduce(phrase);
	const claims: { claim: Omit<Claim, "speaker">; known: KnownSpeaker }[] = [];
	const issued = new Map<KnownSpeaker, string>();
	let document: KnownSpeaker | undefined;
	let outlet: { name: string; passage: number } | undefined;
	const carried = new Map<KnownSpeaker, { date: StatedDate; passage: number }>();
	for (const [index, passage] of told.entries()) {
		const { read, act } = reader(parts, passage);
		for (const sentence of sentences(passage.text)) {
			const reading = read(passage.text, sentence.start, sentence.end);
			let said = sentence.start;
			for (const statement of reading.statements) {
				const known = register.resolve(statement, index);
				if (!known) continue;
				const quote = passage.text.slice(statement.start, statement.end);
				if (quote.trim().length === 0) continue;
				const earlier = carried.get(known);
				const day = saidOn(statement, dates.get(passage) ?? [], {
					carried: earlier && index - earlier.passage <= 2 ? earlier.date : undefined,
					story,
					from: Math.min(said, statement.frameStart),
					sentenceEnd: sentence.end,
				});
				said = statement.end;
				if (day.value && !statement.earlier) carried.set(known, { date: day, passage: index });
				const via = relayers(register, statement, known, index);
				const relayer = known.speaker.kind === "outlet" ? known.speaker.name : via.find((name) => register.isOutlet(name));
				if (relayer) outlet = { name: relayer, passage: index };
				// An unnamed source speaks to the outlet whose report is being told.
				else if (outlet && index - outlet.passage <= carriedPassages && (known.confides || register.isConfiding(via[0]))) {
					via.push(outlet.name);
					outlet.passage = index;
				}
				if (known.speaker.kind === "document") document = known;
				known.passage = index;
				known.via = via;
				const stance = act(statement.act, quote, passage.text.slice(statement.frameStart, statement.start));
				const claim = {
					id: `${article.id}-c${claims.length + 1}`,
					passage: passage.id,
					quote,
					source: place(passage, statement),
					via,
					act: stance.act,
					hedged: stance.hedged,
					saidOn: day,
					...parts.subjects.of(quote, register.people()),
				};
				claims.push({ claim, known });
			}
			const issuer = document ? reader(parts, passage).issuer(passage.text.slice(sentence.start, sentence.end)) : undefined;
			if (document && issuer) issued.set(document, issuer.text);
			if (reading.subject) register.notice(reading.subject, index);
		}
	}
	// A name grows while the article is read; every claim shows its fullest form.
	return claims.map(({ claim, known }) => {
		const from = issued.get(known);
		return { ...claim, speaker: known.speaker, via: claim.via.length === 0 && from ? [from] : claim.via };
	});
}

function reader(parts: ExtractorParts, passage: Passage): LanguageReader {
	return parts.readers[isArabic(passage.text) ? "ar" : "en"];
}

function relayers(register: SpeakerRegister, s: Statement, known: KnownSpeaker, passage: number): string[] {
	const named = s.via.flatMap((phrase) => register.relayer(phrase) ?? []);
	if (s.speaker?.outlet && s.speaker.kind === "anonymous") named.push(s.speaker.outlet);
	const list = [...new Set(named)].filter((name) => name !== known.speaker.name);
	if (list.length > 0) return list;
	// No outlet in this sentence: the one that relayed the same speaker just before goes on.
	return passage - known.passage <= 1 && known.passage >= 0 ? known.via : [];
}

function place(passage: Passage, s: Statement): Claim["source"] {
	const offset = passage.source.start ?? 0;
	return { line: passage.source.line, start: offset + s.start, end: offset + s.end };
}
