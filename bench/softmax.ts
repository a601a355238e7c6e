import { ascend, dot, type Row } from "./ascend.ts";

/** The rows of which one is to be chosen, and which of them are right. */
export type Choice = { rows: readonly Row[]; right: readonly boolean[] };

/** Weights are held to what is right by reason (`expected`), as far as `hold` says, and each on its side of 0. */
export type Prior = { expected: Row; sides: readonly number[]; hold: number };

/** The weights by which the right rows of all choices are most probable. */
export function learnChoices(choices: readonly Choice[], { expected, sides, hold }: Prior): Row {
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
