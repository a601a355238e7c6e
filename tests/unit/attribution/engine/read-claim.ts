import type { ReadClaim } from "../../../../src/attribution/read-claim.ts";
import type { Known } from "../../../../src/attribution/speakers/known.ts";
import { type Language, stretchOf, viewIn } from "./language.ts";

export type ClaimWords = {
	content: string;
	speaker?: Known;
	cue?: string;
	/** The words that name who said it. */
	source?: string;
	channel?: string;
	day?: string;
	passage?: number;
};

/** A claim of a line as the engine hands it on. */
export function readClaim(language: Language, text: string, words: ClaimWords): ReadClaim {
	const view = viewIn(language, text);
	const at = (part: string | undefined) => (part ? stretchOf(view, part) : undefined);
	const source = at(words.source);
	return {
		passage: words.passage ?? 0,
		view,
		content: { pieces: [stretchOf(view, words.content)], sure: 1 },
		source: source && { ...source, sure: 1 },
		ruledVia: [],
		cue: at(words.cue),
		channel: at(words.channel),
		day: at(words.day),
		speaker: words.speaker,
		act: "asserts",
		hedged: false,
		confidence: 1,
		named: 1,
		sure: { claim: 1, content: 1, source: 1, tie: 1, name: 1, speaker: 1, kind: 1, act: 1 },
	};
}
