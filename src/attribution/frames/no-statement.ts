import type { PassageView } from "../sequence/passage-view.ts";
import type { ContentPieces, Stretch } from "./parts.ts";

/**
 * Whether a content is no statement, whatever its words look like: a prayer, what "is recalled" by
 * nobody, the question that was asked. */
export const isNoStatement = (
	view: PassageView,
	{ pieces }: ContentPieces,
	cue: Stretch | undefined,
	source: Stretch | undefined,
): boolean => {
	const [content] = pieces;
	if (!cue || !content) return false;
	return (
		isPrayer(view, content, cue) || isRecalled(view, cue, source) || isOccasion(view, content, cue)
	);
};

/** داعيا الله أن يرحمهم: asked of God and not of people. Behind "that" (قال إن الله…) it is a statement. */
function isPrayer(view: PassageView, content: Stretch, cue: Stretch): boolean {
	const isGod = (at: number) => view.facts[at]?.roles.has("god") ?? false;
	if (view.sentence[cue.from] !== view.sentence[content.from] || cue.to > content.from)
		return false;
	return isGod(cue.to);
}

/** يذكر أن: "that" right behind it, and nobody right before who recalls it. */
function isRecalled(view: PassageView, cue: Stretch, source: Stretch | undefined): boolean {
	const isImpersonal = view.facts[cue.from]?.roles.has("impersonal") ?? false;
	const that = view.facts[cue.to]?.kinds.has("complementisers") ?? false;
	const printed = source !== undefined && source.to === cue.from;
	return cue.to === cue.from + 1 && isImpersonal && that && !printed;
}

/** "Roth said when asked about the fire": when it was said and not what. */
const isOccasion = (view: PassageView, content: Stretch, cue: Stretch): boolean =>
	content.from === cue.to && (view.facts[content.from + 1]?.roles.has("asked") ?? false);
