import type { Article, Contradiction } from "../domain/article.ts";
import { type ContradictionParts, findContradictions } from "./find-contradictions.ts";

/**
 * Claims of larger collections are not compared across articles: the work is done anew at every
 * ingest, some 50 µs a claim.
 */
const mostClaims = 20_000;

/**
 * Contradictions of a whole collection, by the article that holds each: the later one by date, then
 * by id, so that it does not matter in which order articles were read. Across articles only the
 * accused can deny; where nobody is accused by name, both must speak of the very same thing.
 */
export function relateArticles(
	parts: ContradictionParts,
	stateName: (name: string) => string,
	articles: readonly Article[],
): Map<string, Contradiction[]> {
	const sorted = articles
		.filter((article) => article.rendering === "verbatim")
		.sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id));
	const held = new Map(sorted.map((article) => [article.id, ownPairs(article)]));
	const places = sorted.flatMap((article) => article.claims.map((claim) => ({ claim, article })));
	if (places.length > mostClaims) return held;
	const place = new Map(places.map((p, order) => [p.claim.id, { ...p, order }]));
	for (const pair of findContradictions(parts, places)) {
		const [a, b] = pair.claims.map((id) => place.get(id));
		if (!a || !b || a.article.id === b.article.id || !isAnswer(pair, a.claim, b.claim, stateName))
			continue;
		const later = a.order > b.order ? a : b;
		held.get(later.article.id)?.push(pair);
	}
	return held;
}

type Claim = Article["claims"][number];

/** A denial by somebody whom the other claim does not speak of answers another story. */
function isAnswer(
	pair: Contradiction,
	a: Claim,
	b: Claim,
	stateName: (name: string) => string,
): boolean {
	if (pair.kind !== "denial") return true;
	const [denial, other] = a.act === "denies" ? [a, b] : [b, a];
	const nameOf = ({ speaker }: Claim) => stateName(speaker.label?.en ?? speaker.name);
	if (nameOf(other) === nameOf(denial)) return false;
	return other.about.length > 0 ? other.about.includes(nameOf(denial)) : pair.strength === "direct";
}

/** Those between two claims of the article itself. */
function ownPairs({ claims, contradictions }: Article): Contradiction[] {
	const own = new Set(claims.map((claim) => claim.id));
	return contradictions.filter((pair) => pair.claims.every((id) => own.has(id)));
}

/** Unknown days come last. */
function dayOf({ published }: Article): string {
	return published.value ?? "9999";
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
