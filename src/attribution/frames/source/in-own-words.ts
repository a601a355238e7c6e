import { suffixedPronouns } from "../../../language/words/arabic-verbs.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import type { Stretch } from "../parts.ts";

/** In his view, على حد قولها: so many tokens long such words are. */
const longest = 3;

/**
 * The sex or number of whoever على حد قولها, في رأيه, بحسب تعبيره point back to: a preposition and a noun with a possessive, behind
 * which nobody is printed. Undefined of other words of saying, and of وفق ما أعلنته, which has its subject behind it.
 */
export function ownerOf(view: PassageView, { from, to }: Stretch): string | undefined {
	const last = view.facts[to - 1];
	if (!last?.theirs || to - from < 2 || to - from > longest || !isAccording(view, from))
		return undefined;
	for (let t = from + 1; t < to; t++) {
		const { kinds, parts = "", cue = "" } = view.facts[t] ?? {};
		if (kinds?.size || !parts.includes("N") || !/^(?:|speechNoun:.*)$/u.test(cue)) return undefined;
	}
	const text = view.tokens[to - 1]?.text ?? "";
	return suffixedPronouns.find(([pronoun]) => text.endsWith(pronoun))?.[1] ?? undefined;
}

function isAccording(view: PassageView, at: number): boolean {
	const { kinds, cue = "" } = view.facts[at] ?? {};
	return cue.startsWith("according") || kinds?.has("prepositions") === true;
}
