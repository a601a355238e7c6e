import type { Act } from "../domain/sets/acts.ts";
import type { SpeakerPhrase } from "./speaker-phrase.ts";

/** What a sentence says that somebody said. Offsets are UTF-16 units of the line. */
export type Statement = {
	/** The proposition. */
	start: number;
	end: number;
	/** The frame around it, where the day and the relaying outlet stand. */
	frameStart: number;
	/** Null: the speaker of the sentence or of the one before (وأضاف, "he said"). */
	speaker: SpeakerPhrase | null;
	/** What the verb or pronoun says of an unnamed speaker: m, f, p(lural), d(ual). */
	agreement: "m" | "f" | "p" | "d" | null;
	/** Named as having relayed it, nearest the speaker first; null: whoever spoke before. */
	via: (SpeakerPhrase | null)[];
	act: Act;
	/** No one is said to have said it: وُصف، يُعتقد. */
	unnamed: boolean;
	/** The words are the speaker's own, in quotation marks or after a colon. */
	direct: boolean;
	/** "earlier": the day of the article is not the day of the statement. */
	earlier: boolean;
	/** A bare object of the verb and no clause: adverbs of the verb may stand inside it. */
	bare?: boolean;
	/** The verb is in the present: the stand somebody takes, on no certain day. */
	standing: boolean;
};

export type SentenceReading = {
	statements: Statement[];
	/** Whom the sentence is about, for bare verbs in the sentences after it. */
	subject: SpeakerPhrase | null;
};
