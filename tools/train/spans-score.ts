import { type LabelledSpan, spanKinds, spansOf } from "../../src/attribution/sequence/labels.ts";

type Tally = { gold: number; found: number; exact: number; overlap: number };

/** Exact F1 of each kind of span, and the share of spans that some span of the kind overlaps by half. */
export function scoreSpans(pairs: readonly { gold: Uint8Array; found: readonly LabelledSpan[] }[]): string {
	const tallies = new Map<string, Tally>();
	for (const { gold, found } of pairs) {
		const wanted = spansOf(gold);
		for (const kind of spanKinds) {
			const tally = tallies.get(kind) ?? { gold: 0, found: 0, exact: 0, overlap: 0 };
			tallies.set(kind, tally);
			const g = wanted.filter((s) => s.kind === kind);
			const f = found.filter((s) => s.kind === kind);
			tally.gold += g.length;
			tally.found += f.length;
			tally.exact += g.filter((s) => f.some((o) => o.from === s.from && o.to === s.to)).length;
			tally.overlap += g.filter((s) => f.some((o) => Math.min(o.to, s.to) - Math.max(o.from, s.from) >= 0.5 * Math.min(s.to - s.from, o.to - o.from))).length;
		}
	}
	return [...tallies]
		.map(([kind, t]) => `${kind} F ${((200 * t.exact) / Math.max(1, t.gold + t.found)).toFixed(0)} half ${((200 * t.overlap) / Math.max(1, t.gold + t.found)).toFixed(0)} (${t.gold}/${t.found})`)
		.join(" | ");
}
