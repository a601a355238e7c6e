import type { PassageReading } from "../sequence/passage-reading.ts";
import type { ContentPieces, Stretch } from "./parts.ts";
import { isVerbOfSaying } from "./saying.ts";

/** So sure the sequence model is of words for a speaker that nobody before them is meant. */
const leastSure = 0.9;

/**
 * “Who paid?” Senator Ana Roth demanded: among the candidates the words for a speaker right behind the closing mark, with a verb of saying
 * right behind them; -1 where none stand there. Somebody named before did not say it, even where the sentence seems to have ended.
 */
export function speakerBehindQuote(
	{ view, parts }: PassageReading,
	{ pieces }: ContentPieces,
	candidates: readonly Stretch[],
): number {
	const end = pieces.at(-1)?.to ?? 0;
	const close = view.quotes[end] === 3 ? end : end - 1;
	if (view.quotes[close] !== 3) return -1;
	const source = parts.sources.find(({ from, sure }) => from === close + 1 && sure >= leastSure);
	if (!source || !isVerbOfSaying(view, source.to)) return -1;
	return candidates.findIndex(({ from, to }) => from === source.from && to === source.to);
}
