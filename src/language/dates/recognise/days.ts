import { hasConjunction } from "../../words/arabic-clitics.ts";
import { addMonths, dayNumber, isDay, isoDay, partsOf, weekdayOf } from "../calendar.ts";
import type { Match, Reader } from "../match.ts";
import { derived, resolveWeekday, shifted } from "../resolve.ts";
import { type Found, isLatin, isWord, phraseAt } from "../words-of-line.ts";
import { calendarDateAt } from "./calendar-dates.ts";
import { cardinalAt, ordinalAt } from "./counts.ts";
import { startsUpper } from "./months.ts";
import { isHeldUntil, speaksOfFuture } from "./tense.ts";
import { relativePeriodAt } from "./years/years.ts";

/** أمس الجمعة, مساء السبت, يوم الثلاثاء الماضي, اليوم الخميس 27 يوليو 2023, last Tuesday. */
export function dayAt(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const direct = coreAt(reader, at);
	if (direct) return direct;
	const part = phraseAt(text, at, lex.partsOfDay);
	if (!part || !text.words[part.end]?.near) return null;
	const on = lex.on.has(text.words[part.end]?.text ?? "") ? 1 : 0;
	const core = coreAt(reader, part.end + on);
	return core && { ...core, first: at, from: part.from };
}

function coreAt(reader: Reader, at: number): Match | null {
	return dayWordAt(reader, at) ?? weekdayAt(reader, at);
}

