import type { PassageReading } from "../../sequence/passage-reading.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import {
	hasArticle,
	isArabic,
	isNameWord,
	isObject,
	isUnknown,
} from "../../speakers/names/name-words.ts";
import type { Stretch } from "../parts.ts";

/** So much of the share of words that break off within a name those have that do not. */
const leastWhole = 0.4;

/** A given name goes on with another one, or with a surname that "that" follows: منى السيد إن. */
function goesOnAsName(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if ((facts?.sex !== "" || facts.family) && isNameWord(view, at)) return true;
	if (isMiddleName(view, at)) return true;
	// مصدراً دبلوماسياً خليجياً: who is told has the same ending in each word.
	if (isObject(view, at) && isObject(view, at - 1)) return true;
	if (isStrange(view, at)) return true;
	const before = view.facts[at - 1];
	const that = view.facts[at + 1]?.kinds.has("complementisers") ?? false;
	return that && facts?.definite === true && before?.sex !== "" && before?.definite === false;
}

/** عبدالرحمن مطلق الصهيبي: an ordinary word between a given name and a surname. */
const isMiddleName = (view: PassageView, at: number): boolean => {
	const [before, facts, last] = [view.facts[at - 1], view.facts[at], view.facts[at + 1]];
	if (!before || !facts || !last || before.sex === "" || before.definite) return false;
	if (!isArabic(view, at) || facts.definite || facts.cue || facts.kinds.size > 0) return false;
	return last.definite && last.family && hasArticle(view, at + 1);
};

/** إيلانا برغمان: behind a given name, a word that no list and no dictionary has. */
const isStrange = (view: PassageView, at: number): boolean => {
	const [before, facts] = [view.facts[at - 1], view.facts[at]];
	if (!facts || !before || before.sex === "" || before.definite || !isArabic(view, at))
		return false;
	return isUnknown(facts) && !facts.led && !facts.theirs && (view.tokens[at]?.text.length ?? 0) > 3;
};

/** The same words with the rest of the name where the chosen ones break off before it. */
export function withWholeName(
	{ view }: PassageReading,
	candidates: readonly Stretch[],
	shares: readonly number[],
	chosen: { index: number; sure: number },
): { index: number; sure: number } {
	const words = candidates[chosen.index];
	if (!words || !goesOnAsName(view, words.to)) return chosen;
	let most = chosen;
	for (const [index, { from, to }] of candidates.entries()) {
		const sure = shares[index] ?? 0;
		if (from !== words.from || to <= words.to || sure < leastWhole * chosen.sure) continue;
		const isName = view.tokens.slice(words.to, to).every((_, i) => {
			const at = words.to + i;
			return isNameWord(view, at) || goesOnAsName(view, at) || isMiddleName(view, at - 1);
		});
		if (isName && (most === chosen || sure > most.sure)) most = { index, sure };
	}
	return most;
}
