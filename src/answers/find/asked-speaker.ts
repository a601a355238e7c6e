import type { Claim, Passage } from "../../domain/article.ts";
import type { PassageHit } from "../../domain/passage-search.ts";
import type { Identity } from "../../identity/identity.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { isPlain } from "../../question/question-types.ts";
import type { QuestionReading } from "../../question/read-question.ts";
import type { Library } from "../library.ts";

/**
 * Whoever a question asks to have said something, by a name of his own. `isHis`: he is quoted, and these
 * claims are his; without it nobody of that name is.
 */
export type AskedSpeaker = { name: string; isHis?: (claim: Claim) => boolean };

/** A name that nobody who is quoted has: `isNamed` where the articles have it, else whom it may mean. */
export type Unquoted = { name: string; isNamed: boolean; meant: readonly Identity[] };

/** So many of the best hits are looked at for a name. */
const looked = 24;
/** Names that may have been meant are told for so many. */
const mostMeant = 3;

/** Null where nobody is asked by a name, where several are, or where an office may be meant. */
export function askedSpeaker(
	{ sayerName, type, filters: { by = "" } }: QuestionReading,
	names: NameMatcher,
	{ articles }: Library,
): AskedSpeaker | null {
	if (!sayerName || !isPlain(type) || names.own.isJoint(sayerName)) return null;
	const who = names.whoIn(articles);
	const { identities } = who.find(sayerName);
	const bare = names.own.withoutTitles(sayerName);
	// Director Marta Vogel: a name of several words that stands whole among the words for him.
	const whole = by.includes(" ") && sayerName.endsWith(by) ? by : sayerName;
	for (const name of new Set([sayerName, names.own.isOwnName(bare) ? bare : sayerName, whole]))
		if (who.find(name).identities.some(({ claims }) => claims > 0))
			return { name, isHis: names.speaker(name, articles) };
	// Who only relays or prints may be meant by what he passed on, a state by who speaks for it.
	if (identities.length > 0 || !names.own.isOwnName(sayerName)) return null;
	return who.speaksFor(sayerName) ? null : { name: sayerName };
}

/** What was found that has the name of whom nobody quotes; where nothing has it, whom it may mean. */
export function findUnquoted(
	{ name }: AskedSpeaker,
	hits: readonly PassageHit[],
	names: NameMatcher,
	{ articles }: Library,
): { hits: PassageHit[]; unquoted: Unquoted } {
	const telling = hits.slice(0, looked).filter(({ passage }) => isNamedIn(passage, name, names));
	const isNamed = telling.length > 0;
	const meant = isNamed ? [] : names.whoIn(articles).like(name, mostMeant);
	return { hits: telling, unquoted: { name, isNamed, meant } };
}

/** In the name's own script where the passage is told in it: by sound alone Patten would be Putin. */
function isNamedIn({ text, paraphrase }: Passage, name: string, names: NameMatcher): boolean {
	const told = [text, paraphrase?.ar ?? "", paraphrase?.en ?? ""].filter(Boolean);
	const own = told.filter((each) => isArabic(each) === isArabic(name));
	return (own.length > 0 ? own : told).some((each) => names.own.isIn(name, each));
}
