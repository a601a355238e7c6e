import type { Counterpart } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";

/** What is said of one thing, and what stands against that. */
export type Contested = {
	left: Claim[];
	/** Those who deny it, where anybody does. */
	right: Claim[];
	isDenied: boolean;
	/** Whether some pair of the two sides is of a part of what is said. */
	isInPart: boolean;
};

type Disputed = { claim: Claim; contradictedBy?: readonly Counterpart[] };

const isDenial = ({ act }: Claim) => act === "denies";

/**
 * Who stands against whom on the first contested statement of these; null where nothing is contested.
 * Others stand on a side of it where they say the same, or where one claim stands against both.
 */
export function contestOf(
	items: readonly Disputed[],
	same: (a: Claim, b: Claim) => boolean,
): Contested | null {
	const disputed = items.find(({ contradictedBy = [] }) => contradictedBy.length > 0);
	if (!disputed) return null;
	const { claim } = disputed;
	const rivals = (disputed.contradictedBy ?? []).map((rival) => rival.claim);
	const isDenied = isDenial(claim) || rivals.some(isDenial);
	// Beside a denial nobody is told who only tells it otherwise.
	const opposite = rivals.filter((rival) => !isDenied || isDenial(rival) !== isDenial(claim));
	if (opposite.length === 0) return null;
	const beside = items.filter(
		(item) =>
			item === disputed ||
			(isDenial(item.claim) === isDenial(claim) &&
				!opposite.some(({ id }) => id === item.claim.id) &&
				(isAgainstAny(item, opposite) || (isContested(item) && same(item.claim, claim)))),
	);
	const own = beside.map((item) => item.claim);
	const pairs = beside.flatMap(({ contradictedBy = [] }) =>
		contradictedBy.filter((rival) => opposite.some(({ id }) => id === rival.claim.id)),
	);
	const [left, right] = isDenial(claim) ? [opposite, own] : [own, opposite];
	return { left, right, isDenied, isInPart: pairs.some(({ strength }) => strength === "partial") };
}

function isContested({ contradictedBy = [] }: Disputed): boolean {
	return contradictedBy.length > 0;
}

function isAgainstAny({ contradictedBy = [] }: Disputed, claims: readonly Claim[]): boolean {
	return contradictedBy.some((rival) => claims.some(({ id }) => id === rival.claim.id));
}
