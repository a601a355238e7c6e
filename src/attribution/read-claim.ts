import type { Act } from "../domain/sets/acts.ts";
import type { ContentPieces, SourceWords, Stretch } from "./frames/parts.ts";
import type { PassageView } from "./sequence/passage-view.ts";
import type { Known } from "./speakers/known.ts";

/** A claim as the engine reads it; stretches are in tokens of the passage's view. */
export type ReadClaim = {
	passage: number;
	view: PassageView;
	content: ContentPieces;
	source: SourceWords | undefined;
	cue: Stretch | undefined;
	channel: Stretch | undefined;
	day: Stretch | undefined;
	/** Who relayed it by the rules of the language. */
	ruledVia: readonly string[];
	/** Undefined: nobody is named. */
	speaker: Known | undefined;
	act: Act;
	hedged: boolean;
	/** How probable it is that the whole card is right, and that the speaker is. */
	confidence: number;
	named: number;
	/** How sure each step was, 0 to 1. */
	sure: {
		claim: number;
		content: number;
		source: number;
		tie: number;
		name: number;
		speaker: number;
		kind: number;
		act: number;
	};
};
