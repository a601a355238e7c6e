import type { Figure, Passage } from "../../domain/article.ts";
import { unknownPublished } from "../../domain/dates.ts";
import type { DateData } from "../dates/date-data.ts";
import type { Lexicon } from "../dates/date-words.ts";
import type { DateFinder, FoundDate } from "../dates/find-dates.ts";
import { tenseAt } from "../dates/recognise/tense.ts";
import { phraseAt, spanOf, type Text, textOf } from "../dates/words-of-line.ts";
import { onDemand } from "../text/memo.ts";
import { amountAt } from "./amounts.ts";
import { compileFigureWords, type FigureData, type FigureWords } from "./figure-data.ts";
import { isPartOfName, nounAt, symbolBefore, unitAt } from "./figure-units.ts";

export { FigureData, parseFigureData } from "./figure-data.ts";

/** A number with what it counts: `line.slice(start, end) === quote`, the qualifier included. */
export type FoundFigure = {
	start: number;
	end: number;
	quote: string;
	/** Null for dozens, thousands and their like. */
	value: number | null;
	/** `percent`, a currency code, or the counted noun as the text has it. */
	unit: string;
	qualifier: string | null;
};

export type FigureExtractor = {
	/** Figures of one line, in order, none inside another. Linear in the length. */
	find(line: string): FoundFigure[];
	/** The same with numbers that stand without what they count: their unit is empty. */
	findAll(line: string): FoundFigure[];
	/** Figures of an article's passages with their place in the source. */
	extract(passages: readonly Passage[]): Figure[];
};

export function createFigureExtractor(
	data: { figures: FigureData; dates: DateData },
	dates: DateFinder,
): FigureExtractor {
	const lists = compileFigureWords(data.figures, data.dates);
	const reading =
		(bare: boolean) =>
		(line: string): FoundFigure[] => {
			const text = textOf(line);
			// Most sentences hold no figure: only what may be one is held against the dates.
			const calendar = onDemand(() =>
				dates.find(line, { published: unknownPublished }).filter(isCalendar),
			);
			return figuresOf(text, calendar, { ...lists, bare });
		};
	const find = reading(false);
	const extract = (passages: readonly Passage[]): Figure[] =>
		passages.flatMap((passage) =>
			find(passage.text).map((figure) => ({
				passage: passage.id,
				quote: figure.quote,
				source: shifted(passage, figure),
				value: figure.value,
				unit: figure.unit,
				qualifier: figure.qualifier,
			})),
		);
	return { find, findAll: reading(true), extract };
}

/** `bare`: whether a number that counts nothing is one too. */
type Lists = FigureWords & { bare: boolean };

function shifted(passage: Passage, { start, end }: FoundFigure): Figure["source"] {
	const at = passage.source.start;
	return {
		line: passage.source.line,
		start: at === null ? null : at + start,
		end: at === null ? null : at + end,
	};
}

/** Numbers in these are days and years; in "three days ago" they count. */
function isCalendar(date: FoundDate): boolean {
	return (
		date.kind !== "ago" && date.kind !== "ahead" && date.kind !== "offset" && date.kind !== "period"
	);
}

function figuresOf(text: Text, dates: () => FoundDate[], lists: Lists): FoundFigure[] {
	const out: FoundFigure[] = [];
	let date = 0;
	const isInDate = (at: number): boolean => {
		const calendar = dates();
		while ((calendar[date]?.end ?? Number.POSITIVE_INFINITY) <= at) date++;
		return (calendar[date]?.start ?? Number.POSITIVE_INFINITY) <= at;
	};
	for (let at = 0; at < text.words.length; ) {
		const word = text.words[at];
		if (!lists.opens(word?.text ?? "")) {
			at++;
			continue;
		}
		const found = figureAt(text, at, lists);
		if (!found || isInDate(word?.start ?? 0)) {
			at++;
			continue;
		}
		out.push(found.figure);
		at = Math.max(found.end, at + 1);
	}
	return out;
}

