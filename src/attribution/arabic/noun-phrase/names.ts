import type { SpeakerKind } from "../../../domain/article.ts";
import {
	hasConjunction,
	isDefinite,
	isRelational,
	withoutPronoun,
} from "../../../language/words/arabic-clitics.ts";
import { adjectiveState } from "../demonyms.ts";
import { closeOf, kindAt, opensQuotation, unitAt } from "../sentence.ts";
import { hasParticle, isBoundary, isDefiniteModifier, speechBegins } from "./boundaries.ts";
import { entityAt, outletAt, type Phrase, takeName, wordAt } from "./cursor.ts";

const longestName = 5;
/** A longer word with the article is seldom a name. */
const longestDefinite = 9;

/** رويترز alone; its noun before it (وكالة رويترز) is read as a head. */
export function readOutlet(p: Phrase): boolean {
	const hit = outletAt(p, p.at);
	if (!hit) return false;
	p.head = p.g.heads.get(wordAt(p, p.at))?.lemma ?? "";
	takeName(p, p.at, p.at + hit.length, "outlet");
	p.outlet = hit.name;
	return true;
}

/** A known state, body or person, with its adjectives: الحكومة الصينية. */
export function readEntity(p: Phrase): boolean {
	const hit = entityAt(p, p.at);
	if (!hit) return false;
	takeName(p, p.at, p.at + hit.length, hit.value.kind);
	if (hit.value.kind !== "person") {
		while (isDefiniteModifier(p, p.at) && isRelational(wordAt(p, p.at))) p.at++;
	}
	p.nameTo = p.at;
	p.feminine = hit.value.feminine;
	return true;
}

/** «أفق موبايل»: a body or an outlet known by its name in quotation marks alone. */
export function readQuotedSubject(p: Phrase): boolean {
	const close = closeOf(p.t, p.at);
	if (unitAt(p.t, p.at)?.raw === "(" || close < 0 || close - p.at > 4 || close >= p.end)
		return false;
	for (let i = p.at + 1; i < close; i++) if (kindAt(p.t, i) !== "word") return false;
	const outlet = outletAt(p, p.at + 1);
	if (outlet) p.outlet = outlet.name;
	takeName(p, p.at + 1, close, outlet ? "outlet" : "organisation");
	p.at = close + 1;
	return true;
}

const namedInQuotes: ReadonlySet<string> = new Set<SpeakerKind>([
	"outlet",
	"organisation",
	"anonymous",
	"document",
]);

/** صحيفة «بلومبرغ», وكالة “أسوشيتد برس”: the name behind its head. */
export function readQuotedName(p: Phrase, kind: string): boolean {
	if (!namedInQuotes.has(kind) || !opensQuotation(p.t, p.at)) return false;
	for (let i = p.at + 1; i < Math.min(p.end, p.at + 7); i++) {
		const mark = kindAt(p.t, i);
		if (mark === "close") {
			const outlet = outletAt(p, p.at + 1);
			if (outlet) p.outlet = outlet.name;
			// A body keeps its noun: وكالة الفضاء «جاكسا» is not known by the acronym alone.
			if (kind === "outlet" || outlet) {
				p.nameFrom = p.at + 1;
				p.nameTo = i;
				if (kind !== "anonymous") p.kind = "outlet";
			}
			p.at = i + 1;
			return true;
		}
		if (mark !== "word") return false;
	}
	return false;
}

/** A name that no list knows and nothing introduces. */
export function readBareName(p: Phrase): boolean {
	const word = wordAt(p, p.at);
	if (word.length < 2 || /^\p{Nd}/u.test(word)) return false;
	const { words, is, verbs } = p.g;
	if (words.isNoun(word) && !is.insideNames.has(word) && !isNounOfName(p)) return false;
	if (words.isFunction(word) || words.isFunction(withoutPronoun(word))) return false;
	if (verbs.has(word) || (words.isVerb(word) && !nameGoesOn(p, p.at + 1))) return false;
	// التوصل إلى: a verbal noun that no list knows, with its preposition.
	const verbalNoun = word.length > longestDefinite || is.nounComplements.has(wordAt(p, p.at + 1));
	if (isDefinite(word) && verbalNoun) return false;
	if (hasParticle(p, p.at)) return false;
	if (!readPersonName(p)) return false;
	p.kind ??= "person";
	return true;
}

