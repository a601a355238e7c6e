import type { Candidate, Comparison } from "../compare.ts";
import type { Signals } from "./signals.ts";

/** How much two statements have in common, by what is compared. */
const inCommon: Record<Comparison, (signals: Signals) => number> = {
	figures: ({ shared = 0, close = 0 }) => shared + close,
	opposed: ({ hinges = 0, rest = 0, most = 0 }) => hinges + rest + most,
	otherwise: ({ kin = 0, subject = 0, theme = 0 }) => kin + subject + theme,
	rejected: ({ about = 0, around = 0, nearness = 0, before = 0 }) =>
		2 * about + around + nearness + before,
	causes: ({ effect = 0, wide = 0, both = 0 }) => effect + wide + 2 * both,
	doers: ({ did = 0 }) => did,
	starts: ({ shared = 0 }) => shared,
	times: ({ shared = 0 }) => shared,
	versions: ({ shared = 0, kin = 0, contrary = 0 }) => shared + kin + contrary,
};

/**
 * The same with two signals more: whether no other candidate has more in common with its first
 * statement, and with its second. A denial answers one claim more often than all that are like it.
 * Undefined where a step is done: there may be tens of thousands.
 */
export function* ranked(candidates: readonly Candidate[]): Generator<Candidate | undefined> {
	const most = new Map<string, number>();
	const sides = ({ by, a, b }: Candidate) => [`${by} a ${a.claim.id}`, `${by} b ${b.claim.id}`];
	const own = ({ by, signals }: Candidate) => inCommon[by](signals);
	for (const candidate of candidates) {
		for (const side of sides(candidate))
			most.set(side, Math.max(most.get(side) ?? 0, own(candidate)));
		yield undefined;
	}
	for (const candidate of candidates) {
		const [bestOfA = 0, bestOfB = 0] = sides(candidate).map((side) =>
			own(candidate) >= (most.get(side) ?? 0) ? 1 : 0,
		);
		yield { ...candidate, signals: { ...candidate.signals, bestOfA, bestOfB } };
	}
}
