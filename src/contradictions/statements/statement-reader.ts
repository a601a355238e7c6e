import type { Article, Claim } from "../../domain/article.ts";
import { type DateFinder, type FoundDate, textOf } from "../../language/dates/index.ts";
import type { FigureExtractor, FoundFigure } from "../../language/figures/figures.ts";
import { onDemand } from "../../language/text/memo.ts";
import { type Sentence, sentences } from "../../language/text/sentences.ts";
import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { causeIn, doerIn } from "./causes.ts";
import type { Mark, Marked, Marks } from "./marks.ts";
import { type Negation, negationsIn } from "./negations.ts";
import { massOf, matchesOf } from "./overlap.ts";
import { placesIn } from "./places.ts";
import { quantitiesIn } from "./quantities.ts";
import { pointsBack, rejected } from "./rejected.ts";
import type { Statement } from "./statement.ts";
import { statesIn } from "./states.ts";
import type { Term, TermReader } from "./terms.ts";
import { wordFigures } from "./word-figures.ts";

export type StatementParts = {
	terms: TermReader;
	marks: Marks;
	dates: DateFinder;
	figures: Pick<FigureExtractor, "findAll">;
};

/** What is read of a claim's surroundings only where it is compared with one of which it matters. */
type Later = {
	paragraph: () => readonly Term[];
	previous: () => readonly Term[];
	speaker: () => readonly Term[];
	title: () => Title;
	before: () => string;
	dates: () => readonly FoundDate[];
};

/** The title of a claim's article. */
type Title = { terms: readonly Term[]; disputes: boolean };

type Read = {
	tokens: readonly Token[];
	terms: Term[];
	marks: Marked[];
	negations: Negation[];
	figures: FoundFigure[];
};

/** Marks of a title that tells an answer. */
const answering: ReadonlySet<Mark> = new Set(["disputes", "counters", "rejections"]);

/** What is read of a hostile article: claims, characters of one, beside it, of its paragraph; words of these. */
const most = { claims: 240, quote: 1_000, beside: 600, paragraph: 1_500, terms: 40, near: 80 };

/** Reads the claims of an article; the same sentence is read once. */
export class StatementReader {
	readonly #parts: StatementParts;

	constructor(parts: StatementParts) {
		this.#parts = parts;
	}

