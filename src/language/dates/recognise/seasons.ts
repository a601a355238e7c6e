import type { Season } from "../date-data.ts";
import type { Match, Reader } from "../match.ts";
import { derived, printed, type ResolvedDate } from "../resolve.ts";
import { isWord, phraseAt } from "../words-of-line.ts";
import { months, yearRefAt } from "./periods.ts";
import { fourDigitsAt } from "./years/years.ts";

// The meteorological seasons of the northern half; a winter is named after the year it begins in.
const firstMonth: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** ربيع عام 2023, شتاء 2022-2023, الصيف الماضي, last summer, spring of next year. */
export function seasonAt(reader: Reader, at: number): Match | null {
	return withStep(reader, at) ?? withYear(reader, at) ?? asLimit(reader, at);
}

/** إلى الربيع, until the summer: the next one. */
function asLimit(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const season = phraseAt(text, at, lex.definiteSeasons);
	const before = at - 1 - (lex.definite.has(text.words[at - 1]?.text ?? "") ? 1 : 0);
	if (!season || !text.words[at]?.near || !isWord(text, before, lex.limits)) return null;
	// الربيع العربي is no season.
	if (text.words[season.end]?.near && text.words[season.end]?.text.startsWith("ال")) return null;
	const piece = { first: at, end: season.end, from: season.from, to: season.to };
	return { ...piece, ...resolve(reader, season.value, 1), kind: "season", future: true };
}

function withYear(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const season = phraseAt(text, at, lex.seasons);
	if (!season) return null;
	const ref = yearRefAt(reader, season.end);
	if (!ref) return null;
	const value = ref.year === null ? null : months(ref.year, firstMonth[season.value], 3);
	const printedYear = ref.basis === "printed" && value !== null;
	const resolved: ResolvedDate = printedYear ? printed(value, "season") : derived(value, "season");
	// شتاء 2022-2023 is one winter.
	const join = text.words[ref.end]?.gap;
	const second =
		join === "-" || join === "–" || join === "/" ? fourDigitsAt(reader, ref.end) : null;
	const tail = season.value === "winter" && second?.year === (ref.year ?? 0) + 1 ? second : ref;
	return { ...resolved, kind: "season", first: at, end: tail.end, from: season.from, to: tail.to };
}

function withStep(reader: Reader, at: number): Match | null {
	const { text, lex } = reader;
	const before = phraseAt(text, at, lex.stepBefore);
	if (before && text.words[before.end]?.near) {
		const season = phraseAt(text, before.end, lex.definiteSeasons);
		if (season && season.from === text.words[before.end]?.from) {
			const piece = { first: at, end: season.end, from: before.from, to: season.to };
			return { ...piece, ...resolve(reader, season.value, before.value), kind: "season" };
		}
	}
	const season = phraseAt(text, at, lex.definiteSeasons);
	if (!season || !text.words[season.end]?.near) return null;
	const step = phraseAt(text, season.end, lex.stepAfter);
	if (!step) return null;
	const piece = { first: at, end: step.end, from: season.from, to: step.to };
	return { ...piece, ...resolve(reader, season.value, step.value), kind: "season" };
}

/** The season that is over (-1), running or of this year (0), or still to begin (1). */
function resolve(reader: Reader, season: Season, step: number): ResolvedDate {
	const { year, month } = reader.anchor;
	if (year === null || month === null) return derived(null, "season");
	const first = firstMonth[season];
	// A winter that began in December is still this winter in January.
	const current = season === "winter" && month < 3 ? year - 1 : year;
	const from = current * 12 + first;
	const now = year * 12 + month;
	let found = current;
	if (step === -1 && from + 2 >= now) found--;
	if (step === 1 && from <= now) found++;
	return derived(months(found, first, 3), "season");
}
