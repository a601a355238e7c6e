import type { WordRole } from "../../../language/words/word-roles.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import type { ContentPieces, Stretch } from "../parts.ts";

/** So near to the begin of a content stands what is called something. */
const near = 5;
/** So far before the verb it may stand: "an account that Athens dismissed on Monday as invented". */
const furthest = 9;

/**
 * Whether somebody calls untrue what somebody else said: "called the report a fabrication", وصف الاتهامات بأنها
 * مغالطة. The verb says only that something is called something.
 */
export function isCalledUntrue(
	view: PassageView,
	{ pieces }: ContentPieces,
	cue: Stretch | undefined,
): boolean {
	const [content] = pieces;
	if (!cue || !content || !has(view, cue, "calls")) return false;
	const from = Math.max(0, cue.from - furthest);
	const isAbout =
		has(view, { from: content.from, to: Math.min(content.to, content.from + near) }, "said") ||
		has(view, { from: cue.to, to: content.from }, "said") ||
		has(view, { from: content.from, to: content.from + 1 }, "pointsBack") ||
		has(view, cue, "calls", (t) => view.facts[t]?.theirs === true) ||
		has(view, { from, to: cue.from }, "said");
	return isAbout && (has(view, cue, "dismisses") || pieces.some((p) => has(view, p, "untrue")));
}

function has(
	view: PassageView,
	{ from, to }: Stretch,
	role: WordRole,
	also: (at: number) => boolean = () => true,
): boolean {
	for (let t = from; t < to; t++) if (view.facts[t]?.roles.has(role) && also(t)) return true;
	return false;
}
