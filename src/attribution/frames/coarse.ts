import { thatKind } from "../sequence/features.ts";
import { hashOf, hashOfUnits, noUnits, withUnit } from "../sequence/hash.ts";
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

const longestOutline = 8;

/** The key of the outline of a stretch: its coarse classes, runs of one class told once. */
export function outlineKey(classes: readonly string[], { from, to }: Stretch): number {
	let units = noUnits;
	let length = 0;
	let last: string | undefined;
	for (let t = from; t < to && length < longestOutline; t++) {
		const one = classes[t];
		if (one === undefined || one === last) continue;
		units = withUnit(units, one.charCodeAt(0));
		last = one;
		length++;
	}
	return hashOfUnits(units);
}

const known = new WeakMap<PassageView, { classes: readonly string[]; keys: Int32Array }>();

function classesOf(view: PassageView): { classes: readonly string[]; keys: Int32Array } {
	const before = known.get(view);
	if (before) return before;
	const classes = view.tokens.map((_, at) => coarse(view, at));
	const made = { classes, keys: Int32Array.from(classes, hashOf) };
	known.set(view, made);
	return made;
}

/** The coarse class of every token. */
export const coarseOf = (view: PassageView): readonly string[] => classesOf(view).classes;

const beyond = hashOf("|");

/** The key of the coarse class at a place, which may lie beyond the ends. */
export function coarseKeys(view: PassageView): (at: number) => number {
	const { keys } = classesOf(view);
	return (at) => keys[at] ?? beyond;
}
