import { thatKind } from "../sequence/features.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import { isOnlyVerb, isVan } from "../speakers/names/name-words.ts";
import type { Stretch } from "./parts.ts";

/** One letter for what a token is at first sight: enough to see where a noun phrase breaks off. */
export function coarse(view: PassageView, at: number): string {
	const facts = view.facts[at];
	const text = view.tokens[at]?.text ?? "";
	if (!facts) return "|";
	if (!/[\p{L}\p{N}]/u.test(text)) return text.slice(0, 1);
	const { kinds, kind, clitics, parts } = facts;
	if (facts.cue) return "V";
	if (kind === thatKind) return isVan(view, at) ? "F" : "Q";
	if (kind === "number") return "9";
	if (kinds.has("prepositions")) return "P";
	if (kinds.has("relatives")) return "R";
	if (kind.includes("ronoun")) return "O";
	for (const k of kinds) {
		if (k.startsWith("head:")) return "H";
		if (k.startsWith("heads:")) return "S";
		if (k.startsWith("known:")) return "K";
	}
	if (facts.sex !== "" && !facts.definite) return "G";
	if (/^\p{Lu}/u.test(text)) return "X";
	if (facts.family && !clitics) return "F";
	if (facts.definite) return /ي[هنو]?ن?$/u.test(facts.stem) ? "A" : "D";
	if (/^[وف]?[بلك]$/u.test(clitics)) return "p";
	if (kinds.size > 0) return "f";
	if (isOnlyVerb(facts)) return "B";
	return parts.includes("F") ? "f" : "w";
}

/** The coarse classes of a stretch, runs of one class told once. */
export function outlineOf(classes: readonly string[], { from, to }: Stretch, most = 8): string {
	let out = "";
	for (let t = from; t < to && out.length < most; t++)
		if (classes[t] !== out.at(-1)) out += classes[t] ?? "";
	return out;
}

const known = new WeakMap<PassageView, readonly string[]>();

/** The coarse class of every token. */
export function coarseOf(view: PassageView): readonly string[] {
	const before = known.get(view);
	if (before) return before;
	const classes = view.tokens.map((_, at) => coarse(view, at));
	known.set(view, classes);
	return classes;
}
