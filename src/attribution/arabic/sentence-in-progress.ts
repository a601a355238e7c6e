import type { SpeakerPhrase } from "../speaker-phrase.ts";
import type { Statement } from "../statement.ts";
import type { ReadInner, Relayers } from "./frames/statements.ts";
import type { ArabicGrammar } from "./grammar.ts";
import type { Text } from "./sentence.ts";

/** A text while its frames are gone through, and who speaks in it so far. */
export type Reading = {
	readonly g: ArabicGrammar;
	readonly t: Text;
	readonly from: number;
	/** Whom the sentence is about. */
	readonly about: SpeakerPhrase | null;
	/** Who relays all of it. */
	readonly via: Relayers;
	readonly readInner: ReadInner;
	readonly out: Statement[];
	/** Whom a verb without a subject means. */
	subject: SpeakerPhrase | null;
	/** وفقاً لرويترز، …: the source at the head of the sentence stands behind all that follows. */
	heading?: SpeakerPhrase | undefined;
	/** Where what was said last ends. */
	lastEnd: number;
};
