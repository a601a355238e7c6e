import { likeness, type Term } from "./terms.ts";

export type Matched = { own: Term; other: Term; likeness: number };

/** What a term counts in saying what a text is about. */
export function weightOf({ general, name }: Term): number {
	if (name) return 1.1;
	return general ? 0.3 : 1;
}

/** Each term of `own` with the term of `other` that is most like it. */
export function matchesOf(
	own: readonly Term[],
	other: readonly Term[],
	alike: (a: Term, b: Term) => number = likeness,
): Matched[] {
	const out: Matched[] = [];
	for (const term of own) {
		let best: Matched | undefined;
		for (const each of other) {
			const like = alike(term, each);
			if (like > (best?.likeness ?? 0)) best = { own: term, other: each, likeness: like };
			if (like === 1 && term.negated !== each.negated) break;
		}
		if (best) out.push(best);
	}
	return out;
}

/** The share of `own`, by weight, that is in `other` too. */
export function shareOf(own: readonly Term[], matches: readonly Matched[]): number {
	let whole = 0;
	for (const term of own) whole += weightOf(term);
	return whole === 0 ? 0 : massOf(matches) / whole;
}

/** The weight of what is matched; a word that comes twice counts once. */
export function massOf(matches: readonly Matched[]): number {
	const seen = new Set<string>();
	let sum = 0;
	for (const { own, likeness: like } of matches) {
		if (seen.has(own.stem)) continue;
		seen.add(own.stem);
		sum += weightOf(own) * like;
	}
	return sum;
}
