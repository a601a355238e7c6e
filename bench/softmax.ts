import { ascend, dot, type Row } from "./ascend.ts";

/** What speaks for each of some things of which one is to be chosen, and which of them are right: none may be. */
export type Choice<Signal extends string> = {
	evidence: readonly Partial<Record<Signal, number>>[];
	right: readonly boolean[];
};

/**
 * On which side of 0 the weight of each signal stays; what is right by reason (`expected`), also for "none", where the
 * choices are too few to tell.
 */
export type Prior<Signal extends string> = {
	sides: Readonly<Record<Signal, -1 | 0 | 1>>;
	expected: Partial<Record<Signal, number>>;
	none: number;
	/** How far weights are held to it, where another measure than the usual fits: what few of many choices show is lost otherwise. */
	hold?: number;
};

/** How far weights are held to what is expected. */
const usualHold = 0.003;

/** Softmax over the things of each choice and "none", which is right where nothing else is; weights to two digits. */
export function learnChoices<Signal extends string>(
	choices: readonly Choice<Signal>[],
	{ sides, expected, none, hold = usualHold }: Prior<Signal>,
): { none: number; weights: Record<Signal, number> } {
	const signals = Object.keys(sides) as Signal[];
	const rowOf = (evidence: Partial<Record<Signal, number>>, last: number) =>
		Float64Array.from([...signals.map((signal) => evidence[signal] ?? 0), last]);
	const rows = choices.map(({ evidence, right }) => ({
		rows: [...evidence.map((one) => rowOf(one, 0)), rowOf({}, 1)],
		right: [...right, !right.includes(true)],
	}));
	const learnt = mostProbable(rows, {
		expected: rowOf(expected, none),
		sides: [...signals.map((signal) => sides[signal]), 0],
		hold,
	});
	const rounded = (n: number) => Math.round((learnt[n] ?? 0) * 100) / 100 || 0;
	const weights = signals.map((signal, n) => [signal, rounded(n)]);
	return {
		none: rounded(signals.length),
		weights: Object.fromEntries(weights) as Record<Signal, number>,
	};
}

/** The weights by which the right rows of all choices are most probable, each on its side of 0. */
function mostProbable(
	choices: readonly { rows: readonly Row[]; right: readonly boolean[] }[],
	{ expected, sides, hold }: { expected: Row; sides: readonly number[]; hold: number },
): Row {
	return ascend(Float64Array.from(expected), sides, (weights) => {
		const slope: Row = weights.map((weight, n) => hold * ((expected[n] ?? 0) - weight));
		for (const { rows, right } of choices) {
			const powers = rows.map((row) => Math.exp(dot(row, weights)));
			const all = powers.reduce((sum, power) => sum + power, 0);
			const won = powers.reduce((sum, power, i) => sum + (right[i] ? power : 0), 0);
			for (const [i, row] of rows.entries()) {
				const power = powers[i] ?? 0;
				const pull = ((right[i] ? power / won : 0) - power / all) / choices.length;
				for (let n = 0; n < slope.length; n++) slope[n] = (slope[n] ?? 0) + pull * (row[n] ?? 0);
			}
		}
		return slope;
	});
}
