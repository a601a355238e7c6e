import type { PlacedWord } from "./align.ts";

/** A name that both texts have: where its first word stands in each. */
export type PlacedName = { en: number; ar: number; sort: "person" | "place" | "other" };

/** Words that stand so near to a name tell what it is there for. */
const reach = 6;

/**
 * Whether names seem to have changed places: 1 and more where the words beside the one stand beside the other in the other
 * text, below 0 where they stand by it there too, 0 where nothing tells.
 */
export function swapped(
	names: readonly PlacedName[],
	english: readonly PlacedWord[],
): { votes: number; isReversed: boolean } {
	let votes = 0;
	let isReversed = false;
	for (const [n, one] of names.entries()) {
		for (const other of names.slice(n + 1)) {
			if (one.sort !== other.sort || one.ar === other.ar) continue;
			const against = -votesFor(one, other, english, names);
			const isOtherOrder = one.en < other.en !== one.ar < other.ar;
			if (isOtherOrder && against >= 0) isReversed = true;
			votes = Math.max(votes, against);
		}
	}
	return { votes, isReversed };
}

function votesFor(
	one: PlacedName,
	other: PlacedName,
	english: readonly PlacedWord[],
	names: readonly PlacedName[],
): number {
	let votes = 0;
	for (const [at, { links }] of english.entries()) {
		const near = [Math.abs(at - one.en), Math.abs(at - other.en)] as const;
		if (links.length === 0 || Math.min(...near) > reach || names.some(({ en }) => en === at)) continue;
		const sides = new Set(
			links.map((link) => Math.sign(Math.abs(link - one.ar) - Math.abs(link - other.ar))),
		);
		const [side] = sides;
		if (sides.size !== 1 || !side) continue;
		votes += Math.sign(near[0] - near[1]) * side;
	}
	return votes;
}
