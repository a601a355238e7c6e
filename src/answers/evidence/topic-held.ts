import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { Findings } from "../find/find-passages.ts";

type Asked = Pick<PassageHit, "asked">;
type Reading = Pick<Findings, "reading">;

/** The words of what somebody's words are asked for about, without those for himself. */
export function topicWords({ asked }: Asked, { reading }: Reading): AskedWord[] {
	const { sayer = [], filters } = reading;
	const told = new Set([...sayer, ...tokens(filters.by ?? "").map(({ text }) => text)]);
	return asked.filter(({ word }) => !word.split(" ").some((part) => told.has(part)));
}

/** How much a passage holds of what somebody's words are asked for about, 0 to 1; 1 where nothing is named. */
export function topicHeld(hit: Asked, findings: Reading): number {
	const topic = topicWords(hit, findings);
	const whole = topic.reduce((sum, { share }) => sum + share, 0);
	if (whole === 0) return 1;
	return topic.reduce((sum, { share, held }) => sum + share * held, 0) / whole;
}