/** Words that may stand between a day's name and its date. */
function followStart(reader: Reader, end: number): { at: number; bracket: boolean } | null {
	const { text, lex } = reader;
	const gap = text.words[end]?.gap;
	if (gap === undefined || gap === null || !/^[,،(/\-–:.]?$/.test(gap)) return null;
	const link = phraseAt(text, end, lex.corresponding);
	return { at: link ? link.end : end, bracket: gap === "(" };
}

function dayWordAt(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const found = phraseAt(text, at, lex.days);
	if (!found) return null;
	const weekday = weekdayAfter(reader, found.end);
	if (!weekday && !isDayWord(reader, found)) return null;
	const offset = found.value;
	const dated = datedAfter(reader, weekday?.end ?? found.end, weekday?.value ?? null);
	if (dated) return { ...dated, first: at, from: found.from, kind: "day_word", offset };
	const after = partAfter(reader, weekday?.end ?? found.end);
	const tail = after ?? weekday ?? found;
	const piece = { first: at, end: tail.end, from: found.from, to: tail.to };
	if (weekday && anchor.day !== null) {
		return { ...piece, ...byWeekday(reader, offset, weekday.value), kind: "day_word", offset };
	}
	return { ...piece, ...shifted("day", offset, anchor), kind: "day_word", offset };
}

/** "أمس الجمعة" on an article whose day is off by one: the weekday, being printed, wins near the day word. */
function byWeekday(reader: Reader, offset: number, weekday: number) {
	const day = (reader.anchor.day ?? 0) + offset;
	for (const off of [0, -1, 1]) {
		if ((((day + off + 4) % 7) + 7) % 7 === weekday) return derived(isoDay(day + off), "day");
	}
	return resolveWeekday(weekday, reader.anchor, null, offset > 0);
}

function isDayWord(reader: Reader, found: Found<number>): boolean {
	const { text, lex } = reader;
	const key = text.words
		.slice(found.first, found.end)
		.map((word) => word.text)
		.join(" ");
	const word = text.words[found.first];
	if (!word) return false;
	const bare = text.n.text.slice(found.from, found.to);
	const before = word.near ? (text.words[found.first - 1]?.text ?? "") : "";
	const after = text.words[found.end]?.near ? (text.words[found.end]?.text ?? "") : "";
	if (lex.beforeWeekday.has(bare)) return false;
	if (lex.tanwin.has(bare) && !hasTanwin(text.line.slice(word.start, word.end))) {
		// غدا is also "became", which something follows.
		return !text.words[found.end]?.near || speaksOfFuture(text, found.first, found.end, lex);
	}
	for (const name of [key, bare]) {
		if (stripped(before).some((w) => lex.dayNotBefore.get(name)?.has(w))) return false;
		if (lex.dayNotAfter.get(name)?.has(after)) return false;
	}
	// USA Today, India Today: a capital inside a sentence makes it a name.
	if (!isLatin(bare) || found.end - found.first > 1 || !startsUpper(text.line, word.start))
		return true;
	return (text.sentenceStarts[word.sentence] ?? 0) === found.first || !word.near;
}

function stripped(word: string): string[] {
	return hasConjunction(word) ? [word, word.slice(1)] : [word];
}

function hasTanwin(word: string): boolean {
	return word.normalize("NFD").includes("\u064b");
}

function weekdayAfter(reader: Reader, end: number): Found<number> | null {
	const start = followStart(reader, end);
	if (!start) return null;
	const on = reader.lex.on.has(reader.text.words[start.at]?.text ?? "") ? 1 : 0;
	const found = weekdayNameAt(reader, start.at + on);
	if (!found || !start.bracket) return found;
	return reader.text.n.text[found.to] === ")" ? { ...found, to: found.to + 1 } : null;
}

/** The name of a weekday, with the word for day before it. */
function weekdayNameAt(reader: Reader, at: number): Found<number> | null {
	const { text, lex } = reader;
	const heading = phraseAt(text, at, lex.dayWords);
	if (heading && text.words[heading.end]?.near) {
		const named =
			phraseAt(text, heading.end, lex.weekdays) ?? phraseAt(text, heading.end, lex.bareWeekdays);
		if (named && named.from === text.words[heading.end]?.from)
			return { ...named, first: at, from: heading.from };
	}
	return phraseAt(text, at, lex.weekdays);
}

function weekdayAt(reader: Reader, at: number): Match | null {
	const { text, lex, anchor } = reader;
	const lead = phraseAt(text, at, lex.stepBefore);
	const led = lead !== null && text.words[lead.end]?.near === true && isWeekday(reader, lead.end);
	const start = led ? lead.end : at;
	const short = phraseAt(text, start, lex.shortWeekdays);
	const named = weekdayNameAt(reader, start) ?? short;
	if (!named) return null;
	const from = led ? lead.from : named.from;
	const dated = led ? null : datedAfter(reader, named.end, named.value);
	if (dated) return { ...dated, first: at, from };
	const numbered = led ? null : numberedDay(reader, named, at, from);
	if (numbered) return numbered;
	if (named === short || isOtherThanDay(reader, start, named.end)) return null;
	const week = weekAfter(reader, named, at, from);
	if (week) return week;
	const unread = unreadDate(reader, named.end) ?? weekOfContext(reader, named.end);
	if (unread) return { ...derived(null, "day"), kind: "weekday", first: at, from, ...unread };
	if (countsFromContext(reader, at, named.end)) {
		const end = lex.toContext.has(text.words[named.end]?.text ?? "") ? named.end + 1 : named.end;
		const to = text.words[end - 1]?.to ?? named.to;
		return { ...derived(null, "day"), kind: "weekday", first: at, end, from, to };
	}
	const modifier = text.words[named.end]?.near ? phraseAt(text, named.end, lex.stepAfter) : null;
	const tail = modifier ?? partAfter(reader, named.end) ?? named;
	const future = speaksOfFuture(text, at, tail.end, lex);
	// Nobody calls today by its weekday to say how long something will go on.
	const held = future && isHeldUntil(text, at, lex) ? 1 : null;
	const step = modifier?.value ?? (led ? lead.value : held);
	return {
		...resolveWeekday(named.value, anchor, step, future),
		kind: "weekday",
		first: at,
		end: tail.end,
		from,
		to: tail.to,
	};
}

/** Friday the 15th, الجمعة 15: the nearest such day of a month. */
function numberedDay(reader: Reader, named: Found<number>, at: number, from: number): Match | null {
	const { text, lex, anchor } = reader;
	const skip = lex.definite.has(text.words[named.end]?.text ?? "") ? 1 : 0;
	const start = named.end + skip;
	if (!text.words[start]?.near || anchor.day === null) return null;
	const ordinal = ordinalAt(text, start, lex);
	const word = text.words[start];
	const spelled = skip === 1 && ordinal === null ? cardinalAt(text, start, lex) : null;
	const plain =
		/^\d{1,2}$/.test(word?.text ?? "") && !/[-:./\d%]/.test(text.n.text[word?.to ?? 0] ?? " ");
	const day = ordinal?.value ?? spelled?.value ?? (plain && skip === 0 ? (word?.number ?? 0) : 0);
	const arabicNth =
		ordinal !== null && word?.number === null && !isLatin(word?.text ?? "") && day <= 5;
	if (day < 1 || day > 31 || arabicNth) return null;
	const end = ordinal?.end ?? spelled?.end ?? start + 1;
	// A unit behind the number makes it a count, an hour does not.
	const counts = text.words[end]?.near === true && !isWord(text, end, lex.of);
	if (!ordinal && counts && !isWord(text, end, lex.atHour)) return null;
	const own = partsOf(anchor.day);
	const days = [-1, 0, 1].flatMap((step) => {
		const [year, month] = addMonths(own.year, own.month, step);
		if (!isDay(year, month, day)) return [];
		const found = dayNumber(year, month, day);
		return weekdayOf(found) === named.value ? [found] : [];
	});
	const [only] = days;
	const to = ordinal?.to ?? spelled?.to ?? word?.to ?? named.to;
	const value = days.length === 1 && only !== undefined ? isoDay(only) : null;
	return { ...derived(value, "day"), kind: "weekday", first: at, end, from, to };
}

/** "The following Monday", الأربعاء التالي: a day of the text, not of the article's week. */
function countsFromContext({ text, lex }: Reader, at: number, end: number): boolean {
	const before = text.words[at]?.near ? (text.words[at - 1]?.text ?? "") : "";
	const after = text.words[end]?.near ? (text.words[end]?.text ?? "") : "";
	return lex.toContext.has(before) || lex.toContext.has(after);
}

/** Friday 5/12, and nothing says which of them is the month: not the nearest Friday. */
function unreadDate({ text }: Reader, end: number): { end: number; to: number } | null {
	const [day, month] = [text.words[end], text.words[end + 1]];
	const pair =
		day?.near && month?.gap === "/" && /^\d{1,2} \d{1,2}$/.test(`${day.text} ${month.text}`);
	return pair ? { end: end + 2, to: month.to } : null;
}

/** "Monday of the following week", الاثنين من الأسبوع التالي: the text's week, not the article's. */
function weekOfContext({ text, lex }: Reader, end: number): { end: number; to: number } | null {
	let next = end;
	while (next < end + 2 && text.words[next]?.near && isWord(text, next, lex.of)) next++;
	if (next === end || !text.words[next]?.near) return null;
	const before = lex.toContext.has(text.words[next]?.text ?? "") ? next + 1 : next;
	const week = phraseAt(text, before, lex.periods);
	if (week?.value !== "week") return null;
	if (before > next) return { end: week.end, to: week.to };
	const after = text.words[week.end];
	return after?.near && lex.toContext.has(after.text) ? { end: week.end + 1, to: after.to } : null;
}

function isWeekday(reader: Reader, at: number): boolean {
	return phraseAt(reader.text, at, reader.lex.weekdays) !== null;
}

/** الأربعاء من الأسبوع الماضي, Tuesday last week. */
function weekAfter(reader: Reader, named: Found<number>, at: number, from: number): Match | null {
	const { text, lex, anchor } = reader;
	let next = named.end;
	if (isWord(text, next, lex.of) && text.words[next]?.near) next++;
	if (!text.words[next]?.near) return null;
	const period = relativePeriodAt(reader, next);
	if (period?.unit !== "week" || anchor.day === null) return null;
	const first =
		anchor.day - ((((anchor.day + 4) % 7) + 7 - reader.weekStart) % 7) + 7 * period.step;
	const day = first + ((named.value - reader.weekStart + 7) % 7);
	return {
		...derived(isoDay(day), "day"),
		kind: "weekday",
		first: at,
		end: period.end,
		from,
		to: period.to,
	};
}

function datedAfter(reader: Reader, end: number, weekday: number | null): Match | null {
	const start = followStart(reader, end);
	if (!start) return null;
	const skip = reader.lex.definite.has(reader.text.words[start.at]?.text ?? "") ? 1 : 0;
	const date = calendarDateAt(reader, start.at + skip, weekday);
	if (!date || (date.precision !== "day" && date.kind !== "range")) return null;
	const closes = start.bracket && reader.text.n.text[date.to] === ")";
	return closes ? { ...date, to: date.to + 1 } : date;
}

function partAfter(reader: Reader, end: number): Found<true> | null {
	const { text, lex } = reader;
	if (!text.words[end]?.near) return null;
	return phraseAt(text, end, lex.partsAfter);
}

function isOtherThanDay(reader: Reader, at: number, end: number): boolean {
	const { text, lex } = reader;
	const before = text.words[at]?.near ? (text.words[at - 1]?.text ?? "") : "";
	const after = text.words[end]?.near ? (text.words[end]?.text ?? "") : "";
	return (
		stripped(before).some((w) => lex.weekdayNotBefore.has(w)) || lex.weekdayNotAfter.has(after)
	);
}
