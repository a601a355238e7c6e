import { z } from "zod";
import type { Figure, Passage } from "../domain/article.ts";
import { IsnadError } from "../domain/errors.ts";
import type { DateData } from "./dates/data.ts";
import type { DateFinder, FoundDate } from "./dates/find.ts";
import { compileLexicon, type Lexicon } from "./dates/lexicon.ts";
import {
	foldedSet,
	phraseAt,
	phraseSet,
	phrases,
	spanOf,
	type Text,
	textOf,
} from "./dates/scan.ts";
import { tenseAt } from "./dates/tense.ts";
import { amountAt, scalesOf } from "./amounts.ts";
import { unknownPublished } from "../domain/dates.ts";

const words = z.array(z.string().min(1));
const labels = z.record(z.string().min(1), z.string().min(1));

/** `index-data/dates/figures.json`. */
export const FigureData = z.strictObject({
	percent: words,
	percentPoints: words,
	symbols: labels,
	currencies: labels,
	qualifiers: labels,
	/** Qualifiers that follow the number. */
	after: labels,
	/** Plurals that stand for an unstated number: dozens, آلاف. */
	vague: labels,
	of: words,
	notUnits: words,
	/** English units without an s. */
	unitEnds: words,
	adjectiveEnds: words,
	adjectives: words,
});
export type FigureData = z.infer<typeof FigureData>;

/** Checks the file of figure words. Throws `data_invalid`. */
export function parseFigureData(file: unknown): FigureData {
	const result = FigureData.safeParse(file);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	throw new IsnadError(
		"data_invalid",
		`The words in index-data/dates/figures.json are damaged at "${issue?.path.map(String).join(".") ?? ""}": ${issue?.message ?? "unreadable"}. Restore that file.`,
	);
}

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
	/** Figures of an article's passages with their place in the source. */
	extract(passages: readonly Passage[]): Figure[];
};

type Words = ReturnType<typeof compile>;
type Unit = { unit: string; end: number; to: number };

function compile(data: FigureData, dates: DateData) {
	return {
		lex: compileLexicon(dates),
		scales: scalesOf(dates.numbers),
		percent: phraseSet(data.percent),
		points: phraseSet(data.percentPoints),
		symbols: new Map(Object.entries(data.symbols)),
		currencies: phrases(Object.entries(data.currencies)),
		qualifiers: phrases(Object.entries(data.qualifiers)),
		after: phrases(Object.entries(data.after)),
		vague: phrases(Object.entries(data.vague)),
		of: phraseSet(data.of),
		notUnits: foldedSet(data.notUnits),
		unitEnds: foldedSet(data.unitEnds),
		adjectiveEnds: [...foldedSet(data.adjectiveEnds)],
		adjectives: foldedSet(data.adjectives),
	};
}

export function createFigureExtractor(
	data: { figures: FigureData; dates: DateData },
	dates: DateFinder,
): FigureExtractor {
	const lists = compile(data.figures, data.dates);
	const find = (line: string): FoundFigure[] => {
		const text = textOf(line);
		const calendar = dates.find(line, { published: unknownPublished }).filter(isCalendar);
		return figuresOf(text, calendar, lists);
	};
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
	return { find, extract };
}

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

function figuresOf(text: Text, calendar: FoundDate[], lists: Words): FoundFigure[] {
	const out: FoundFigure[] = [];
	let date = 0;
	for (let at = 0; at < text.words.length; ) {
		const word = text.words[at];
		while ((calendar[date]?.end ?? Number.POSITIVE_INFINITY) <= (word?.start ?? 0)) date++;
		const inDate =
			word !== undefined && (calendar[date]?.start ?? Number.POSITIVE_INFINITY) <= word.start;
		const found = inDate ? null : figureAt(text, at, lists);
		if (found) {
			out.push(found.figure);
			at = Math.max(found.end, at + 1);
		} else at++;
	}
	return out;
}

function figureAt(
	text: Text,
	at: number,
	lists: Words,
): { figure: FoundFigure; end: number } | null {
	const lead = phraseAt(text, at, lists.qualifiers);
	const start = lead && isNext(text, lead.end) ? lead.end : at;
	const head = text.words[start];
	if (!head) return null;
	const amount = amountAt(text, start, lists.lex, lists.scales);
	const symbol = amount ? symbolBefore(text, start, lists) : null;
	if (!amount)
		return counted(text, at, start, lead, lists) ?? vagueAt(text, at, lead, start, lists);
	if (isPartOfName(text, start, amount.end)) return null;
	const unit = symbol
		? { unit: symbol.unit, end: amount.end, to: amount.to }
		: unitAt(text, amount, lists);
	if (!unit) return null;
	const after = phraseAt(text, unit.end, lists.after);
	const trails = after !== null && text.words[unit.end]?.near === true;
	const qualifier =
		(lead && start !== at ? lead.value : null) ??
		(trails ? after.value : null) ??
		forecast(text, at, lists);
	const from = lead && start !== at ? lead.from : (symbol?.from ?? amount.from);
	return {
		figure: figure(text, from, trails ? after.to : unit.to, amount.value, unit.unit, qualifier),
		end: trails ? after.end : unit.end,
	};
}

function figure(
	text: Text,
	from: number,
	to: number,
	value: number | null,
	unit: string,
	qualifier: string | null,
): FoundFigure {
	const [start, end] = spanOf(text, { from, to });
	return { start, end, quote: text.line.slice(start, end), value, unit, qualifier };
}

/** A qualifier is followed by its number, a currency sign at most between them. */
function isNext(text: Text, at: number): boolean {
	const gap = text.words[at]?.gap;
	return gap === "" || (gap?.length === 1 && /\p{Sc}/u.test(gap));
}

