import { type Language, languages } from "../../src/domain/sets/languages.ts";
import { hasArabic } from "./clean.ts";

const letter = /\p{L}/u;
const opensIsolate = /[\u2066-\u2068]/;
const endsIsolate = "\u2069";
const marks = { rtl: "\u200f", ltr: "\u200e" } as const;

/**
 * What has to stand before a line of ours so that it runs as its language does; nothing where it does by
 * itself. Its first letter tells, and clients differ in whether that may stand in an isolate: Unicode's rule
 * (P2) passes those over, so that "2. ⁨وكالة (Reuters)⁩" has none and runs from the left, and browsers do not.
 */
export function directionMark(line: string, language: Language): string {
	const { direction } = languages[language];
	const first = [letter.exec(line)?.[0], firstOutside(line)];
	const runs = first.every((each) => directionOf(each) === direction);
	return runs ? "" : marks[direction];
}

function directionOf(of: string | undefined): "rtl" | "ltr" {
	return of !== undefined && hasArabic(of) ? "rtl" : "ltr";
}

/** The first letter that stands in no isolate. */
function firstOutside(line: string): string | undefined {
	let isolates = 0;
	for (const each of line) {
		if (opensIsolate.test(each)) isolates++;
		else if (each === endsIsolate) isolates = Math.max(0, isolates - 1);
		else if (isolates === 0 && letter.test(each)) return each;
	}
	return undefined;
}
