import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { Frame } from "./frame.ts";

/** A frame with the stretch of text that it attributes. `from` and `to` are units, `to` exclusive. */
export type Attribution = {
	frame: Frame;
	from: number;
	to: number;
	/** A quotation that goes on behind the frame. */
	more: { from: number; to: number } | undefined;
	speaker: SpeakerPhrase | null;
	agreement: Frame["agreement"];
	unnamed: boolean;
	/** Null: a pronoun or a speaker left out. */
	via: (SpeakerPhrase | null)[];
	/** Where the frame begins, a leading "On Monday," included. */
	frameFrom: number;
};
