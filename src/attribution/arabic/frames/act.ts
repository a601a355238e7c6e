import type { Act } from "../../../domain/sets/acts.ts";
import { fold } from "../../../language/text/normalise.ts";
import { runsOf } from "../../../language/text/tokens.ts";
import { withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { ArabicGrammar } from "../grammar.ts";

const plainActs: ReadonlySet<Act> = new Set(["asserts", "confirms", "alleges"]);
/** Only the first words of a proposition say when it is and whose it is. */
const leading = 4;
const planReach = 6;
const futureReach = 12;

/**
 * The act as the verb has it, unless the words said outweigh it: probably → estimates, a future of
 * one's own → promises, a future of others → predicts. `before`: the frame's words before the quote.
 */
export function actOf(
	g: ArabicGrammar,
	act: Act,
	quote: string,
	before: string,
): { act: Act; hedged: boolean } {
	const words = runsOf(fold(quote));
	const hedged = words.some((w) => g.is.hedges.has(w) || g.is.hedges.has(withoutConjunction(w)));
	const isPlain = plainActs.has(act);
	if (isPlain && anyOf(words, leading, g.is.readiness)) return { act: "promises", hedged };
	if (act === "asserts" && isDenial(g, words)) return { act: "denies", hedged };
	const weak = act === "asserts" || act === "alleges";
	if (weak && words.some((w) => g.is.strongHedges.has(w)))
		return { act: "estimates", hedged: true };
	// يعتزم الاستقالة, تتجه إلى: a plan, without a future form.
	if (weak && anyOf(words, planReach, g.is.plans)) return { act: "predicts", hedged };
	if (!isPlain) return { act, hedged: hedged || act === "estimates" };
	return { act: timed(g, act, words, before), hedged };
}

/** What a plain act is when the words speak of the future. */
function timed(g: ArabicGrammar, act: Act, words: readonly string[], before: string): Act {
	const future = futureAt(g, words);
	if (future >= 0 && isOwnFuture(g, words, future, before)) return "promises";
	if (act === "confirms") return act;
	return future >= 0 || isAhead(g, words) ? "predicts" : act;
}

function anyOf(words: readonly string[], reach: number, set: ReadonlySet<string>): boolean {
	return words.slice(0, reach).some((w) => set.has(w));
}

/** لا صحة لهذه الأنباء */
function isDenial(g: ArabicGrammar, words: readonly string[]): boolean {
	const openers = g.phrases.denialOpeners.get(words[0] ?? "") ?? [];
	return openers.some((phrase) => phrase.every((w, i) => words[i] === w));
}

/** أنه سيعمل, سنعمل: the pronoun or the verb means the speaker itself. */
function isOwnFuture(
	g: ArabicGrammar,
	words: readonly string[],
	future: number,
	before: string,
): boolean {
	const particle = fold(before).trim().split(" ").at(-1) ?? "";
	if (g.is.selfWords.has(particle) || anyOf(words, leading, g.is.selfWords)) return true;
	return /^[وف]?س[نا]\p{L}{2,}/u.test(words[future] ?? "");
}

/** "starts next week": a present verb with a day ahead. */
function isAhead(g: ArabicGrammar, words: readonly string[]): boolean {
	if (!words.some((w) => g.is.ahead.has(w))) return false;
	return words.slice(0, leading).some((w) => g.words.isPresent(w));
}

/** Where the first verb of the proposition is in the future: سيلتقي, سوف, لن. -1 where it is not. */
function futureAt(g: ArabicGrammar, words: readonly string[]): number {
	for (const [i, word] of words.slice(0, futureReach).entries()) {
		if (g.is.futureParticles.has(word) || hasFutureForm(g, word)) return i;
		if (g.is.relatives.has(word)) return -1;
		// A finite verb that is not in the future comes first: the future is only an aside.
		const finite = i > 0 && g.words.isVerb(word) && !g.words.isNoun(word);
		if (finite && !g.is.prepositions.has(word)) return -1;
	}
	return -1;
}

function hasFutureForm(g: ArabicGrammar, word: string): boolean {
	if (!/^[وف]?س[يتن]\p{L}{2,}/u.test(word)) return false;
	return !g.words.isNoun(word) && !g.heads.has(word) && !g.is.notFuture.has(word);
}
