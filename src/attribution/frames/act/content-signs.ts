import { keysAt, type PassageView } from "../../sequence/passage-view.ts";
import type { ContentPieces } from "../parts.ts";

/** What the words of a content show of what is done in saying it; 0 or 1, where nothing else is told. */
export type ContentSigns = {
	/** Something lies ahead. */
	ahead: number;
	/** The speaker or his side is spoken of. */
	self: number;
	/** 2: a negation near the begin, 1: one further on. */
	not: number;
	hedge: number;
	number: number;
	/** Something is called wrong or untrue. */
	refuted: number;
};

/** Fewer tokens into a content a negation is near its begin. */
const near = 6;

export function signsOf(view: PassageView, { pieces }: ContentPieces): ContentSigns {
	const signs = { ahead: 0, self: 0, not: 0, hedge: 0, number: 0, refuted: 0 };
	const from = pieces[0]?.from ?? 0;
	for (const piece of pieces) {
		for (let t = piece.from; t < piece.to; t++) {
			const facts = view.facts[t];
			if (!facts) continue;
			const { kinds, kind, stem, clitics } = facts;
			if (
				kinds.has("futures") ||
				kinds.has("futureParticles") ||
				kinds.has("ahead") ||
				isFuture(stem)
			)
				signs.ahead = 1;
			if (
				kinds.has("selfWords") ||
				kinds.has("firstPerson") ||
				stem.startsWith("سن") ||
				clitics === "نا"
			)
				signs.self = 1;
			if (kinds.has("negations") || stem.endsWith("n't"))
				signs.not = Math.max(signs.not, t - from < near ? 2 : 1);
			if (kinds.has("refutations")) signs.refuted = 1;
			if (kinds.has("hedges")) signs.hedge = 1;
			if (kind === "number") signs.number = 1;
		}
	}
	return signs;
}

/** Time, person and negation in one number below 16. */
export const turnOf = ({ ahead, self, not }: ContentSigns): number => ahead + 2 * self + 4 * not;

/** The Arabic future: سـ before an imperfect. */
export const isFuture = (word: string): boolean => /^س[يتنا]\p{L}{3}/u.test(word);

/** Whether a content stands in quotation marks from its first word. */
export const isQuoted = (view: PassageView, { pieces }: ContentPieces): boolean =>
	(view.quotes[pieces[0]?.from ?? 0] ?? 0) > 0;

/** The key of the stem that leads a cue: that of its word of saying, else its first. */
export function mainOf(view: PassageView, cue: { from: number; to: number } | undefined): number {
	if (!cue) return 0;
	for (let t = cue.from; t < cue.to; t++) if (view.facts[t]?.cue) return keysAt(view, t).stem;
	return keysAt(view, cue.from).stem;
}
