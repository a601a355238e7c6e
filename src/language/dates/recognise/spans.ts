import { type Anchor, anchorOf } from "../anchor.ts";
import { addMonthsToDay, isoDay, partsOf } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { derived, type ResolvedDate, shifted } from "../resolve.ts";
import { type Found, isWord, phraseAt } from "../words-of-line.ts";
import { calendarDateAt } from "./calendar-dates.ts";
import { spanOfTimeAt, type TimeSpan } from "./counts.ts";
import { dayAt } from "./days.ts";
import { monthAt } from "./months.ts";
import { isToBeDone } from "./tense.ts";
import { fourDigitsAt } from "./years/years.ts";

/** قبل ثلاثة أيام, منذ عامين, two years ago, بعد يومين (ahead), a day after X. */
export function spanDateAt(reader: Reader, at: number): Match | null {
	return (
		comingAt(reader, at) ??
		agoAt(reader, at) ??
		afterAt(reader, at) ??
		englishAt(reader, at) ??
		dayAfterAt(reader, at)
	);
}

/**
 * "The coming months", "the coming days": the article's year, or month, where most of it is still
 * ahead; later they reach into the next one and fix nothing.
 */
function comingAt(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const found = phraseAt(text, at, lex.coming);
	if (!found) return null;
	const piece = { first: at, end: found.end, from: found.from, to: found.to, future: true };
	if (found.value === "months") {
		if (anchor.month === null || anchor.month > 6) return null;
		return { ...piece, ...shifted("year", 0, anchor), kind: "coming" };
	}
	if (anchor.day === null || partsOf(anchor.day).day > 20) return null;
	return { ...piece, ...shifted("month", 0, anchor), kind: "coming" };
}

/** قبل عامين, منذ نحو أربع سنوات. */
function agoAt(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const ago = phraseAt(text, at, lex.ago);
	if (!ago || !text.words[ago.end]?.near) return null;
	const span = spanOfTimeAt(text, ago.end, lex);
	if (!span || isSomethingElse(reader, ago.end, span)) return null;
	const tail = text.words[span.end]?.near ? phraseAt(text, span.end, lex.agoAfter) : null;
	const end = tail?.end ?? span.end;
	const to = tail?.to ?? span.to;
	// "Before X" counts from X, which the text has not dated.
	if (text.words[end]?.near && isWord(text, end, lex.from)) {
		const now = lex.now.has(text.words[end + 1]?.text ?? "");
		if (!now && ![1, 2, 3].some((n) => isWord(text, at - n, lex.verbsWithFrom))) return null;
	}
	const value = back(span.value, anchor);
	return value && { ...value, kind: "ago", first: at, end, from: ago.from, to };
}

/** "منذ عام 2014", "قبل شهر رمضان", "قبل يوم الجمعة" name a date, not a span. */
function isSomethingElse(reader: Reader, at: number, span: Found<TimeSpan>): boolean {
	const { text, lex } = reader;
	if (span.end - at > 1 || !text.words[span.end]?.near) return false;
	if (fourDigitsAt(reader, span.end) || text.words[span.end]?.number != null) return true;
	if (span.value.unit === "month")
		return monthAt(reader, span.end) !== null || phraseAt(text, span.end, lex.hijri) !== null;
	if (span.value.unit === "day") {
		const named =
			phraseAt(text, span.end, lex.weekdays) ?? phraseAt(text, span.end, lex.bareWeekdays);
		return named !== null || phraseAt(text, span.end, lex.days) !== null;
	}
	return false;
}

function back({ count, unit }: TimeSpan, anchor: Anchor): ResolvedDate | null {
	if (unit === "decade" || unit === "century") return null;
	if (count > (unit === "day" ? 1_000 : 300)) return null;
	if (unit === "year" && !Number.isInteger(count)) return shifted("month", -count * 12, anchor);
	return shifted(unit, -Math.round(count), anchor);
}

/** بعد يوم من تعهده: the pledge is a day older than what is told. بعد يومين, with a future verb: ahead. */
function afterAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const after = phraseAt(text, at, lex.after);
	if (!after || !text.words[after.end]?.near) return null;
	const span = spanOfTimeAt(text, after.end, lex);
	if (!span || isSomethingElse(reader, after.end, span)) return null;
	const link = text.words[span.end];
	if (link?.near && isWord(text, span.end, lex.from)) {
		return offset(reader, at, after.from, span, span.end + 1);
	}
	return ahead(reader, at, after.from, span);
}

