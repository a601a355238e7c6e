import type { Act } from "../../domain/article.ts";
import { fold } from "../../language/normalise.ts";
import type { ArabicGrammar } from "./grammar.ts";

const plainActs: ReadonlySet<Act> = new Set(["asserts", "confirms", "alleges"]);

/**
 * The act as the verb has it, unless the words said outweigh it: probably → estimates, a future of
 * one's own → promises, a future of others → predicts.
 */
export function actOf(g: ArabicGrammar, act: Act, quote: string, before: string): { act: Act; hedged: boolean } {
	const words = fold(quote).split(/[^\p{L}\p{Nd}]+/u).filter(Boolean);
	const hedged = words.some((w) => g.hedges.has(w) || g.hedges.has(w.replace(/^[وف]/, "")));
	if (plainActs.has(act) && words.slice(0, 4).some((w) => g.readiness.has(w))) return { act: "promises", hedged };
	if (act === "asserts" && g.denialOpeners.some((p) => p.every((w, i) => words[i] === w))) return { act: "denies", hedged };
	const strong = words.some((w) => g.strongHedges.has(w));
	if (strong && (act === "asserts" || act === "alleges")) return { act: "estimates", hedged: true };
	if (plainActs.has(act) && act !== "confirms") {
		// يعتزم الاستقالة, تتجه إلى: a plan, without a future form.
		if (words.slice(0, 6).some((w) => g.plans.has(w))) return { act: "predicts", hedged };
	}
	if (plainActs.has(act)) {
		const future = futureAt(g, words);
		const lead = fold(before).trim().split(" ").at(-1) ?? "";
		// أنه سيعمل: the pronoun on the particle is the speaker's own.
		const self = future >= 0 && (g.selfWords.has(lead) || isFirstPerson(words[future] ?? "") || words.slice(0, 4).some((w) => g.selfWords.has(w)));
		if (future >= 0 && self) return { act: "promises", hedged };
		if (future >= 0 && act !== "confirms") return { act: "predicts", hedged };
		// "starts next week": a present verb with a day ahead.
		const ahead = words.some((w) => g.ahead.has(w)) && words.slice(0, 4).some((w) => g.words.isPresent(w));
		if (ahead && act !== "confirms") return { act: "predicts", hedged };
	}
	return { act, hedged: hedged || act === "estimates" };
}

/** Where the first verb of the proposition is in the future: سيلتقي, سوف, لن. -1 where it is not. */
function futureAt(g: ArabicGrammar, words: readonly string[]): number {
	const reach = Math.min(words.length, 12);
	for (let i = 0; i < reach; i++) {
		const w = words[i] ?? "";
		if (g.futureParticles.has(w)) return i;
		const shaped = /^[وف]?س[يتن]\p{L}{2,}/u.test(w) && !g.words.isNoun(w) && !g.heads.has(w) && !g.notFuture.has(w);
		if (shaped) return i;
		if (/^(الذي|التي|الذين)$/.test(w)) return -1;
		if (i > 0 && g.words.isPresent(w) && !g.words.isNoun(w) && !g.prepositions.has(w)) return -1;
		// A finite verb that is not in the future comes first: the future is only an aside.
		if (i > 0 && g.words.isPast(w) && !g.words.isNoun(w) && !g.prepositions.has(w)) return -1;
	}
	return -1;
}

function isFirstPerson(word: string): boolean {
	return /^[وف]?س[نا]\p{L}{2,}/u.test(word);
}
