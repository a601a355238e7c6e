import type { PassageItem } from "../../domain/answer.ts";
import type { Figure } from "../../domain/article.ts";
import { type Language, languages } from "../../domain/sets/languages.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { Findings } from "../find/find-passages.ts";
import { isSameScript } from "../in-line.ts";

/** A figure as the reader is told it; `day`: a year that stands in its sentence. */
export type ToldFigure = { text: string; day: string | null };

/** Words behind a number that may belong to it: 240 billion dollars, 26 per cent. */
const mostUnitWords = 2;

/** The figure of the quoted words that stands nearest to what was asked about; null where there is none. */
export function figureIn(item: PassageItem, findings: Findings): ToldFigure | null {
	const { library, reading, names, hits, request } = findings;
	const hit = hits.find(({ passage }) => passage === item.passage);
	if (!hit) return null;
	const all = tokens(item.quote);
	const asked = new Set(tokens(request.text).map(({ text }) => text));
	const reached = all.flatMap(({ text }, at) => (hit.matched.has(text) ? [at] : []));
	const numbers = all.flatMap(({ text }, at) =>
		/\p{Nd}/u.test(text) && names.isCount(text) && !asked.has(text) ? [at] : [],
	);
	const distance = (at: number) => Math.min(...reached.map((each) => Math.abs(each - at)), 99);
	const [nearest] = numbers.sort((a, b) => distance(a) - distance(b));
	const day = all.map(({ text }) => text).find((text) => /^(19|20)\d\d$/.test(text)) ?? null;
	if (nearest === undefined) return null;
	const number = all[nearest];
	if (!number) return null;
	const record = library
		.figures(hit)
		.find(({ quote }) => tokens(quote).some(({ text }) => text === number.text));
	if (
		record &&
		isSameScript(item.quote, reading.language) &&
		isSameScript(record.quote, reading.language)
	)
		return { text: record.quote, day };
	const told = record && inWords(record, reading.language);
	if (told) return { text: told, day };
	const last = all[Math.min(all.length - 1, nearest + mostUnitWords)] ?? number;
	const text = item.quote.slice(number.start, last.end);
	return { text: text.split(/[.;:()،؛,](?!\d)/)[0]?.trim() || number.text, day };
}

/** Money and shares are written as the asker's language does; what else is counted has no such form. */
function inWords({ value, unit }: Figure, language: Language): string | null {
	if (value === null) return null;
	const { locale } = languages[language];
	if (unit === "percent")
		return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
			value / 100,
		);
	if (!/^[A-Z]{3}$/.test(unit)) return null;
	const options = {
		style: "currency",
		currency: unit,
		notation: "compact",
		compactDisplay: "long",
	} as const;
	return new Intl.NumberFormat(locale, options).format(value);
}
