import { hashOf } from "../../sequence/hash.ts";
import { keysAt, type PassageView } from "../../sequence/passage-view.ts";
import type { Stretch } from "../parts.ts";
import type { ActWords, AddKey } from "./act-words.ts";
import { type ContentSigns, isQuoted, mainOf, turnOf } from "./content-signs.ts";

/** So near to the begin of a content stands what is called something. */
const near = 5;

/**
 * What the entry of the verb says whatever its tense, what is called something ("called the report a stretch"), and how
 * what was said begins ("Pay what was promised").
 */
export function addCue(
	view: PassageView,
	{ content, cue }: Pick<ActWords, "content" | "cue">,
	signs: ContentSigns,
	add: AddKey,
): void {
	const here = content.pieces[0] ?? { from: 0, to: 0 };
	const act = hashOf(actOf(view, cue));
	const main = mainOf(view, cue);
	const { stem, parts } = keysAt(view, here.from);
	const quoted = isQuoted(view, content) ? 1 : 0;
	const isAhead = cue !== undefined && cue.to <= here.from;
	add(60, act);
	add(61, act, turnOf(signs));
	add(62, act, signs.hedge + 2 * signs.number + 4 * quoted);
	add(63, act, keysAt(view, here.from).kind);
	add(64, act, isAhead ? keysAt(view, here.from - 1).stem : stem);
	add(65, act, cue ? keysAt(view, cue.to - 1).stem : 0);
	const called = calledOf(view, here);
	const untrue = has(view, content.pieces, "untrue") ? 1 : 0;
	const marked = content.pieces.some(({ from, to }) =>
		view.quotes.subarray(from + 1, to).includes(2),
	)
		? 1
		: 0;
	const calls = cue && has(view, [cue], "calls") ? 1 : 0;
	add(66, called + 4 * untrue + 8 * marked + 16 * calls);
	add(67, called + 4 * untrue, act);
	add(68, called + 4 * marked + 8 * calls, main);
	add(69, parts, keysAt(view, here.from + 1).parts);
	add(70, parts, quoted);
	add(71, stem, keysAt(view, here.from + 1).stem);
	for (const { from, to } of content.pieces)
		for (let t = from; t < to - 1; t++) addPair(view, t, t > from && isStop(view, t - 1), add);
}

/** The first words of a sentence, and two words of closed lists side by side: "is to", "not going". */
function addPair(view: PassageView, at: number, isFirst: boolean, add: AddKey): void {
	const [one, other] = [keysAt(view, at), keysAt(view, at + 1)];
	if (isFirst) {
		add(72, one.stem, 1);
		add(73, one.parts, other.parts);
	}
	const kinds = view.facts[at]?.kinds;
	const next = view.facts[at + 1]?.kinds;
	if (kinds && kinds.size > 0 && next && next.size > 0 && !kinds.has("prepositions"))
		add(74, one.stem, other.stem);
}

const isStop = (view: PassageView, at: number): boolean => view.tokens[at]?.text === ".";

/** What the last word of saying of a cue does by its entry; empty for none. */
function actOf(view: PassageView, cue: Stretch | undefined): string {
	const entry = view.facts.slice(cue?.from ?? 0, cue?.to ?? 0).findLast((f) => f.cue)?.cue ?? "";
	return entry.slice(entry.indexOf(":") + 1);
}

/** 2: a content begins with what stands for something said ("it", ذلك), 1: with a noun for that, 0: neither. */
function calledOf(view: PassageView, { from, to }: Stretch): number {
	if (view.facts[from]?.roles.has("pointsBack")) return 2;
	return has(view, [{ from, to: Math.min(to, from + near) }], "said") ? 1 : 0;
}

const has = (
	view: PassageView,
	stretches: readonly Stretch[],
	role: "said" | "untrue" | "calls",
): boolean =>
	stretches.some(({ from, to }) => view.facts.slice(from, to).some((f) => f.roles.has(role)));
