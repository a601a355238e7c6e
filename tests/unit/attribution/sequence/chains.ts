import fc from "fast-check";
import type { Chain } from "../../../../src/attribution/sequence/chain.ts";

export type SmallChain = { chain: Chain; scores: Float64Array; length: number };

const score = fc.double({ min: -4, max: 4, noNaN: true });

/** Chains of up to four labels and five tokens, some of whose transitions are not allowed. */
export const smallChain: fc.Arbitrary<SmallChain> = fc
	.record({ labels: fc.integer({ min: 1, max: 4 }), length: fc.integer({ min: 1, max: 5 }) })
	.chain(({ labels, length }) => {
		const link = fc.oneof(
			{ weight: 4, arbitrary: score },
			{ weight: 1, arbitrary: fc.constant(Number.NEGATIVE_INFINITY) },
		);
		const size = (labels + 1) * labels;
		return fc.record({
			transitions: fc.array(link, { minLength: size, maxLength: size }).map((all) =>
				// As in the engine a label without a span may stand everywhere.
				Float64Array.from(all, (value, i) => (i % labels === 0 ? Math.max(value, -4) : value)),
			),
			scores: fc
				.array(score, { minLength: length * labels, maxLength: length * labels })
				.map((all) => Float64Array.from(all)),
			labels: fc.constant(labels),
			length: fc.constant(length),
		});
	})
	.map(({ labels, transitions, scores, length }) => ({
		chain: { labels, transitions },
		scores,
		length,
	}));

/** Every path with its score. */
export function allPaths({ chain: { labels, transitions }, scores, length }: SmallChain) {
	const paths: { path: number[]; score: number }[] = [];
	const walk = (path: number[], sum: number) => {
		if (path.length === length) {
			paths.push({ path, score: sum });
			return;
		}
		const before = path.at(-1) ?? labels;
		for (let y = 0; y < labels; y++) {
			const link = transitions[before * labels + y] ?? 0;
			walk([...path, y], sum + link + (scores[path.length * labels + y] ?? 0));
		}
	};
	walk([], 0);
	return paths;
}
