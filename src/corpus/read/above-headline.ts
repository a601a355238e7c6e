import { partsOf } from "../page/line-parts.ts";
import type { ShownPage } from "./page-frame.ts";
import { letters } from "./page-names.ts";

/** In words; a longer line is a sentence. */
const longestScrap = 12;

/**
 * Without what an extractor put before an article though readers see it above the headline: entries of menus, labels, the site's
 * name. `shown`: the page as they see it; `at`: the headline's line of it. Nothing is taken where there is none above.
 */
export function withoutAbove(chosen: ShownPage, shown: ShownPage, at: number): ShownPage {
	if (at <= 0) return chosen;
	const above = keysOf(shown.lines.slice(0, at));
	const below = keysOf(shown.lines.slice(at));
	const isScrap = (line: string) => {
		const key = letters(line);
		if (line.split(/\s+/u).length > longestScrap || /[.؟?!…:]["”»]?$/u.test(line)) return false;
		return above.has(key) && !below.has(key);
	};
	const end = chosen.lines.findIndex((line) => line.trim() !== "" && !isScrap(line));
	if (end <= 0) return chosen;
	const headings = [...chosen.headings].filter((index) => index >= end).map((index) => index - end);
	return { lines: chosen.lines.slice(end), headings: new Set(headings) };
}

function keysOf(lines: readonly string[]): ReadonlySet<string> {
	return new Set(
		lines.flatMap((line) => [line, ...partsOf(line).map(({ text }) => text)]).map(letters),
	);
}
