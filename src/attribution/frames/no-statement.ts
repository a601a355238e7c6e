import { leadsBy } from "../../language/words/arabic-endings.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import type { ContentPieces, Stretch } from "./parts.ts";

/**
 * Whether a content is no statement, whatever its words look like: a prayer, what "is recalled" by
 * nobody, the question that was asked.
 */
export const isNoStatement = (
	view: PassageView,
	{ pieces }: ContentPieces,
	cue: Stretch | undefined,
	source: Stretch | undefined,
): boolean => {
	const [content] = pieces;
	if (!cue || !content) return false;
	return (
		isPrayer(view, content, cue) ||
		isRecalled(view, cue, source) ||
		isOccasion(view, content, cue) ||
		isUnsaid(view, content, cue)
	);
};

/** "… but offered no proof": what was not said. */
const isUnsaid = (view: PassageView, { from }: Stretch, cue: Stretch): boolean =>
	from === cue.to &&
	(view.facts[cue.to - 1]?.roles.has("offers") ?? false) &&
	(view.facts[from]?.roles.has("nothing") ?? false);

/**
 * داعيا الله أن يرحمهم: asked of God and not of people. Behind "that" (قال إن الله…) it is a statement; what
 * a bearer of the name calls for stands behind "to" (دعا المولى إلى …).
 */
const isPrayer = (view: PassageView, content: Stretch, cue: Stretch): boolean =>
	cue.to <= content.from &&
	view.sentence[cue.from] === view.sentence[content.from] &&
	(view.facts[cue.to]?.roles.has("god") ?? false) &&
	!view.facts[cue.to + 1]?.kinds.has("prepositions");

/** يذكر أن: "that" right behind it, and nobody right before who recalls it; الجدير بالذكر أن: as a noun by nobody at all. */
function isRecalled(view: PassageView, cue: Stretch, source: Stretch | undefined): boolean {
	const isImpersonal = view.facts[cue.from]?.roles.has("impersonal") ?? false;
	const that = view.facts[cue.to]?.kinds.has("complementisers") ?? false;
	const isNoun = leadsBy(view.facts[cue.to - 1]?.clitics ?? "");
	const printed = !isNoun && source !== undefined && source.to === cue.from;
	return cue.to === cue.from + 1 && isImpersonal && that && !printed;
}

/** "Roth said when asked about the fire": when it was said and not what. */
function isOccasion(view: PassageView, { from, to }: Stretch, cue: Stretch): boolean {
	const [when, asked] = [view.facts[from], view.facts[from + 1]];
	if (from !== cue.to || !when?.kinds.has("conjunctions") || !asked?.roles.has("asked"))
		return false;
	return !view.facts.slice(from, to).some(({ kinds }) => kinds.has("complementisers"));
}
