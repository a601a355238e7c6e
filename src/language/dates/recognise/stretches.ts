import { addMonthsToDay, isoDay, partsOf } from "../calendar.ts";
import type { Unit } from "../date-data.ts";
import type { Match, Reader } from "../match.ts";
import { derived, type ResolvedDate } from "../resolve.ts";
import { type Found, isLatin, isWord, phraseAt, type Text } from "../words-of-line.ts";
import { cardinalAt, spanOfTimeAt } from "./counts.ts";
import { isToBeDone } from "./tense.ts";

/** A number of units; null where the text leaves it open ("the last few days"). */
type Length = { count: number | null; unit: Unit };
type Side = "past" | "next";

/**
 * الأشهر الستة الماضية, آخر 3 سنوات, خلال أسبوعين, the next five days, within 30 days: from the article's
 * day back or ahead. An open length has no value, and stands for itself: no other day is meant there.
 */
export function stretchAt(reader: Reader, at: number): Match | null {
	return withinAt(reader, at) ?? ledAt(reader, at) ?? followedAt(reader, at);
}

/** خلال أسبوعين, within the next 10 months. Of what is done in so long, nothing is known. */
function withinAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const within = phraseAt(text, at, lex.within);
	if (!within || !text.words[within.end]?.near) return null;
	const start = skipThe(reader, within.end);
	const led = phraseAt(text, start, lex.stretchBefore);
	if (led?.value === "past") return null;
	const length = lengthAt(reader, led ? led.end : start) ?? spanLength(reader, start);
	// "Within the coming months" is what "the coming months" says.
	if (!length || (length.value.count === null && length.end - start < 4)) return null;
	const after = stepAfter(reader, length.end);
	if (after?.value === "past") return null;
	const tail = tailOf(reader, after ?? length);
	const piece = {
		first: at,
		end: tail.end,
		from: within.from,
		to: tail.to,
		kind: "stretch" as const,
	};
	const ahead =
		after !== null || led !== null || tail !== length || isToBeDone(text, at, tail.end, lex);
	if (!ahead) return { ...piece, ...derived(null, "interval") };
	return { ...piece, ...resolve(reader, length.value, "next", 0), future: true };
}

/** آخر 3 سنوات, the next five days, 3 next weeks. */
function ledAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const led = phraseAt(text, at, lex.stretchBefore);
	if (led && text.words[led.end]?.near) {
		const length = lengthAt(reader, led.end) ?? spanLength(reader, led.end, true);
		if (length) return stretch(reader, at, led.from, length, tailOf(reader, length), led.value);
	}
	const count = cardinalAt(text, at, lex);
	const side = count && phraseAt(text, count.end, lex.stretchBefore);
	if (!count || !side || !text.words[count.end]?.near || !text.words[side.end]?.near) return null;
	const unit = phraseAt(text, side.end, lex.plural);
	if (!unit || !isLatin(text.words[at]?.text ?? "")) return null;
	const length = { ...unit, value: { count: count.value, unit: unit.value } };
	return stretch(reader, at, count.from, length, unit, side.value);
}

/** الأشهر الستة الماضية, العامين الماضيين, 3 أيام القادمة. */
function followedAt(reader: Reader, at: number): Match | null {
	const length = definiteAt(reader, at) ?? countedAt(reader, at);
	const after = length && stepAfter(reader, length.end);
	if (!length || !after) return null;
	return stretch(reader, at, length.from, length, after, after.value);
}

function stretch(
	reader: Reader,
	first: number,
	from: number,
	length: Found<Length>,
	tail: { end: number; to: number },
	side: Side,
): Match {
	return {
		...resolve(reader, length.value, side, 1),
		kind: "stretch",
		first,
		end: tail.end,
		from,
		to: tail.to,
		...(side === "next" ? { future: true } : {}),
	};
}

function stepAfter(reader: Reader, at: number): Found<Side> | null {
	return reader.text.words[at]?.near ? phraseAt(reader.text, at, reader.lex.stretchAfter) : null;
}

function tailOf(reader: Reader, piece: { end: number; to: number }): { end: number; to: number } {
	const near = reader.text.words[piece.end]?.near === true;
	return (near && phraseAt(reader.text, piece.end, reader.lex.stretchTails)) || piece;
}

function skipThe({ text, lex }: Reader, at: number): number {
	return lex.definite.has(text.words[at]?.text ?? "") && text.words[at + 1]?.near ? at + 1 : at;
}

