import type { Act } from "../../../domain/sets/acts.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";

/** One place where the sentence names a source. Indexes are into the sentence's units. */
export type Frame = {
	kind: "verb" | "participle" | "according" | "passive" | "noun" | "silence";
	/** First unit of the frame, its subject included. */
	from: number;
	verb: number;
	/** First unit of what is said, for all modes but `behind`. */
	content: number;
	/**
	 * `clause`, `object`: what is said follows; `quote`: a quotation that begins at `content`;
	 * `behind`: it stands before the frame; `both`: it goes on as a quotation at `content`.
	 */
	mode: "clause" | "object" | "quote" | "behind" | "both";
	/** First unit behind the frame's own words. */
	after: number;
	/** Where what is said ends, where the frame itself knows; -1 where it does not. */
	until: number;
	speaker: SpeakerPhrase | null;
	agreement: "m" | "f" | "p" | null;
	via: SpeakerPhrase[];
	act: Act;
	negated: boolean;
	/** The subject is left out: X said A and denied B. */
	elided: boolean;
	/** Stands in a relative clause about its subject. */
	relative: boolean;
	present: boolean;
	unnamed: boolean;
};

export function frame(
	parts: Pick<Frame, "kind" | "from" | "verb" | "content" | "mode" | "act"> & Partial<Frame>,
): Frame {
	return {
		after: parts.content,
		until: -1,
		speaker: null,
		agreement: null,
		via: [],
		negated: false,
		elided: false,
		relative: false,
		present: false,
		unnamed: false,
		...parts,
	};
}
