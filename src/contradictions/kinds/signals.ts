/** What speaks for and against a pair, by name. */
export type Signals = Readonly<Record<string, number>>;
export type Weights = Readonly<Record<string, number>>;

/** How probable it is that the two cannot both be true. */
export function probability(signals: Signals, weights: Weights): number {
	let sum = weights["bias"] ?? 0;
	for (const [name, value] of Object.entries(signals)) sum += value * (weights[name] ?? 0);
	return 1 / (1 + Math.exp(-sum));
}
