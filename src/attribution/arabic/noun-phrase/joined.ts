import {
	isDefinite,
	isRelational,
	isRelationalAnyNumber,
} from "../../../language/words/arabic-clitics.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { closeOf, kindAt, unitAt } from "../sentence.ts";
import { clauseGoesOn, isBoundary, speechBegins } from "./boundaries.ts";
import { entityAt, hasName, type Phrase, wordAt } from "./cursor.ts";
import { readModifiers } from "./modifiers.ts";

/** بوتين وشي, الصين وروسيا: a second speaker joined by و. */
export function readConjoined(p: Phrase): void {
	const word = wordAt(p, p.at);
	if (!word.startsWith("و") || word.length < 4) return;
	const rest = word.slice(1);
	const { g } = p;
	const head = g.heads.get(rest);
	// المسؤولون الأمريكيون والأوروبيون
	if (isDefinite(rest) && isRelationalAnyNumber(rest) && isDefinite(wordAt(p, p.at - 1)) && !head) {
		p.at++;
		return;
	}
	if (g.verbs.has(word) || g.verbs.has(rest)) return;
	const entity = entityAt(p, p.at, rest);
	if (entity) p.at += entity.length;
	else if (head) {
		p.at++;
		readModifiers(p, head.head);
	} else if (isJoinedPerson(p, word, rest)) p.at++;
	else return;
	p.plural = true;
	p.nameTo = hasName(p) ? p.at : -1;
}

function isJoinedPerson(p: Phrase, word: string, rest: string): boolean {
	const { is, words } = p.g;
	if (p.kind !== "person" || !hasName(p)) return false;
	if (words.isNoun(rest) || words.isVerb(rest)) return false;
	if (is.stops.has(word) || is.complementisers.has(rest) || is.coordinators.has(word)) return false;
	const next = wordAt(p, p.at + 1);
	return next === "" || isBoundary(p, p.at + 1) || !words.isNoun(next);
}

const longestApposition = 9;

/** وزير الخارجية، فلان، / الجانبان، الصيني والروسي، / فلان، وزير كذا، */
export function readApposition(
	p: Phrase,
	readInner: (from: number, to: number) => SpeakerPhrase | undefined,
): void {
	skipAside(p);
	if (kindAt(p.t, p.at) !== "comma") return;
	const from = p.at + 1;
	if (isBoundary(p, from)) return;
	const to = appositionEnd(p, from);
	if (to < 0) return;
	const closed = kindAt(p.t, to) === "comma";
	// The second comma must close the apposition: what follows goes on with the clause.
	const more = to + 1 < p.end && kindAt(p.t, to + 1) === "word";
	if (closed && more && !clauseGoesOn(p, to + 1)) return;
	if (!takeApposition(p, from, to, readInner(from, to))) return;
	p.at = closed ? to + 1 : to;
}

/** An acronym or another spelling in round brackets. */
function skipAside(p: Phrase): void {
	if (unitAt(p.t, p.at)?.raw !== "(") return;
	const close = closeOf(p.t, p.at);
	if (close > 0 && close - p.at <= 10) p.at = close + 1;
}

/** The comma or the beginning of what is said that ends the apposition; -1 where none does. */
function appositionEnd(p: Phrase, from: number): number {
	const stop = Math.min(p.end, from + longestApposition);
	for (let i = from; i < stop; i++) {
		if (kindAt(p.t, i) === "comma" || (i > from && speechBegins(p, i))) return i;
		if (isBoundary(p, i)) return -1;
	}
	return -1;
}

/** Takes the name that the apposition gives; false where it is none of this phrase. */
function takeApposition(
	p: Phrase,
	from: number,
	to: number,
	inner: SpeakerPhrase | undefined,
): boolean {
	const first = wordAt(p, from);
	const adjectives = isDefinite(first) && (isRelational(first) || p.g.words.isAdjective(first));
	const nameless = !hasName(p) || p.weakName;
	const verb = p.g.words.isVerb(first) || p.g.is.reportedIn.has(first);
	const body = p.kind === "organisation" && p.definite && !verb;
	const named = (p.kind === "person" || body) && nameless && to - from <= 4 && !adjectives;
	if (!inner && !adjectives && !named) return false;
	const person = inner?.kind === "person" ? inner : undefined;
	if (named && (!person || person.head === "")) {
		p.nameFrom = from;
		p.nameTo = to;
	}
	if ((!hasName(p) || p.weakName) && person?.name) {
		p.nameFrom = from;
		p.nameTo = person.to;
	}
	return true;
}
