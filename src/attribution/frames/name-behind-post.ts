import type { PassageView } from "../sequence/passage-view.ts";
import { isArabic, isInTheName, isListed, isNameWord } from "../speakers/names/name-words.ts";
import type { Stretch } from "./parts.ts";

/** As many words may stand between a post and the name of whoever holds it. */
const furthest = 12;

/**
 * وأوضح مدير التسويق في معرض الزهور طلال السمان أن …: the name that stands behind a post and where it
 * is held, up to "that", a comma or `until`. Undefined where the post has a name, or none stands there.
 */
export function nameBehindPost(
	view: PassageView,
	post: Stretch,
	until: number,
): Stretch | undefined {
	if (!isArabic(view, post.from) || !isPost(view, post)) return undefined;
	const end = Math.min(until, post.to + furthest, view.tokens.length);
	for (let from = post.to; from < end; from++) {
		if (!isWithin(view, post, from)) return undefined;
		if (!isGiven(view, from) || !isNameWord(view, from + 1)) {
			if (from === post.to && !isPlacing(view, from)) return undefined;
			continue;
		}
		let to = from + 1;
		while (to < until && isWithin(view, post, to) && (isNameWord(view, to) || isSurname(view, to)))
			to++;
		return to >= from + 2 && (to >= until || isOver(view, to)) ? { from, to } : undefined;
	}
	return undefined;
}

/** A noun for somebody, and nobody's name. */
function isPost(view: PassageView, { from, to }: Stretch): boolean {
	if (!isListed(view.facts[from], "head:person", "head:spokesperson")) return false;
	const isNobody = (at: number) => {
		const facts = view.facts[at];
		return facts?.sex === "" || facts?.definite === true || isInTheName(view, at);
	};
	return Array.from({ length: to - from }, (_, i) => from + i).every(isNobody);
}

const isWithin = (view: PassageView, post: Stretch, at: number): boolean =>
	view.sentence[at] === view.sentence[post.from] &&
	view.facts[at]?.cue === "" &&
	/^\p{L}/u.test(view.tokens[at]?.text ?? "") &&
	!view.facts[at]?.kinds.has("complementisers");

/** In, of, from: or a noun with a preposition written onto it. */
const isPlacing = (view: PassageView, at: number): boolean =>
	view.facts[at]?.kinds.has("prepositions") === true || view.facts[at]?.led === true;

const isGiven = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	return facts !== undefined && facts.sex !== "" && !facts.definite && facts.kinds.size === 0;
};

const isSurname = (view: PassageView, at: number): boolean =>
	view.facts[at]?.definite === true && isNameWord(view, at - 1) && view.facts[at]?.cue === "";

const isOver = (view: PassageView, at: number): boolean => {
	const kinds = view.facts[at]?.kinds;
	return (
		kinds?.has("complementisers") === true ||
		kinds?.has("prepositions") === true ||
		/^\p{P}$/u.test(view.tokens[at]?.text ?? "")
	);
};
