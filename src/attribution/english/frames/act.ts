import type { Act } from "../../../domain/sets/acts.ts";
import { fold } from "../../../language/text/normalise.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { EnglishGrammar } from "../grammar.ts";
import type { Text } from "../sentence.ts";

const reach = 14;

/**
 * The act as the verb has it, unless the words said outweigh it: probably → estimates, a future of
 * one's own → promises, a future of others → predicts. `from`, `to`: units of what is said.
 */
export function actOf(
	g: EnglishGrammar,
	t: Text,
	act: Act,
	from: number,
	to: number,
	speaker: SpeakerPhrase | null,
): Act {
	if (act !== "asserts" && act !== "alleges" && act !== "confirms") return act;
	const future = futureAt(g, t, from, to);
	if (future >= 0 && act !== "alleges") {
		if (isSelf(g, t, from, future, speaker)) return "promises";
		if (act === "asserts") return "predicts";
	}
	if (act === "confirms") return act;
	for (let i = from; i < to; i++) if (g.is.strongHedges.has(t.words[i] ?? "")) return "estimates";
	return act;
}

/** Where the first finite verb of what is said is a future; -1 where it is not. */
function futureAt(g: EnglishGrammar, t: Text, from: number, to: number): number {
	for (let i = from; i < Math.min(to, from + reach); i++) {
		const w = t.words[i] ?? "";
		const text = t.us[i]?.text ?? "";
		const short = /'ll$/.test(text);
		if (short || g.is.futures.has(w)) return g.is.perfect.has(t.words[i + 1] ?? "") ? -1 : i;
		const planned = g.is.selfFutures.has(w) && t.words[i + 1] === "to";
		if (
			planned ||
			((w === "ready" || w === "going" || w === "prepared") && t.words[i + 1] === "to" && i > from)
		)
			return i;
		const ready =
			t.words[i + 1] === "ready" || t.words[i + 1] === "going" || t.words[i + 1] === "prepared";
		if (g.is.finite.has(w) && !ready) return -1;
		if (t.us[i]?.kind === "comma" && i - from > 8) return -1;
	}
	return -1;
}

/** The subject of the future is the speaker: we, it, our forces, its own name. */
function isSelf(
	g: EnglishGrammar,
	t: Text,
	from: number,
	future: number,
	speaker: SpeakerPhrase | null,
): boolean {
	const first = t.us[from]?.text ?? "";
	if (/^(i|we|he|she|they|it)'/.test(first)) return true;
	for (let i = from; i <= Math.min(future, from + 6); i++) {
		const w = t.words[i] ?? "";
		if (g.is.selfWords.has(w) || g.is.selfWords.has(t.us[i]?.text ?? "")) return true;
	}
	const name = new Set(
		fold(speaker?.name ?? "")
			.split(/\s+/)
			.filter((w) => w.length > 2),
	);
	for (let i = from; i < future; i++) if (name.has(t.words[i] ?? "")) return true;
	return false;
}

/** Whether the wording weakens what is said. */
export function isHedged(g: EnglishGrammar, act: Act, quote: string): boolean {
	if (act === "estimates") return true;
	return fold(quote)
		.split(/[^\p{L}\p{Nd}'-]+/u)
		.some((w) => g.is.hedges.has(w));
}
