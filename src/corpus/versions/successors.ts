import type { Article, Claim, Passage } from "../../domain/article.ts";
import { fold } from "../../language/text/normalise.ts";
import { tokens } from "../../language/text/tokens.ts";
import { claimKey } from "../sameness/claim-changes.ts";
import { overlap } from "../sameness/fingerprint.ts";

/** Share of the shorter text's words: an edited sentence keeps most of them. */
const leastAlike = 0.5;
/** Texts without a twin that are compared each with each. */
const mostCompared = 150;

type Said = Pick<Article, "passages" | "claims">;

/** By id of a passage or claim: the one of the next version that says the same, or stands in its place. */
export function successors(before: Said, after: Said): Record<string, string> {
	const became = new Map<string, string>();
	pair(before.passages, after.passages, became, {
		key: ({ text }) => fold(text),
		text: ({ text }) => text,
		mayBe: (old, next) => (old.kind === "title") === (next.kind === "title"),
	});
	pair(before.claims, after.claims, became, {
		key: claimKey,
		text: ({ quote }) => quote,
		mayBe: (old, next) =>
			became.get(old.passage) === next.passage &&
			(old.act === next.act || fold(old.speaker.name) === fold(next.speaker.name)),
	});
	return Object.fromEntries(became);
}

type Pairing<T> = {
	key(one: T): string;
	text(one: T): string;
	mayBe(old: T, next: T): boolean;
};

function pair<T extends Passage | Claim>(
	before: readonly T[],
	after: readonly T[],
	became: Map<string, string>,
	{ key, text, mayBe }: Pairing<T>,
): void {
	const byKey = Map.groupBy(after, key);
	const taken = new Set<T>();
	const left: T[] = [];
	for (const old of before) {
		const twin = byKey.get(key(old))?.shift();
		if (!twin) {
			left.push(old);
			continue;
		}
		became.set(old.id, twin.id);
		taken.add(twin);
	}
	const words = new Map<T, ReadonlySet<string>>();
	const wordsOf = (one: T) => {
		const known = words.get(one) ?? new Set(tokens(text(one)).map((token) => token.text));
		words.set(one, known);
		return known;
	};
	const free = after.filter((one) => !taken.has(one)).slice(0, mostCompared);
	for (const old of left.slice(0, mostCompared)) {
		let best: { next: T; share: number } | null = null;
		for (const next of free) {
			if (taken.has(next) || !mayBe(old, next)) continue;
			const share = overlap(wordsOf(old), wordsOf(next));
			if (share >= leastAlike && share > (best?.share ?? 0)) best = { next, share };
		}
		if (!best) continue;
		became.set(old.id, best.next.id);
		taken.add(best.next);
	}
}
