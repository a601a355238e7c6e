import { type Article, type Claim, isHeading } from "../../domain/article.ts";
import type { Bilingual } from "../../domain/sets/languages.ts";
import { sentences } from "../../language/text/sentences.ts";
import { deniedAside } from "./asides.ts";
import type { Mark } from "./marks.ts";
import type { StatementReader } from "./statement-reader.ts";

/** Parts of one article that are looked at: a hostile text has thousands. */
const mostParts = 100;
/** Characters of one that are looked at. */
const longestPart = 1_000;
/** Words of a part beside a claim: what is shorter says whose claim it is. */
const shortestBeside = 6;
/** How sure it is who says it: nobody read a speaker. */
const confidence = 0.2;

/** What they are called of whom nobody was read. */
export type Voices = {
	/** Of what is passed on. */
	unnamed: Bilingual;
	/** Of what the article says itself. */
	ownWords: Bilingual;
};

/**
 * What an article tells where no claim was read, as claims. They become claims only where another
 * one stands against them: a rumour is told for the sake of its rejection. Their ids are of their
 * places, whatever else was read of the article.
 */
export function toldIn(
	reader: StatementReader,
	article: Pick<Article, "id" | "language" | "passages" | "claims">,
	voices: Voices,
	isWanted: (text: string, marks: ReadonlySet<Mark>) => boolean = () => true,
): Claim[] {
	const out: Claim[] = [];
	for (const passage of article.passages) {
		const { id, text, source } = passage;
		if (isHeading(passage) || source.start === null) continue;
		const base = source.start;
		const spans = ownSpans(article.claims, id, base);
		for (const free of untold(text, spans)) {
			if (out.length >= mostParts) return out;
			const part = extent(reader, text, free);
			const told = text.slice(part.from, part.to);
			if ((free.beside && !tells(told, part)) || !isWanted(told, part.marks)) continue;
			const { isRumour } = part;
			const label = isRumour ? voices.unnamed : voices.ownWords;
			out.push(toldClaim(article, passage, part, label, isRumour ? "alleges" : "asserts"));
		}
		for (const [start, end] of spans) {
			const aside = deniedAside(reader, text.slice(start, end));
			if (!aside) continue;
			const { marks } = reader.marksOf(text.slice(start + aside.from, start + aside.to));
			if (!isWanted("", new Set(marks.map(({ mark }) => mark)))) continue;
			const at = { from: start + aside.from, to: start + aside.to };
			out.push(toldClaim(article, passage, at, voices.ownWords, "denies"));
		}
	}
	return out;
}

function toldClaim(
	{ id, language }: Pick<Article, "id" | "language">,
	{ id: passage, text, source }: Article["passages"][number],
	{ from, to }: Pick<Extent, "from" | "to">,
	label: Bilingual,
	act: Claim["act"],
): Claim {
	const base = source.start ?? 0;
	return {
		id: `${id}-t${source.line}x${base + from}`,
		passage,
		quote: text.slice(from, to),
		source: { line: source.line, start: base + from, end: base + to },
		speaker: { name: label[language], kind: "anonymous", label, unread: true },
		via: [],
		act,
		hedged: false,
		confidence,
		saidOn: { value: null, precision: "unknown", basis: "unknown" },
		about: [],
		topics: [],
		told: true,
	};
}

/** A part of a passage's text; `beside`: a claim stands in its sentence. */
type Free = { from: number; to: number; beside: boolean };

function ownSpans(claims: readonly Claim[], passage: string, base: number): [number, number][] {
	return claims
		.filter((claim) => claim.passage === passage)
		.map(({ source }): [number, number] => [
			(source.start ?? base) - base,
			(source.end ?? base) - base,
		])
		.sort(([a], [b]) => a - b);
}

const answered: readonly Mark[] = ["rumours", "rejections"];

/** Of what an article tells itself another one answers figures, rumours and rejections: most is none of them. */
export function mayBeAnswered(text: string, marks: ReadonlySet<Mark>): boolean {
	return /\p{Nd}/u.test(text) || answered.some((mark) => marks.has(mark));
}

/** Sentences of a text without what claims stand on. */
function* untold(text: string, claimed: readonly [number, number][]): Generator<Free> {
	let next = 0;
	for (const { start, end } of sentences(text)) {
		while (next < claimed.length && (claimed[next]?.[1] ?? 0) <= start) next++;
		let from = start;
		let beside = false;
		for (let at = next; at < claimed.length; at++) {
			const [begins, ends] = claimed[at] as [number, number];
			if (begins >= end) break;
			beside = true;
			if (begins > from) yield { from, to: begins, beside };
			from = Math.max(from, ends);
		}
		if (from < end) yield { from, to: end, beside };
	}
}

/** Whether a part beside a claim tells more than whose claim it is: a figure, or that somebody denied this. */
function tells(told: string, { words, marks, deniesSaying }: Extent): boolean {
	if (words < shortestBeside) return false;
	if (/\p{Nd}/u.test(told)) return true;
	return marks.has("disputes") && (marks.has("pointers") || deniesSaying);
}

type Extent = {
	from: number;
	to: number;
	words: number;
	isRumour: boolean;
	/** It ends by whose words are denied: Beijing had denied the minister's claims. */
	deniesSaying: boolean;
	marks: ReadonlySet<Mark>;
};

/** Words between the end of a part and what it calls the words that are denied. */
const endReach = 8;

/** Of a rumour what stands behind "that", otherwise all of it without its last point. */
function extent(
	reader: StatementReader,
	text: string,
	{ from: start, to: end, beside }: Free,
): Extent {
	const part = text.slice(start, Math.min(end, start + longestPart));
	const { marks, tokens } = reader.marksOf(part);
	const rumour = marks.find(({ mark }) => mark === "rumours");
	const that = rumour && marks.find((m) => m.mark === "introducers" && m.from > rumour.from);
	const behind = that && tokens[that.to];
	const last = tokens.at(-1)?.end ?? part.length;
	const first = beside ? (tokens[0]?.start ?? 0) : 0;
	const from = behind && behind.start < last ? behind.start : first;
	return {
		from: start + from,
		to: start + last,
		words: tokens.length,
		isRumour: rumour !== undefined,
		deniesSaying: marks.some(
			(m) =>
				m.mark === "sayings" &&
				m.from >= tokens.length - endReach &&
				marks.some((d) => d.mark === "disputes" && d.to <= m.from && d.to > m.from - endReach),
		),
		marks: new Set(marks.map(({ mark }) => mark)),
	};
}
