import { digit, kindIn } from "../../../language/text/characters.ts";
import { hasConjunction, isDefinite } from "../../../language/words/arabic-clitics.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { unitAt } from "../sentence.ts";
import { entityAt, hasName, outletAt, type Phrase, wordAt } from "./cursor.ts";

/** Whether the noun phrase ends before `i`: a mark, a number, a preposition, a verb of reporting. */
export function isBoundary(p: Phrase, i: number): boolean {
	const u = unitAt(p.t, i);
	if (!u || i >= p.end || u.kind !== "word") return true;
	const word = u.text;
	if (kindIn(word, 0) === digit) return true;
	if (hasConjunction(word) && word.length > 3 && joinsClause(p.g, word.slice(1))) return true;
	// وقال: the next verb, not a name that begins with و.
	if (hasConjunction(word) && word.length > 3 && isReportingVerb(p.g, word.slice(1))) {
		if (!p.g.words.isNoun(word.slice(1))) return true;
	}
	// على is a preposition, علي a name; folding makes them one word.
	if (p.g.is.namesakes.has(word) && u.raw.endsWith("ي") && hasName(p)) return false;
	return p.g.endsNounPhrase(word) || isReportingVerb(p.g, word);
}

function joinsClause(g: ArabicGrammar, rest: string): boolean {
	return (
		g.is.prepositions.has(rest) || g.is.complementisers.has(rest) || g.is.accordingTo.has(rest)
	);
}

/** متهم, معارض: a participle that is also a noun does not end the phrase. */
function isReportingVerb(g: ArabicGrammar, word: string): boolean {
	const forms = g.verbs.get(word);
	if (!forms || g.heads.has(word) || isDefinite(word)) return false;
	return forms.some((f) => !(f.form === "participle" && g.words.isNoun(word)));
}

/** What is said begins at `i`: a colon, a quotation mark, "that". */
export function speechBegins(p: Phrase, i: number): boolean {
	const u = unitAt(p.t, i);
	if (u?.kind === "colon" || u?.kind === "open") return true;
	return u?.kind === "word" && p.g.is.complementisers.has(u.text);
}

/** لوزير، لشبكة، بالصين: a particle in front of a word that is known. */
export function hasParticle(p: Phrase, i: number): boolean {
	const word = wordAt(p, i);
	if (!/^[لبك]./.test(word) || word.length < 4) return false;
	if (/^(لل|بال|كال)/.test(word) && word.length > 4) return true;
	const rest = word.slice(1);
	if (p.g.heads.has(rest)) return true;
	if (entityAt(p, i, rest) || outletAt(p, i, rest)) return true;
	// كلب, كرم: three letters behind ك are most often one word with it.
	const long = rest.length > 3;
	const short = rest.length === 3 && !word.startsWith("ك") && !speechBegins(p, i + 1);
	return (long || short) && p.g.words.isNoun(rest);
}

/** An adjective or a body with the article, that goes on with what stands before it. */
export function isDefiniteModifier(p: Phrase, i: number): boolean {
	const word = wordAt(p, i);
	if (!isDefinite(word) || word.length <= 3) return false;
	return !p.g.is.stops.has(word) && !entityAt(p, i) && !p.g.heads.has(word);
}

export function skipDefiniteModifiers(p: Phrase): void {
	while (isDefiniteModifier(p, p.at)) p.at++;
}

/** Whether a clause may go on at `i`, behind an apposition that has been closed by a comma. */
export function clauseGoesOn(p: Phrase, i: number): boolean {
	const word = wordAt(p, i);
	const { g } = p;
	return (
		/^[بلو]/.test(word) ||
		isDefinite(word) ||
		g.is.complementisers.has(word) ||
		g.is.prepositions.has(word) ||
		g.is.stops.has(word) ||
		g.verbs.has(word) ||
		g.words.isVerb(word) ||
		g.heads.has(word) ||
		entityAt(p, i) !== undefined
	);
}
