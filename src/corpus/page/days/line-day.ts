import type { DateLine } from "../../../language/dates/index.ts";
import { countWords, partsOf } from "../line-parts.ts";
import type { PageRules } from "../page-rules.ts";

const mostParts = 6;
/** In words; a longer part is a headline. */
const longestPart = 6;

const dotted = /^\d{1,2}\.\d{1,2}\.\d{2}$/;

/** The day of a line that prints one and hardly anything else, or of one of the parts that it is made of: "Source: X   Editor: Y   2023-10-04". */
export function dayOfLine(
	text: string,
	dayFirst: boolean | null,
	{ dates }: PageRules,
): DateLine | null {
	const whole = dates.parseDateLine(text, dayFirst);
	if (whole) return whole;
	const parts = partsOf(text);
	if (parts.length < 2 || parts.length > mostParts) return null;
	if (parts.some((part) => countWords(part.text) > longestPart)) return null;
	for (const part of parts) {
		// In a text 20.02.24 may be anything; alone between two bars it is a day.
		const text = dotted.test(part.text) ? part.text.replaceAll(".", "/") : part.text;
		const day = dates.parseDateLine(text, dayFirst);
		if (day) return day;
	}
	return null;
}
