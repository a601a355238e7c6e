/** What some signals count together, each by its weight. */
export function weighedSum<Signal extends string>(
	evidence: Partial<Record<Signal, number>>,
	weights: Readonly<Record<Signal, number>>,
): number {
	const held = Object.entries(evidence) as [Signal, number][];
	return held.reduce((sum, [signal, value]) => sum + value * weights[signal], 0);
}
