import type { Html } from "../../../adapters/web/markup/html.ts";

/** Letters of scripts that are written from the right, and the marks that stand for one. */
const fromTheRight =
	/[\u200f\u061c\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const letter = /[\p{L}\u200e\u200f\u061c]/u;
const opensIsolate = /[\u2066-\u2068]/;
const endsIsolate = "\u2069";

/**
 * The direction of a line by its first strong letter, as phones lay it out: what stands in an isolate
 * does not count (rules P2 and P3 of Unicode's bidirectional algorithm), and a line without such a
 * letter runs from the left. Browsers differ here among themselves, so it is not left to one.
 */
export function directionOf(line: string | Html): "ltr" | "rtl" {
	const shown = typeof line === "string" ? line : shownBy(line);
	let isolates = 0;
	for (const each of shown) {
		if (opensIsolate.test(each)) isolates++;
		else if (each === endsIsolate) isolates = Math.max(0, isolates - 1);
		else if (isolates === 0 && letter.test(each)) return fromTheRight.test(each) ? "rtl" : "ltr";
	}
	return "ltr";
}

/** The letters that markup shows; names of entities are none. */
function shownBy({ text }: Html): string {
	return text.replace(/<[^>]*>/g, "").replace(/&#?\w+;/g, " ");
}
