import type { Marked } from "./marks.ts";
import type { Term } from "./terms.ts";

/** Names behind a word such as "in", and what stands behind one such as "province", whatever it is. */
export function placesIn(terms: readonly Term[], marks: readonly Marked[]): Term[] {
	const out: Term[] = [];
	for (const term of terms) {
		if (marks.some((m) => m.mark === "placeNouns" && m.to === term.at)) {
			out.push(term);
			continue;
		}
		if (!term.name) continue;
		const isPlace = marks.some((m) => m.mark === "places" && m.to === term.at);
		if (isPlace || (term.goesOn && out.at(-1)?.at === term.at - 1)) out.push(term);
	}
	return out;
}
