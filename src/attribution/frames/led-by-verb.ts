import { isParticipleForm, leadsBy } from "../../language/words/arabic-endings.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import { isArabic, isListed } from "../speakers/names/name-words.ts";
import type { Stretch } from "./parts.ts";
import { isVerbOfSaying } from "./saying.ts";

/**
 * ووعد راضي بالتعويض: where the words for a speaker right behind a verb that takes بـ hold the word that it leads, which was
 * said. Undefined where none does, and where the verb leads something else behind it: صرح مصدر بالوزارة بأن.
 */
export function ledByVerb(view: PassageView, words: Stretch): number | undefined {
	if (!isArabic(view, words.from) || !view.facts[words.from - 1]?.roles.has("takesBy"))
		return undefined;
	let led = words.from + 1;
	while (led < words.to && !isLed(view, led)) led++;
	if (led >= words.to || isParticiple(view, led - 1)) return undefined;
	for (let t = led + 1; view.sentence[t] === view.sentence[led]; t++) {
		if (view.tokens[t]?.text === "،" || isVerbOfSaying(view, t)) break;
		if (isLed(view, t) || view.quotes[t] || view.tokens[t]?.text === ":") return undefined;
		if (view.facts[t]?.kinds.has("complementisers")) return undefined;
	}
	return led;
}

/** المكلف بالنقل, المعنية بالبحر: what somebody is told by goes on with بـ. */
const isParticiple = (view: PassageView, at: number): boolean =>
	view.facts[at]?.kind !== "head:person:title" && isParticipleForm(view.facts[at]?.stem ?? "");

/** بخمسة, بالتعويض: with the preposition written onto it. */
export const isLedBy = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (facts === undefined) return false;
	return leadsBy(facts.clitics) || (facts.led && leadsBy(view.tokens[at]?.text ?? ""));
};

/** بالتعويض, بإعادة: no name and no body. */
const isLed = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (facts?.sex !== "" || facts.family || facts.roles.has("inTheName")) return false;
	if (view.quotes[at] || isListed(facts, "head:", "heads:", "known:")) return false;
	return isLedBy(view, at);
};