/** A number and its units, or few of them: خمسة أيام, five days, few days. */
function lengthAt(reader: Reader, at: number): Found<Length> | null {
	const { text, lex } = reader;
	const few = phraseAt(text, at, lex.few);
	const unit = few && text.words[few.end]?.near ? phraseAt(text, few.end, lex.plural) : null;
	if (few && unit)
		return { ...unit, first: at, from: few.from, value: { count: null, unit: unit.value } };
	return countedAt(reader, at) ?? definiteAt(reader, at);
}

function countedAt({ text, lex }: Reader, at: number): Found<Length> | null {
	const count = cardinalAt(text, at, lex) ?? definiteNumber(text, at, lex);
	if (!count || !text.words[count.end]?.near || count.value < 2) return null;
	const unit = phraseAt(text, count.end, lex.plural) ?? phraseAt(text, count.end, lex.singular);
	if (!unit || isWord(text, count.end, lex.yearWords) !== (unit.value === "year")) return null;
	// "Five years, one month and twelve days" is more than five years: how much is not reckoned.
	const more = text.words[unit.end]?.near === true ? spanOfTimeAt(text, unit.end, lex) : null;
	if (more && text.words[unit.end]?.number != null)
		return { ...more, first: at, from: count.from, value: { count: null, unit: unit.value } };
	return { ...unit, first: at, from: count.from, value: { count: count.value, unit: unit.value } };
}

/** أسبوعين, شهر, a fortnight; one unit only behind "within". */
function spanLength({ text, lex }: Reader, at: number, several = false): Found<Length> | null {
	const span = spanOfTimeAt(text, at, lex);
	if (!span || (several && span.value.count < 2)) return null;
	return Number.isInteger(span.value.count) ? span : null;
}

/** الأشهر الستة, السنوات, العامين: definite units, with their number behind them or none. */
function definiteAt({ text, lex }: Reader, at: number): Found<Length> | null {
	const word = text.words[at];
	const bare = word && withoutArticle(word.text);
	if (!word || !bare) return null;
	const piece = {
		first: at,
		end: at + 1,
		from: word.from + word.text.length - bare.length - 2,
		to: word.to,
	};
	const dual = lex.dual.get([bare]);
	if (dual) return { ...piece, value: { count: 2, unit: dual } };
	const unit = lex.plural.get([bare]);
	if (!unit) return null;
	const near = text.words[at + 1]?.near === true;
	const count = near ? definiteNumber(text, at + 1, lex) : null;
	if (count) return { ...piece, end: count.end, to: count.to, value: { count: count.value, unit } };
	const few = near ? phraseAt(text, at + 1, lex.few) : null;
	return {
		...piece,
		end: few?.end ?? piece.end,
		to: few?.to ?? piece.to,
		value: { count: null, unit },
	};
}

/** الستة, الـ15, العشرين. */
function definiteNumber(text: Text, at: number, lex: Reader["lex"]): Found<number> | null {
	const word = text.words[at];
	if (!word) return null;
	const piece = { first: at, end: at + 1, from: word.from, to: word.to };
	if (word.text === "ال") {
		const next = text.words[at + 1];
		if (next?.number == null || !next.near) return null;
		return { ...piece, end: at + 2, to: next.to, value: next.number };
	}
	const bare = withoutArticle(word.text);
	const value = bare === null ? undefined : lex.cardinals.get([bare]);
	return value === undefined ? null : { ...piece, value };
}

function withoutArticle(word: string): string | null {
	return /^[وفبل]?(?:ال|لل)(?=.{2})/.exec(word) ? word.replace(/^[وفبل]?(?:ال|لل)/, "") : null;
}

/** `gap`: days between the article's own and the stretch. */
function resolve(reader: Reader, { count, unit }: Length, side: Side, gap: number): ResolvedDate {
	const { day, year } = reader.anchor;
	if (count === null) return derived(null, "interval");
	if (unit === "decade" || unit === "century") {
		const years = unit === "decade" ? 10 : 100;
		if (year === null) return derived(null, "interval");
		const own = Math.floor(year / years) * years;
		const first = side === "past" ? own - count * years : own + years;
		return derived(`${first}/${first + count * years - 1}`, "interval");
	}
	if (day === null || count > 1_000) return derived(null, "interval");
	const sign = side === "past" ? -1 : 1;
	const far =
		unit === "day" || unit === "week"
			? day + sign * count * (unit === "week" ? 7 : 1)
			: addMonthsToDay(day, sign * count * (unit === "year" ? 12 : 1));
	if (partsOf(far).year < 1000 || partsOf(far).year > 2200) return derived(null, "interval");
	const ends = side === "past" ? [far, day - gap] : [day + gap, far];
	return derived(ends.map((end) => isoDay(end)).join("/"), "interval");
}
