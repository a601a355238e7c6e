import { type DayRange, dayRange } from "../domain/dates.ts";
import type { Token } from "../language/text/tokens.ts";
import type { QuestionWords } from "./question-words.ts";
import { sideOfDays } from "./sides-of-days.ts";

type DateInText = { start: number; end: number; value: string | null };

export type DaysAsked = {
	/** The days that the question names, from the first to the last. */
	named: DayRange;
	/** Those that it asks for: one side of them where a word before says so. ISO days; an open end is absent. */
	asked: { from?: string | undefined; to?: string | undefined };
	/** The words of both, in offsets of the text: what is asked about is left without them. */
	words: { start: number; end: number }[];
};

/**
 * The days that a question names and asks for: "2022 and 2023" both, "before 2023" until the day before,
 * "after May 2022 and before 2024" what lies between. Undefined where it names none.
 */
export function daysAsked(
	dates: readonly DateInText[],
	all: readonly Token[],
	{ sides }: QuestionWords,
): DaysAsked | undefined {
	const folded = all.map((token) => token.text);
	const hits = sides.find(folded);
	const ranges = dates.flatMap(({ start, end, value }) => {
		const days = value === null ? null : dayRange(value);
		if (!days) return [];
		const first = all.findIndex((token) => token.end > start);
		const side = hits.find(({ to }) => to === first);
		const begin = side ? (all[side.from]?.start ?? start) : start;
		return [{ days, side: side?.value, words: { start: begin, end } }];
	});
	if (ranges.length === 0) return undefined;
	const named = hull(ranges.map(({ days }) => days));
	let asked: DaysAsked["asked"] =
		hull(ranges.filter(({ side }) => !side).map(({ days }) => days)) ?? {};
	for (const { days, side } of ranges) if (side) asked = sideOfDays(days, side, asked);
	return named ? { named, asked, words: ranges.map(({ words }) => words) } : undefined;
}

function hull(ranges: readonly DayRange[]): DayRange | undefined {
	const from = ranges.map((range) => range.from).sort()[0];
	const to = ranges
		.map((range) => range.to)
		.sort()
		.at(-1);
	return from && to ? { from, to } : undefined;
}