function ahead(reader: Reader, at: number, from: number, span: Found<TimeSpan>): Match | null {
	// "He died after three days" counts from what was told before: a day, but not known which.
	if (!isToBeDone(reader.text, at, span.end, reader.lex)) {
		if (span.value.unit === "decade" || span.value.unit === "century") return null;
		const piece = { first: at, end: span.end, from, to: span.to };
		return { ...piece, ...derived(null, span.value.unit), kind: "ahead" };
	}
	const value = back({ ...span.value, count: -span.value.count }, reader.anchor);
	return (
		value && { ...value, kind: "ahead", first: at, end: span.end, from, to: span.to, future: true }
	);
}

/** "Three months after Easter": which year's is not said. */
function feastHeld(reader: Reader, at: number, from: number, start: number): Match | null {
	const feast = phraseAt(reader.text, start, reader.lex.feasts);
	if (!feast) return null;
	return { ...derived(null, "day"), kind: "feast", first: at, end: feast.end, from, to: feast.to };
}

/** Where the words from `start` on name the event that the span counts from. */
function offset(
	reader: Reader,
	at: number,
	from: number,
	span: Found<TimeSpan>,
	start: number,
): Match | null {
	const { text, lex } = reader;
	const head = text.words[start];
	if (!head?.near || lex.notOffset.has(head.text) || lex.now.has(head.text)) return null;
	const dated =
		dayAt(reader, start) ?? calendarDateAt(reader, start) ?? feastHeld(reader, at, from, start);
	if (dated) {
		// "Two days after 5 May" is the later day.
		const base =
			dated.value === null
				? null
				: anchorOf({ value: dated.value, precision: dated.precision, basis: "given" });
		const value = base && back({ ...span.value, count: -span.value.count }, base);
		const piece = { kind: "offset" as const, first: at, end: dated.end, from, to: dated.to };
		return { ...(value ?? derived(null, "day")), ...piece };
	}
	const value = earlier(span.value, baseOf(reader, at, span.value.unit));
	return value && { ...value, kind: "offset", first: at, end: start + 1, from, to: head.to };
}

/** What a span is counted back from: a day given before in the same sentence, else the article's. */
function baseOf(reader: Reader, at: number, unit: TimeSpan["unit"]): Anchor {
	const { last, text, anchor } = reader;
	const same = last !== null && text.words[last.first]?.sentence === text.words[at]?.sentence;
	if (!same || !last?.value) return anchor;
	const base = anchorOf({ value: last.value, precision: last.precision, basis: "given" });
	const days = unit === "day" || unit === "week";
	return (days ? base.day : unit === "month" ? base.month : base.year) === null ? anchor : base;
}

/** A year back from a day is a month's precision: anniversaries are counted so; more years are whole years. */
function earlier({ count, unit }: TimeSpan, base: Anchor): ResolvedDate | null {
	if (unit === "year" && count < 2 && base.month !== null)
		return shifted("month", -Math.round(count * 12), base);
	return back({ count, unit }, base);
}

/** "For a week starting tomorrow", "for three days from 5 May": the stretch that begins on the day. */
function stretchFrom(reader: Reader, at: number, span: Found<TimeSpan>): Match | null {
	const { text, lex } = reader;
	const { count, unit } = span.value;
	const fixed = Number.isInteger(count) && count < 1_000 && unit !== "decade" && unit !== "century";
	const join = text.words[span.end];
	const led = isWord(text, at - 1, lex.lasting) && text.words[at]?.near === true;
	if (!fixed || !join || !(join.near || join.gap === ",")) return null;
	const start = phraseAt(text, span.end, lex.beginning);
	const from = start ?? (led && lex.hence.has(join.text) ? { end: span.end + 1 } : null);
	if (!from || !text.words[from.end]?.near) return null;
	const on = lex.on.has(text.words[from.end]?.text ?? "") ? 1 : 0;
	const dated = dayAt(reader, from.end + on) ?? calendarDateAt(reader, from.end + on);
	if (dated?.precision !== "day") return null;
	const piece = {
		first: at,
		end: dated.end,
		from: span.from,
		to: dated.to,
		kind: "range" as const,
	};
	if (dated.value === null) return { ...piece, ...derived(null, "interval") };
	const first = Date.parse(dated.value) / 86_400_000;
	const step = unit === "week" ? 7 * count : count;
	const last =
		unit === "day" || unit === "week"
			? first + step - 1
			: addMonthsToDay(first, unit === "year" ? 12 * count : count) - 1;
	if (last <= first) return { ...piece, ...derived(dated.value, "day") };
	return { ...piece, ...derived(`${dated.value}/${isoDay(last)}`, "interval") };
}

