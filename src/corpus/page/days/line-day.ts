import type { DateLine } from "../../../language/dates/index.ts";
import { countWords, partsOf } from "../line-parts.ts";
import type { PageRules } from "../page-rules.ts";

const mostParts = 6;
/** In words; a longer part is a headline. */
const longestPart = 7;

const dotted = /^\d{1,2}\.\d{1,2}\.\d{2}$/;

/** The day of a line that prints one and hardly anything else, or of one of the parts that it is made of: "Source: X   Editor: Y   2023-10-04". */
export function dayOfLine(
	text: string,
	dayFirst: boolean | null,
	{ dates }: PageRules,
): DateLine | null {
	const whole = dates.parseDateLine(text, dayFirst);
	if (whole) return whole;
	// A month that has two names may have a slash between them: bars part a line before other marks do.
	const bars = text.split("|").map((part) => part.trim());
	return (
		dayOfPart(bars, dayFirst, dates) ??
		dayOfPart(
			partsOf(text).map((part) => part.text),
			dayFirst,
			dates,
		)
	);
}

function dayOfPart(
	parts: readonly string[],
	dayFirst: boolean | null,
	dates: PageRules["dates"],
): DateLine | null {
	if (parts.length < 2 || parts.length > mostParts) return null;
	if (parts.some((part) => countWords(part) > longestPart)) return null;
	for (const part of parts) {
		// In a text 20.02.24 may be anything; alone between two bars it is a day.
		const text = dotted.test(part) ? part.replaceAll(".", "/") : part;
		const day = dates.parseDateLine(text, dayFirst);
		if (day) return day;
	}
	return null;
}
