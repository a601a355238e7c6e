import type { Claim } from "./article.ts";

/** From this confidence on a claim is shown without a word of caution. */
export const sureFrom = 0.5;

/** `unnamed`: nobody is named for it; `unsure`: its card is as likely wrong as right. */
export const standings = ["sure", "unsure", "unnamed"] as const;
export type Standing = (typeof standings)[number];
export type ClaimCounts = Record<Standing, number>;

/** How a claim stands; one that was annotated by hand has no confidence and is sure. */
export function standingOf({
	speaker,
	confidence = 1,
}: Pick<Claim, "speaker" | "confidence">): Standing {
	if (speaker.kind === "anonymous" && speaker.unread) return "unnamed";
	return confidence >= sureFrom ? "sure" : "unsure";
}

/** How many claims stand how. */
export function countClaims(claims: Iterable<Pick<Claim, "speaker" | "confidence">>): ClaimCounts {
	const counts: ClaimCounts = { sure: 0, unsure: 0, unnamed: 0 };
	for (const claim of claims) counts[standingOf(claim)]++;
	return counts;
}

/** "12 claims: 9 sure, 2 unsure, 1 unnamed" */
export function countsText(counts: ClaimCounts): string {
	const all = standings.reduce((sum, each) => sum + counts[each], 0);
	return `${all} ${all === 1 ? "claim" : "claims"}: ${standings.map((each) => `${counts[each]} ${each}`).join(", ")}`;
}
