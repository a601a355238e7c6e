import type { PassageHit } from "../../domain/passage-search.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { Findings } from "../find/find-passages.ts";

/** How much a passage holds of what somebody's words are asked for about, 0 to 1; 1 where nothing is named. */
export function topicHeld(
	{ asked }: Pick<PassageHit, "asked">,
	{ reading: { sayer = [], filters } }: Pick<Findings, "reading">,
): number {
	const told = new Set([...sayer, ...tokens(filters.by ?? "").map(({ text }) => text)]);
	const topic = asked.filter(({ word }) => !word.split(" ").some((part) => told.has(part)));
	const whole = topic.reduce((sum, { share }) => sum + share, 0);
	if (whole === 0) return 1;
	return topic.reduce((sum, { share, held }) => sum + share * held, 0) / whole;
}
