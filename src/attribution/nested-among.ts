import type { ReadClaim } from "./read-claim.ts";

/** Claims whose own words of saying stand inside what another one says: "he said that she had warned". */
export function nestedAmong(all: readonly ReadClaim[]): ReadonlySet<ReadClaim> {
	const said = new Map<number, Uint8Array>();
	for (const { passage, view, content } of all) {
		const marks = said.get(passage) ?? new Uint8Array(view.tokens.length);
		for (const { from, to } of content.pieces) marks.fill(1, from, to);
		said.set(passage, marks);
	}
	return new Set(all.filter(({ cue, passage }) => cue && said.get(passage)?.[cue.from] === 1));
}
