/** Pairs of claims, by `pairKey`, that are no contradictions. */
export type NoPairs = ReadonlySet<string>;

/** One key for two claims in either order. */
export function pairKey(a: string, b: string): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}
