import type { ContentPieces, Stretch } from "../frames/parts.ts";
import type { TiedContent } from "../frames/tie-parts.ts";
import type { Said } from "./interview.ts";

/** How sure it is that an answer was said. */
const sureOfAnswer = 0.9;
/** A quoted content of so much of an answer is the answer, with a word of saying beside it. */
const most = 0.6;

/** The contents of an answer: whoever answers says all of it, and others are quoted inside. */
export function withAnswer(tied: readonly TiedContent[], answer: Said): readonly TiedContent[] {
	const quoted = tied.filter(({ source, cue }) => source && cue);
	return quoted.some(({ content }) => coversMost(content, answer))
		? quoted
		: [answered(answer), ...quoted];
}

const coversMost = ({ pieces }: ContentPieces, { from, to }: Stretch): boolean =>
	pieces.reduce((sum, p) => sum + Math.max(0, Math.min(p.to, to) - Math.max(p.from, from)), 0) >
	most * (to - from);

const answered = (answer: Said): TiedContent => ({
	content: { pieces: [answer], sure: sureOfAnswer },
	source: answer.label && { ...answer.label, name: answer.label, sure: sureOfAnswer },
	cue: undefined,
	channel: undefined,
	day: undefined,
	sure: { claim: sureOfAnswer, source: 1, cue: 1, name: 1 },
});
