import type { FoundFigure } from "../../language/figures/figures.ts";
import type { Token } from "../../language/text/tokens.ts";
import type { Marked } from "./marks.ts";
import type { Term } from "./terms.ts";

/** A number that a claim gives, and between which values it leaves the true one. */
export type Quantity = {
	quote: string;
	value: number;
	low: number;
	high: number;
	/** percent, a currency's code, or empty for what is counted. */
	unit: string;
	/** What is counted. */
	counted: readonly Term[];
	/** True of people, whoever they are, and where no noun says what is counted. */
	anybody: boolean;
	/** By how much something became more or less. */
	change: boolean;
	/** A length, a weight, a time. */
	measure: boolean;
	/** Sides of the thing that the words around it speak of. */
	dimensions: ReadonlySet<string>;
	/** A part of a year stands beside it. */
	hasPeriod: boolean;
	/** Words of its text `[from, to)`. */
	from: number;
	to: number;
};

/** Words on either side of a number that say how it is meant. */
const reach = 4;
const dimensionReach = 9;
const periodReach = 9;
/** What a qualifier leaves open on either side of a number, as a share of it. */
const slack: Readonly<Record<string, { below: number; above: number }>> = {
	about: { below: 0.12, above: 0.12 },
	nearly: { below: 0.15, above: 0.05 },
};

/** Marks that make a number one that no other stands against. */
const excluding = new Set(["extras", "parts"]);

export function quantitiesIn(
	figures: readonly FoundFigure[],
	tokens: readonly Token[],
	terms: readonly Term[],
	marks: readonly Marked[],
): Quantity[] {
	return figures.flatMap((figure): Quantity[] => {
		const { value, quote, qualifier } = figure;
		const from = tokens.findIndex(({ end }) => end > figure.start);
		let to = from;
		while (to < tokens.length && (tokens[to]?.start ?? 0) < figure.end) to++;
		if (value === null || from < 0 || qualifier === "forecast") return [];
		const near = marks.filter((m) => m.to > from - reach && m.from < to + 2);
		const inside = (m: Marked) => m.from >= from - 1 && m.from < to + 1;
		if (near.some((m) => excluding.has(m.mark) && m.from >= from - reach)) return [];
		if (near.some((m) => m.mark === "inclusions" && m.from < from)) return [];
		const isShare = marks.some(
			(m) => m.mark.startsWith("share:") && m.from === from && m.to === to,
		);
		if (!isShare && near.some((m) => m.mark === "unclear" && inside(m))) return [];
		const change = near.some((m) => m.mark === "changes" && m.from >= from - reach);
		const isCode = figure.unit === "percent" || /^[A-Z]{3}$/.test(figure.unit);
		const counted =
			isCode || figure.unit === "" ? [] : terms.filter(({ at }) => at >= from && at < to);
		const people = near.some((m) => m.mark === "persons" && inside(m));
		const dimensions = marks
			.filter((m) => m.mark.startsWith("dimension:"))
			.filter((m) => m.from > from - dimensionReach && m.from < to + dimensionReach)
			.map(({ mark }) => mark);
		return [
			{
				quote,
				value,
				...bounds(
					value,
					qualifier,
					[
						...near.filter((m) => m.to <= to + 1 && !isUntil(m, from, marks)),
						// A share that words give leaves open what is near it.
						...(isShare ? [{ mark: "nears" as const, from, to }] : []),
					],
					near.some((m) => isDenied(m, marks)),
				),
				unit: isCode ? figure.unit : "",
				counted,
				anybody: !isCode && (people || counted.length === 0),
				change,
				measure: near.some((m) => m.mark === "measures" && m.from >= from && m.from < to),
				dimensions: new Set(dimensions),
				hasPeriod: marks.some(
					(m) => m.mark.startsWith("period:") && m.to > from - periodReach && m.from < to + reach,
				),
				from,
				to,
			},
		];
	});
}

/** Words between "not" and "more than": it does not supply more than 100. */
const denialReach = 6;

/** "Up to" with a day behind it bounds no number: up to Thursday at 310. */
function isUntil({ mark, from, to }: Marked, at: number, marks: readonly Marked[]): boolean {
	return (
		mark === "falls" &&
		to < at &&
		marks.some((m) => m.mark === "untils" && m.from === from && m.to === to)
	);
}

/** "More than" behind a negation: it is no more. */
function isDenied({ mark, from }: Marked, marks: readonly Marked[]): boolean {
	if (mark !== "exceeds") return false;
	return marks.some(
		(n) =>
			n.mark === "negations" &&
			n.to <= from &&
			n.to > from - denialReach &&
			!marks.some((m) => m.mark === "scopeEnds" && m.from >= n.to && m.from < from),
	);
}

/** The values that the words leave open. */
function bounds(
	value: number,
	qualifier: string | null,
	near: readonly Marked[],
	isMostDenied: boolean,
): { low: number; high: number } {
	const marks = new Set(near.map(({ mark }) => mark));
	if (isMostDenied || qualifier === "up to" || qualifier === "less than" || marks.has("falls"))
		return { low: 0, high: value };
	if (
		qualifier === "at least" ||
		qualifier === "more than" ||
		marks.has("exceeds") ||
		marks.has("reaches")
	)
		return { low: value, high: Number.POSITIVE_INFINITY };
	const around = slack[qualifier ?? ""] ?? (marks.has("nears") ? slack.about : undefined);
	if (around) return { low: value * (1 - around.below), high: value * (1 + around.above) };
	const step = lastPlace(value) / 2;
	return { low: value - step, high: value + step };
}

/** What one more of the last digit is worth that is not 0: 100 of 4,700, 0.1 of 1.8 million in millions. */
function lastPlace(value: number): number {
	if (value === 0) return 1;
	let place = 10 ** Math.floor(Math.log10(Math.abs(value)));
	while (place > 1e-3 && Math.abs(value / place - Math.round(value / place)) > 1e-9) place /= 10;
	// A whole number below a hundred is counted out.
	return Number.isInteger(value) && Math.abs(value) < 100 ? Math.min(place, 1) : place;
}

/** It counts things or people, and is no time, length or weight. */
export const isCount = ({ measure }: Quantity): boolean => !measure;

/** Whether no value is left that both allow. */
export function areApart(a: Quantity, b: Quantity): boolean {
	if (a.change !== b.change) return false;
	const gap = Math.max(a.low, b.low) - Math.min(a.high, b.high);
	return gap > 1e-9 * Math.max(a.value, b.value);
}