/** "نحو عام": one, where a qualifier makes it a quantity; يومين: two. */
function counted(
	text: Text,
	at: number,
	start: number,
	lead: { value: string; from: number } | null,
	lists: Words,
): { figure: FoundFigure; end: number } | null {
	const dual = phraseAt(text, start, lists.lex.dual);
	const single = dual || start === at || !lead ? null : phraseAt(text, start, lists.lex.singular);
	const unit = dual ?? single;
	if (!unit || (single && text.words[unit.end]?.number != null)) return null;
	const led = lead !== null && start !== at;
	const [unitStart, unitEnd] = spanOf(text, unit);
	const made = figure(
		text,
		led ? lead.from : unit.from,
		unit.to,
		dual ? 2 : 1,
		text.line.slice(unitStart, unitEnd),
		led ? lead.value : null,
	);
	return { figure: made, end: unit.end };
}

function vagueAt(
	text: Text,
	at: number,
	lead: { from: number } | null,
	start: number,
	lists: Words,
): { figure: FoundFigure; end: number } | null {
	const vague = phraseAt(text, start, lists.vague);
	if (!vague || !text.words[vague.end]?.near) return null;
	const of = phraseAt(text, vague.end, lists.of);
	const unit = nounAt(text, of ? of.end : vague.end, lists);
	if (!unit) return null;
	const from = lead && start !== at ? lead.from : vague.from;
	return { figure: figure(text, from, unit.to, null, unit.unit, vague.value), end: unit.end };
}

function symbolBefore(text: Text, at: number, lists: Words): { unit: string; from: number } | null {
	const from = (text.words[at]?.from ?? 0) - 1;
	const unit = lists.symbols.get(text.n.text[from] ?? "");
	return unit === undefined ? null : { unit, from };
}

/** F-16, Tu-95, إس-400, 11:30, 3-2, G7: the number belongs to a name, a time or a score. */
function isPartOfName(text: Text, at: number, end: number): boolean {
	const word = text.words[at];
	const before = text.n.text[(word?.from ?? 0) - 1] ?? " ";
	const last = text.n.text[text.words[end - 1]?.to ?? 0] ?? " ";
	if (/[-:/\p{L}\p{N}_#@.]/u.test(before) && !/[\u0621-\u064a]/u.test(before)) return true;
	// A single Arabic letter before is a proclitic (و20); a word is a name (إف16).
	if (/[\u0621-\u064a]/u.test(before) && (text.words[at - 1]?.text.length ?? 0) > 2) return true;
	return last === ":" && /\d/.test(text.n.text[(text.words[end - 1]?.to ?? 0) + 1] ?? "");
}

function unitAt(
	text: Text,
	amount: { end: number; to: number; scaled: boolean },
	lists: Words,
): Unit | null {
	const sign = /^\s?[%٪]/.exec(text.n.text.slice(amount.to, amount.to + 2));
	if (sign) return { unit: "percent", end: amount.end, to: amount.to + sign[0].length };
	const symbol = lists.symbols.get(text.n.text[amount.to] ?? "");
	if (symbol) return { unit: symbol, end: amount.end, to: amount.to + 1 };
	const next = text.words[amount.end];
	if (next?.near || next?.gap === "-") {
		const percent = phraseAt(text, amount.end, lists.percent);
		if (percent) return { unit: "percent", end: percent.end, to: percent.to };
		const points = phraseAt(text, amount.end, lists.points);
		if (points) return { unit: "percentage points", end: points.end, to: points.to };
		const currency = phraseAt(text, amount.end, lists.currencies);
		if (currency) return { unit: currency.value, end: currency.end, to: currency.to };
		const of = amount.scaled ? phraseAt(text, amount.end, lists.of) : null;
		return nounAt(text, of ? of.end : amount.end, lists);
	}
	return null;
}

/** The counted noun as it stands: "military vehicles", "مركبة عسكرية". */
function nounAt(text: Text, at: number, lists: Words): Unit | null {
	const first = text.words[at];
	if (!first || !isNoun(text, at, lists)) return null;
	let end = at + 1;
	if (first.text.charCodeAt(0) > 0x600) {
		const next = text.words[end];
		if (next?.near && isAdjective(next.text, lists)) end++;
	} else if (!endsUnit(first.text, lists)) {
		for (
			let look = at + 1;
			look < at + 4 && text.words[look]?.near && isNoun(text, look, lists);
			look++
		) {
			if (!endsUnit(text.words[look]?.text ?? "", lists)) continue;
			end = look + 1;
			break;
		}
	}
	const last = text.words[end - 1] ?? first;
	return { unit: text.line.slice(first.start, last.end), end, to: last.to };
}

function isNoun(text: Text, at: number, lists: Words): boolean {
	const word = text.words[at];
	if (!word || word.number !== null || /^\d/.test(word.text) || word.text.length < 2) return false;
	return !lists.notUnits.has(word.text) && !(word.attached && word.text.charCodeAt(0) < 0x80);
}

function endsUnit(word: string, lists: Words): boolean {
	return lists.unitEnds.has(word) || /[^s]s$/.test(word);
}

function isAdjective(word: string, lists: Words): boolean {
	return (
		lists.adjectives.has(word) ||
		(word.length > 3 &&
			!/^[وفبل]/.test(word) &&
			lists.adjectiveEnds.some((end) => word.endsWith(end)))
	);
}

/** "Will reach 200 billion": a number that is foretold. */
function forecast(text: Text, at: number, lists: { lex: Lexicon }): string | null {
	for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
		if (text.words[back]?.sentence !== text.words[at]?.sentence) return null;
		if (tenseAt(text, back, lists.lex) === "future") return "forecast";
	}
	return null;
}
