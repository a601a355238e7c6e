import { leadsBy } from "../../../language/words/arabic-endings.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import { isArabic } from "../../speakers/names/name-words.ts";
import { isLedBy } from "../led-by-verb.ts";
import type { ContentPieces, Stretch } from "../parts.ts";

/**
 * Whether words for a speaker leave none over for whom he accuses: in اتهم دول الجوار بإطالة النزاع nobody is printed who does, in
 * اتهم كميل أبو رزق الخازن بكذا the last name is another's. Only where the charge, led by بـ, is all that was read as said.
 */
export function takesObject(
	view: PassageView,
	{ from, to }: Stretch,
	cue: Stretch | undefined,
	{ pieces }: ContentPieces,
): boolean {
	if (!cue || from < cue.to || !isArabic(view, cue.from) || !accuses(view, cue)) return false;
	const begin = pieces[0]?.from ?? 0;
	if (to > begin || !isCharge(view, begin)) return false;
	if (isBehindWords(view, cue.to, from)) return true;
	let isAside = false;
	for (let t = to; t < begin; t++) {
		if (view.tokens[t]?.text === "،") isAside = !isAside;
		else if (!isAside && isWord(view, t)) return false;
	}
	return true;
}

/** Without whom it accuses written onto the verb: اتهمه. */
const accuses = (view: PassageView, { from, to }: Stretch): boolean =>
	view.facts
		.slice(from, to)
		.some(({ cue, roles }) => cue.endsWith(":accuses") && !roles.has("carriesObject"));

/** جهات أمنية behind اتهمت منظمة: what stands behind the first words is not who accuses, but in a place, on a day it is. */
function isBehindWords(view: PassageView, first: number, at: number): boolean {
	let words = 0;
	for (let t = first; t < at; t++) {
		if (view.tokens[t]?.text === "،" || view.facts[t]?.kinds.has("prepositions")) return false;
		if (isWord(view, t)) words++;
	}
	return words > 0;
}

/** بتصعيد, بـ«تصعيد»: behind the preposition, in one word with it or by itself. */
const isCharge = (view: PassageView, at: number): boolean => {
	let before = at - 1;
	while (view.quotes[before] === 2) before--;
	const text = view.tokens[before]?.text ?? "";
	const isAlone = view.facts[before]?.kinds.has("prepositions") === true && text.length <= 2;
	return isLedBy(view, at) || (isAlone && leadsBy(text));
};

/** What may be whom he accuses, outside of what two commas hold: no mark, no day, and no preposition by itself. */
function isWord(view: PassageView, at: number): boolean {
	const kinds = view.facts[at]?.kinds;
	if (kinds?.has("timeWords") || kinds?.has("stops")) return false;
	return /^\p{Lo}{2}/u.test(view.tokens[at]?.text ?? "");
}
