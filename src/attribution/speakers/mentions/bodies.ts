import type { Stretch } from "../../frames/parts.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import { isCapital } from "../names/capitals.ts";
import { isArabic, isUnknown } from "../names/name-words.ts";

/** A name that stands outside of a claim; `whole`: with the noun that says what it names. */
export type Mention = Stretch & { whole?: Stretch };

/** So many tokens lie at most between the noun and the name: "a department store chain, Harlow Brothers". */
const furthest = 4;
/** As many words a name of a body has at most. */
const longest = 5;

/** Firms, groups and offices that a noun before their name tells: شركة «المرفأ», the ferry operator Northline. */
export function bodiesOf(view: PassageView): Mention[] {
	const found: Mention[] = [];
	for (let at = 0; at < view.tokens.length; at++) {
		const facts = view.facts[at];
		const run = runOfCapitals(view, at);
		if (run) {
			found.push(run);
			at = run.to - 1;
			continue;
		}
		if (!facts?.kinds.has("head:organisation") && !facts?.kinds.has("head:outlet")) continue;
		if (facts.definite) continue;
		const name = isArabic(view, at) ? arabicNameBehind(view, at) : capitalNameBehind(view, at);
		if (!name) continue;
		found.push({ ...name, whole: { from: at, to: name.to } });
		at = name.to - 1;
	}
	return found;
}

/** A word with a capital, or the mark between two: Reed & Sons. */
const isOfFirm = (view: PassageView, at: number): boolean =>
	isCapital(view, at) || view.tokens[at]?.text === "&";

function endOfFirm(view: PassageView, from: number): number {
	let to = from;
	while (to < from + longest && isOfFirm(view, to)) to++;
	return to;
}

/** Tessaline Therapeutics: words with capitals of which the last one tells that they name a body. */
function runOfCapitals(view: PassageView, from: number): Mention | undefined {
	if (!isOfFirm(view, from) || isOfFirm(view, from - 1) || view.facts[from]?.roles.has("before"))
		return undefined;
	const to = endOfFirm(view, from);
	const isBody = view.facts[to - 1]?.roles.has("bodyEndings") ?? false;
	return isBody && to - from > 1 ? { from, to, whole: { from, to } } : undefined;
}

/** In quotation marks, or words that no list and no dictionary has. */
function arabicNameBehind(view: PassageView, at: number): Stretch | undefined {
	if (view.quotes[at + 1] === 2) {
		let to = at + 2;
		while (to < view.tokens.length && view.quotes[to] === 1) to++;
		return view.quotes[to] === 3 && to - at - 2 <= longest ? { from: at + 2, to } : undefined;
	}
	let to = at + 1;
	while (to <= at + longest && isStrange(view, to)) to++;
	return to > at + 1 ? { from: at + 1, to } : undefined;
}

const isStrange = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (!facts || facts.definite || !isUnknown(facts)) return false;
	return /^\p{Script=Arabic}{3}/u.test(view.tokens[at]?.text ?? "") && facts.kind !== "accusative";
};

/** Words with capitals in the same sentence, a comma and small words between at most. */
function capitalNameBehind(view: PassageView, at: number): Stretch | undefined {
	for (let from = at + 1; from <= at + furthest; from++) {
		const text = view.tokens[from]?.text ?? "";
		if (view.sentence[from] !== view.sentence[at] || /^[.;:!?“”"]$/u.test(text)) return undefined;
		if (!isCapital(view, from)) continue;
		const to = endOfFirm(view, from);
		const beside = from === at + 1 || view.tokens[from - 1]?.text === ",";
		return beside && view.facts[from]?.sex === "" ? { from, to } : undefined;
	}
	return undefined;
}
