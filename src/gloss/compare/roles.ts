import type { GlossWords } from "../gloss-data.ts";
import type { Aligned, PlacedWord } from "./align.ts";
import type { PlacedName } from "./placed-names.ts";
import { saidIn, saysAny } from "./said-phrases.ts";

/** Words that stand so near to a name tell what it is there for. */
const reach = 6;

/** Of names that stand in another order in the other text. */
export type Swaps = {
	/** How many more words beside the one stand beside the other there than stay with it, for the likeliest two. */
	votes: number;
	/** Two people whose order alone tells who did it, and nothing says that they stay with their words. */
	isOrderOnly: boolean;
};

/** Whether names seem to have changed places: who did what to whom, where it was and where not. */
export function swapsIn(
	names: readonly PlacedName[],
	aligned: Aligned,
	words: Record<"en" | "ar", GlossWords>,
): Swaps {
	const out: Swaps = { votes: 0, isOrderOnly: false };
	for (const [n, one] of names.entries()) {
		for (const other of names.slice(n + 1)) {
			if (one.of !== other.of || one.ar === other.ar) continue;
			if (one.en < other.en === one.ar < other.ar) continue;
			const votes = -votesFor(one, other, aligned.en, names);
			if (votes < 0 || isPassive(one, other, aligned, words)) continue;
			if (votes > 0) out.votes = Math.max(out.votes, votes);
			else if (one.of === "person") out.isOrderOnly = true;
		}
	}
	return out;
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
		if (links.length === 0 || Math.min(...near) > reach || isOfName(at, english, names)) continue;
		const sides = new Set(
			links.map((link) => Math.sign(Math.abs(link - one.ar) - Math.abs(link - other.ar))),
		);
		const [side] = sides;
		if (sides.size === 1 && side) votes += Math.sign(near[0] - near[1]) * side;
	}
	return votes;
}

/** A name, and what stands before it without a word of grammar between: a post goes wherever its holder does. */
function isOfName(
	at: number,
	english: readonly PlacedWord[],
	names: readonly PlacedName[],
): boolean {
	return names.some(({ en, of }) => {
		if (en === at) return true;
		if (of !== "person" || at > en || at < en - 3) return false;
		return english
			.slice(at, en)
			.every(({ isStop, clause }) => !isStop && clause === english[en]?.clause);
	});
}

/** "Was accused by", من قبل: who did it stands behind whom it was done to. */
function isPassive(
	one: PlacedName,
	other: PlacedName,
	{ en, ar }: Aligned,
	words: Record<"en" | "ar", GlossWords>,
): boolean {
	const between = (all: readonly PlacedWord[], a: number, b: number) =>
		saidIn(all.slice(Math.min(a, b), Math.max(a, b)).map(({ text }) => text));
	const [english, arabic] = [between(en, one.en, other.en), between(ar, one.ar, other.ar)];
	return (
		(saysAny(english, words.en.passive.be) && saysAny(english, words.en.passive.by)) ||
		saysAny(arabic, words.ar.passive.by)
	);
}