/** two years ago, three days earlier, a day after Biden pledged, in two days. */
function englishAt(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const lead = phraseAt(text, at, lex.ahead);
	if (lead && text.words[lead.end]?.near) {
		const span = spanOfTimeAt(text, lead.end, lex);
		if (span && !isWord(text, span.end, lex.from)) return ahead(reader, at, lead.from, span);
	}
	const span = spanOfTimeAt(text, at, lex);
	const lasting = span && stretchFrom(reader, at, span);
	if (lasting) return lasting;
	const next = span && text.words[span.end];
	if (!span || !next?.near) return null;
	const piece = { first: at, end: span.end + 1, from: span.from, to: next.to };
	const hence = fromNow(reader, at, span);
	if (hence) return hence;
	if (phraseAt(text, span.end, lex.agoAfter)) {
		const value = back(span.value, anchor);
		return value && { ...value, ...piece, kind: "ago" };
	}
	// "Prices rose in the two days after the rupture": so long, and no day.
	const several = span.value.count > 1 && lex.definite.has(text.words[at - 1]?.text ?? "");
	if (phraseAt(text, span.end, lex.afterEnglish) && several && text.words[at]?.near)
		return { ...piece, ...derived(null, "interval"), kind: "stretch" };
	if (phraseAt(text, span.end, lex.afterEnglish))
		return offset(reader, at, span.from, span, span.end + 1);
	const before = phraseAt(text, span.end, lex.earlier) !== null;
	if (!before && !phraseAt(text, span.end, lex.later)) return null;
	// "Two years before the war" counts from the war.
	const followed = text.words[span.end + 1]?.near === true;
	if (!reader.last?.value || (before && followed)) return null;
	const base = anchorOf({
		value: reader.last.value,
		precision: reader.last.precision,
		basis: "given",
	});
	const value = back({ ...span.value, count: before ? span.value.count : -span.value.count }, base);
	return value && { ...value, ...piece, kind: "ago" };
}

/** Two days from tomorrow, three weeks from now, 16 days from 5 May. */
function fromNow(reader: Reader, at: number, span: Found<TimeSpan>): Match | null {
	const { text, lex, anchor } = reader;
	if (!lex.hence.has(text.words[span.end]?.text ?? "")) return null;
	const next = text.words[span.end + 1];
	if (!next?.near) return null;
	const step = { ...span.value, count: -span.value.count };
	if (lex.now.has(next.text)) {
		const value = back(step, anchor);
		const piece = { first: at, end: span.end + 2, from: span.from, to: next.to };
		return value && { ...value, ...piece, kind: "ahead", future: true };
	}
	const dated = dayAt(reader, span.end + 1) ?? calendarDateAt(reader, span.end + 1);
	if (!dated?.value) return null;
	const { value, precision } = dated;
	const counted = back(step, anchorOf({ value, precision, basis: "given" }));
	const piece = { first: at, end: dated.end, from: span.from, to: dated.to };
	return counted && { ...counted, ...piece, kind: "offset" };
}

/** غداة زيارته: the visit was the day before. */
function dayAfterAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const found = phraseAt(text, at, lex.dayAfter);
	const head = text.words[found?.end ?? 0];
	if (!found || !head?.near) return null;
	const base = baseOf(reader, at, "day");
	return {
		...shifted("day", -1, base),
		kind: "offset",
		first: at,
		end: found.end + 1,
		from: found.from,
		to: head.to,
	};
}