	read(
		article: Pick<Article, "passages" | "published"> & Partial<Pick<Article, "title">>,
		claims: readonly Claim[],
	): Statement[] {
		const title = onDemand(() => this.#title(article.title ?? ""));
		const passages = new Map(
			article.passages.map((passage, i) => {
				const { id, text } = passage;
				const previous = onDemand(() => this.#paragraph(article.passages[i - 1]?.text ?? ""));
				const paragraph = onDemand(() => this.#paragraph(text));
				return [id, { passage, i, paragraph, previous, parts: onDemand(() => sentences(text)) }];
			}),
		);
		const lines = new Map<string, Read>();
		return claims.slice(0, most.claims).flatMap((claim, order): Statement[] => {
			const place = passages.get(claim.passage);
			const { start, end } = claim.source;
			if (!place || start === null || end === null) return [];
			const { passage, i, paragraph, previous, parts } = place;
			const base = passage.source.start ?? 0;
			const around = surroundings(parts(), start - base, end - base);
			const key = `${passage.id} ${around.open} ${around.close}`;
			const line = passage.text.slice(around.open, around.close);
			const read = lines.get(key) ?? this.#line(line);
			lines.set(key, read);
			const at = { order, passage: i, told: claim.told ?? false };
			const span = [start - base - around.open, around.end - around.open] as const;
			const later: Later = {
				paragraph,
				previous,
				title,
				before: () => passage.text.slice(Math.max(0, around.open - most.beside), around.open),
				speaker: onDemand(() => this.termsOf(claim.speaker.name)),
				dates: () => this.#parts.dates.find(line, { published: article.published }),
			};
			return [this.#statement(claim, at, read, span, later)];
		});
	}

	/** The marks of a text by the words that they stand on. */
	marksOf(text: string): { marks: Marked[]; tokens: readonly Token[] } {
		// The same words are read for figures.
		const found = textOf(text).words;
		const words = found.map((token) => token.text);
		return { marks: this.#parts.marks.find(words, isArabic(text) ? "ar" : "en"), tokens: found };
	}

	/** The telling words of a text. */
	termsOf(text: string): Term[] {
		return this.#parts.terms.read(text, tokens(text));
	}

	#line(text: string): Read {
		const { marks, tokens: found } = this.marksOf(text);
		const negations = negationsIn(text, found, marks);
		const terms = this.#parts.terms.read(text, found);
		const figures = [...this.#parts.figures.findAll(text), ...wordFigures(text, found, marks)];
		return { tokens: found, terms, marks, negations, figures };
	}

	#title(text: string): Title {
		const { marks } = this.marksOf(text);
		const disputes = marks.some(({ mark }) => answering.has(mark));
		return { terms: this.termsOf(text).slice(0, most.near), disputes };
	}

	#paragraph(text: string): readonly Term[] {
		return this.termsOf(text.slice(0, most.paragraph)).slice(0, most.near);
	}

	#statement(
		claim: Claim,
		at: Pick<Statement, "order" | "passage" | "told">,
		read: Read,
		[start, end]: readonly [number, number],
		later: Later,
	): Statement {
		const { tokens: all } = read;
		const from = Math.max(
			0,
			all.findIndex((token) => token.end > start),
		);
		let to = from;
		while (to < all.length && (all[to]?.start ?? 0) < end) to++;
		const isIn = (n: number) => n >= from && n < to;
		// What stands before a claim is no word of its: he denied it and said that …
		const own = read.negations.filter(({ mark }) => isIn(mark.from));
		const terms = negated(read.terms.filter((term) => isIn(term.at)).slice(0, most.terms), own);
		const marks = read.marks.filter((m) => isIn(m.from));
		const beside = read.marks.filter((m) => !isIn(m.from));
		const said = claim.saidOn.value;
		const dated = onDemand(() =>
			later
				.dates()
				.flatMap((date) =>
					date.value !== null &&
					date.kind !== "period" &&
					(date.value !== said || (date.start >= start && date.start < end))
						? [{ value: date.value, start: date.start }]
						: [],
				),
		);
		const valuesBehind = (mark: Mark) =>
			dated().filter((d) => read.marks.some((m) => m.mark === mark && isBefore(all, m, d.start)));
		const until = onDemand(() => valuesBehind("untils"));
		const asOf = onDemand(() => until().map(({ value }) => value));
		const days = onDemand(() => {
			const since = [...valuesBehind("sinces"), ...valuesBehind("befores")];
			return dated().flatMap((d) => (until().includes(d) || since.includes(d) ? [] : [d.value]));
		});
		const places = onDemand(() => placesIn(terms, marks));
		const has = (mark: Mark) => marks.some((m) => m.mark === mark);
		// There is no truth in the talk of it: that is more than not to talk of it.
		const isSilent = has("silences") && !has("rejections");
		const denies = claim.act === "denies" && !isSilent;
		const states = onDemand(() => statesIn(own, marks));
		const headline = onDemand(() => ({ mass: massOf(matchesOf(terms, later.title().terms)) }));
		const isCounter = ({ mark }: Marked) => mark === "counters";
		const countered = onDemand(() =>
			[...beside, ...this.marksOf(later.before()).marks].filter(isCounter),
		);
		const figures = read.figures.filter((f) => f.start >= start && f.end <= end + 1);
		return {
			claim,
			...at,
			terms,
			around: negated(
				read.terms.filter((term) => !isIn(term.at)).slice(0, most.terms),
				read.negations,
			),
			get paragraph() {
				return later.paragraph();
			},
			get previous() {
				return later.previous();
			},
			marks: new Set(marks.map(({ mark }) => mark)),
			marked: marks,
			aroundMarks: new Set(beside.map(({ mark }) => mark)),
			quantities: quantitiesIn(figures, all, terms, read.marks),
			get days() {
				return days();
			},
			get asOf() {
				return asOf();
			},
			periods: periodsOf(marks) ?? periodsOf(beside) ?? new Set(),
			get places() {
				return places();
			},
			get speaker() {
				return later.speaker();
			},
			rejects: isSilent ? undefined : rejected(claim, terms, marks, [from, to]),
			pointsBack: pointsBack(terms, marks),
			get states() {
				return states();
			},
			get headline() {
				return headline().mass;
			},
			get countered() {
				return countered().length > 0;
			},
			get titleDisputes() {
				return later.title().disputes;
			},
			cause: causeIn(terms, marks),
			doer: doerIn(terms, marks),
			denies,
		};
	}
}

/** The sentences of a claim, cut where they are too long to be read, and where its own words end. */
function surroundings(parts: readonly Sentence[], start: number, end: number) {
	const last = Math.min(end, start + most.quote);
	const own = parts.filter((s) => s.start < last && s.end > start);
	const open = Math.max(Math.min(own[0]?.start ?? start, start), start - most.beside);
	const close = Math.min(Math.max(own.at(-1)?.end ?? last, last), last + most.beside);
	return { open, close, end: last };
}

function negated(terms: readonly Term[], negations: readonly Negation[]): Term[] {
	return terms.map((term) => {
		const of = negations.filter(({ words }) => words.has(term.at));
		if (of.length === 0) return term;
		return { ...term, negated: true, inPassing: of.every(({ passing }) => passing) };
	});
}

function periodsOf(marks: readonly Marked[]): Set<string> | undefined {
	const found = marks.flatMap(({ mark }) => (mark.startsWith("period:") ? [mark] : []));
	return found.length > 0 ? new Set(found) : undefined;
}

/** Words between "until" and its day: until late on Tuesday. */
const asOfReach = 4;

/** Whether the mark stands shortly before, or at, the character. */
function isBefore(all: readonly Token[], { from, to }: Marked, at: number): boolean {
	const open = all[from]?.start ?? at + 1;
	return open <= at && at <= (all[Math.min(all.length, to + asOfReach) - 1]?.start ?? 0);
}