/** Where a figure may begin: its qualifier stands at `at`, where there is one, its number at `start`. */
type Place = {
	text: Text;
	at: number;
	start: number;
	lead: { value: string; from: number } | null;
};

function figureAt(
	text: Text,
	at: number,
	lists: Lists,
): { figure: FoundFigure; end: number } | null {
	const qualified = phraseAt(text, at, lists.qualifiers);
	const lead = qualified && isNext(text, qualified.end) ? qualified : null;
	const start = lead?.end ?? at;
	const head = text.words[start];
	if (!head) return null;
	const amount = amountAt(text, start, lists.lex, lists.scales);
	const symbol = amount ? symbolBefore(text, start, lists) : null;
	const place = { text, at, start, lead };
	if (!amount) return counted(place, lists) ?? vagueAt(place, lists);
	if (isPartOfName(text, start, amount.end)) return null;
	const unit = symbol
		? { unit: symbol.unit, end: amount.end, to: amount.to }
		: (unitAt(text, amount, lists) ?? (lists.bare ? { unit: "", ...amount } : null));
	if (!unit) return null;
	const after = phraseAt(text, unit.end, lists.after);
	const trails = after !== null && text.words[unit.end]?.near === true;
	const qualifier = lead?.value ?? (trails ? after.value : null) ?? forecast(text, at, lists);
	const from = lead?.from ?? symbol?.from ?? amount.from;
	const { value } = amount;
	return {
		figure: figure(
			text,
			{ from, to: trails ? after.to : unit.to },
			{ value, unit: unit.unit, qualifier },
		),
		end: trails ? after.end : unit.end,
	};
}

function figure(
	text: Text,
	piece: { from: number; to: number },
	counts: Pick<FoundFigure, "value" | "unit" | "qualifier">,
): FoundFigure {
	const [start, end] = spanOf(text, piece);
	return { start, end, quote: text.line.slice(start, end), ...counts };
}

/** A qualifier is followed by its number, a currency sign at most between them. */
function isNext(text: Text, at: number): boolean {
	const gap = text.words[at]?.gap;
	return gap === "" || (gap?.length === 1 && /\p{Sc}/u.test(gap));
}

/** "نحو عام": one, where a qualifier makes it a quantity; يومين: two. */
function counted(
	{ text, start, lead }: Place,
	lists: FigureWords,
): { figure: FoundFigure; end: number } | null {
	const dual = phraseAt(text, start, lists.lex.dual);
	const single = dual || !lead ? null : phraseAt(text, start, lists.lex.singular);
	const unit = dual ?? single;
	if (!unit || (single && text.words[unit.end]?.number != null)) return null;
	const [unitStart, unitEnd] = spanOf(text, unit);
	const made = figure(
		text,
		{ from: lead?.from ?? unit.from, to: unit.to },
		{
			value: dual ? 2 : 1,
			unit: text.line.slice(unitStart, unitEnd),
			qualifier: lead?.value ?? null,
		},
	);
	return { figure: made, end: unit.end };
}

function vagueAt(
	{ text, start, lead }: Place,
	lists: FigureWords,
): { figure: FoundFigure; end: number } | null {
	const vague = phraseAt(text, start, lists.vague);
	if (!vague || !text.words[vague.end]?.near) return null;
	const of = phraseAt(text, vague.end, lists.of);
	const unit = nounAt(text, of ? of.end : vague.end, lists);
	if (!unit) return null;
	const piece = { from: lead?.from ?? vague.from, to: unit.to };
	const counts = { value: null, unit: unit.unit, qualifier: vague.value };
	return { figure: figure(text, piece, counts), end: unit.end };
}

/** "Will reach 200 billion": a number that is foretold. */
function forecast(text: Text, at: number, lists: { lex: Lexicon }): string | null {
	for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
		if (text.words[back]?.sentence !== text.words[at]?.sentence) return null;
		if (tenseAt(text, back, lists.lex) === "future") return "forecast";
	}
	return null;
}
