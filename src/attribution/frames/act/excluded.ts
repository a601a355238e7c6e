import type { Act } from "../../../domain/sets/acts.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import type { Stretch } from "../parts.ts";
import type { ActWords } from "./act-words.ts";

/** So far before the verb, within its clause, what denies it may stand: cannot be ruled out. */
const furthest = 3;

/** How sure it is that a verb that excludes does. */
const sureOfVerb = 0.95;

type Chosen = { act: Act; sure: number };

/**
 * The act of a claim whose verb rules out or doubts what is said (ruled out a strike, استبعد الإضراب): a denial,
 * whatever the words behind it speak of; behind a negation (لم يستبعد, refused to rule out) it denies nothing.
 */
export function actOfExclusion(
	view: PassageView,
	{ content, cue }: Pick<ActWords, "content" | "cue">,
	read: Chosen,
): Chosen {
	const verb = cue ? exclusionIn(view, cue) : -1;
	if (verb < 0) return read;
	// ومن يشكك فيها فليتوجه: behind what was said it speaks of somebody else, unless "it" is what was said.
	const isAhead = verb < (content.pieces[0]?.from ?? 0);
	if (!isAhead && !view.facts[verb]?.theirs) return read;
	if (!isNegated(view, verb)) return { act: "denies", sure: Math.max(read.sure, sureOfVerb) };
	return read.act === "denies" ? { ...read, act: "asserts" } : read;
}

function exclusionIn(view: PassageView, { from, to }: Stretch): number {
	for (let t = from; t < to; t++) {
		const roles = view.facts[t]?.roles;
		if (roles?.has("excludes")) return t;
		if (roles?.has("excludesWith") && view.facts[t + 1]?.roles.has("excludesBehind")) return t;
	}
	return -1;
}

function isNegated(view: PassageView, verb: number): boolean {
	for (let t = verb - 1; t >= Math.max(0, verb - furthest); t--) {
		const facts = view.facts[t];
		if (!facts || view.sentence[t] !== view.sentence[verb]) return false;
		if (/^\p{P}$/u.test(view.tokens[t]?.text ?? "")) return false;
		if (facts.kinds.has("negations") || facts.kinds.has("silenceVerbs")) return true;
	}
	return false;
}
