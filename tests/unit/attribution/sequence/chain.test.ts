import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestPath } from "../../../../src/attribution/sequence/chain.ts";
import { marginals } from "../../../../src/attribution/sequence/chain-sums.ts";
import { allPaths, smallChain } from "./chains.ts";

describe("a chain of labels", () => {
	it("has as its best path the one that counting all of them finds", () => {
		fc.assert(
			fc.property(smallChain, (small) => {
				const found = [...bestPath(small.chain, small.scores, small.length)].join();
				const paths = allPaths(small);
				const most = Math.max(...paths.map((p) => p.score));
				const scored = paths.find((p) => p.path.join() === found);
				expect(scored?.score).toBeCloseTo(most, 9);
			}),
		);
	});

	it("has the marginals that counting all paths gives", () => {
		fc.assert(
			fc.property(smallChain, (small) => {
				const { chain, scores, length } = small;
				const found = marginals(chain, scores, length);
				const paths = allPaths(small).map(({ path, score }) => ({ path, share: Math.exp(score) }));
				const total = paths.reduce((sum, p) => sum + p.share, 0);
				for (let t = 0; t < length; t++)
					for (let y = 0; y < chain.labels; y++) {
						const sum = paths.filter((p) => p.path[t] === y).reduce((s, p) => s + p.share, 0);
						expect(found[t * chain.labels + y]).toBeCloseTo(sum / total, 9);
					}
			}),
		);
	});

	it("expects the transitions that counting all paths gives", () => {
		fc.assert(
			fc.property(smallChain, (small) => {
				const { chain, scores, length } = small;
				const { labels } = chain;
				const pairs = new Float64Array((labels + 1) * labels).fill(7);
				marginals(chain, scores, length, pairs);
				const wanted = new Float64Array(pairs.length);
				const paths = allPaths(small);
				const total = paths.reduce((sum, p) => sum + Math.exp(p.score), 0);
				for (const { path, score } of paths)
					for (const [t, y] of path.entries()) {
						const i = (path[t - 1] ?? labels) * labels + y;
						wanted[i] = (wanted[i] ?? 0) + Math.exp(score) / total;
					}
				for (const [i, value] of wanted.entries()) expect(pairs[i]).toBeCloseTo(value, 9);
			}),
		);
	});

	it("stays finite over ten thousand tokens with large scores", () => {
		const labels = 3;
		const length = 10_000;
		const scores = Float64Array.from({ length: length * labels }, (_, i) => ((i * 37) % 400) - 200);
		const chain = { labels, transitions: new Float64Array((labels + 1) * labels) };
		const found = marginals(chain, scores, length);
		expect(found.every((p) => p >= 0 && p <= 1 + 1e-9)).toBe(true);
		expect(bestPath(chain, scores, length)).toHaveLength(length);
	});

	it("of no tokens has no path", () => {
		const chain = { labels: 2, transitions: new Float64Array(6) };
		expect(bestPath(chain, new Float64Array(), 0)).toHaveLength(0);
		expect(marginals(chain, new Float64Array(), 0)).toHaveLength(0);
	});
});
