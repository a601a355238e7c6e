import { isDefinite, withoutConjunction } from "../../language/words/arabic-clitics.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import {
	isArabic,
	isInTheName,
	isListed,
	isListedAsPersonOnly,
	isNameWord,
	isUnknown,
} from "../speakers/names/name-words.ts";
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
		if (view.sentence[from] !== view.sentence[post.from]) return undefined;
		if (isQuoted(view, from)) continue;
		if (isComma(view, from) && isHonourOrGiven(view, from + 1)) continue;
		if (!isWithin(view, post, from)) return undefined;
		if (!isGiven(view, from) || !isSecond(view, from + 1)) {
			if (from === post.to && !isPlacing(view, from) && !goesOn(view, from)) return undefined;
			continue;
		}
		let to = from + 2;
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
	(/^\p{L}/u.test(view.tokens[at]?.text ?? "") || isPoint(view, at)) &&
	!view.facts[at]?.kinds.has("complementisers");

/** م. فجر: the point behind a short honour. */
const isPoint = (view: PassageView, at: number): boolean =>
	view.tokens[at]?.text === "." && view.facts[at - 1]?.roles.has("honorifics") === true;

const isComma = (view: PassageView, at: number): boolean => view.tokens[at]?.text === "،";

const isQuoted = (view: PassageView, at: number): boolean => (view.quotes[at] ?? 0) > 0;

/** مسعود, م. فجر: a given name, or an honour and one. */
const isHonourOrGiven = (view: PassageView, at: number): boolean =>
	isGiven(view, at) || view.facts[at]?.roles.has("honorifics") === true;

/** وزارة الكهرباء والماء, مؤسسة «بوصلة» الخليجية: another word with the article. */
const goesOn = (view: PassageView, at: number): boolean =>
	isDefinite(withoutConjunction(view.tokens[at]?.text ?? "")) ||
	view.facts[at]?.roles.has("honorifics") === true;

/** In, of, from: or a noun with a preposition written onto it. */
const isPlacing = (view: PassageView, at: number): boolean =>
	view.facts[at]?.kinds.has("prepositions") === true || view.facts[at]?.led === true;

const isGiven = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (!facts || facts.definite || facts.led) return false;
	// عائشاتو باري: two words that no list and no dictionary has.
	const next = view.facts[at + 1];
	if (facts.sex === "") return isUnknown(facts) && next !== undefined && isUnknown(next);
	return isListedAsPersonOnly(facts);
};

/** A word of a name, or any that ends what may be one: نيكولاس فيرنون أن. */
const isSecond = (view: PassageView, at: number): boolean =>
	isNameWord(view, at) ||
	(isOver(view, at + 1) && /^\p{L}{3}/u.test(view.tokens[at]?.text ?? "") && !isOver(view, at));

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