/** سالم الهاشمي إن: a noun is a name before a second name with which what is said begins. */
function isNounOfName(p: Phrase): boolean {
	const second = wordAt(p, p.at + 1);
	if (isDefinite(wordAt(p, p.at)) || second === "" || !isNameUpToSpeech(p, p.at)) return false;
	return !p.g.words.isNoun(second) || (isDefinite(second) && !p.g.words.isAdjective(second));
}

/** Words that are in no word list, one after another; particles of names are passed over. */
export function readPersonName(p: Phrase): boolean {
	const from = p.at;
	while (p.at < p.end && p.at - from < longestName) {
		const word = wordAt(p, p.at);
		if (!word) break;
		if (isNameParticle(p, word)) {
			// أم سليم, بن رحومة: what follows such a particle is part of the name, noun or not.
			p.at++;
			if (wordAt(p, p.at) && !isBoundary(p, p.at) && !hasParticle(p, p.at)) p.at++;
			continue;
		}
		if (endsName(p, word, p.at > from)) break;
		p.at++;
	}
	if (p.at === from) return false;
	p.nameFrom = from;
	p.nameTo = p.at;
	return true;
}

function isNameParticle(p: Phrase, word: string): boolean {
	return p.g.is.insideNames.has(word) && !p.g.is.onBehalf.has(word) && !isDefinite(word);
}

/** Whether the word at the phrase's place is no part of the name any more. */
function endsName(p: Phrase, word: string, begun: boolean): boolean {
	const { g } = p;
	if (isBoundary(p, p.at) || g.verbs.has(word) || g.is.quantifiers.has(word)) return true;
	// شريكاً: an accusative is no name.
	if (/(ًا|اً|ً)$/u.test(unitAt(p.t, p.at)?.raw ?? "")) return true;
	if (!begun) return false;
	if (isStrayNoun(p, word)) return true;
	// A name may begin with و: then the clause goes on right behind it.
	if (hasConjunction(word) && word.length > 4 && !speechBegins(p, p.at + 1)) return true;
	return hasParticle(p, p.at) || g.words.isVerb(word) || g.heads.has(word);
}

/** A common noun inside a name, unless another part of the name or the clause follows at once. */
function isStrayNoun(p: Phrase, word: string): boolean {
	if (!p.g.words.isNoun(word) || isDefinite(word)) return false;
	const next = p.at + 1;
	return !nameGoesOn(p, next) && !speechBegins(p, next) && kindAt(p.t, next) !== "comma";
}

/** شي جين بينغ: a part of a name that is also a noun stands before another part of it. */
export function nameGoesOn(p: Phrase, i: number): boolean {
	const word = wordAt(p, i);
	const { g } = p;
	if (word.length <= 2 || isDefinite(word) || hasConjunction(word)) return false;
	if (isBoundary(p, i) || hasParticle(p, i) || g.heads.has(word)) return false;
	return !g.words.isNoun(word) && !g.words.isVerb(word) && !entityAt(p, i);
}

/** سالم الهاشمي: behind a word that is also a noun, a definite word in ي that is no adjective. */
export function isFamilyName(p: Phrase, i: number): boolean {
	const word = wordAt(p, i);
	if (!isDefinite(word) || !word.endsWith("ي") || p.g.heads.has(word)) return false;
	const { words } = p.g;
	return !words.isNoun(word) && !words.isAdjective(word) && !adjectiveState(p.g, word);
}

/** الناخب عمر وابري: – up to three plain words between a title and what is said are a name. */
export function isNameUpToSpeech(p: Phrase, i: number): boolean {
	for (let k = i; k < i + 4; k++) {
		if (k > i && (k === p.end || speechBegins(p, k))) return true;
		const word = wordAt(p, k);
		if (!word || (k === i && isDefinite(word))) return false;
		if (isBoundary(p, k) || hasParticle(p, k) || p.g.heads.has(word)) return false;
	}
	return false;
}
