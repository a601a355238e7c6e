import type { SpeakerPhrase } from "./speaker-phrase.ts";
import type { SentenceReading, Statement } from "./statement.ts";

/** How one language says who said it. */
export type LanguageReader = {
	read(line: string, from: number, to: number): SentenceReading;
	/** Names with their titles that a passage introduces, in no certain order. */
	introductions(line: string): SpeakerPhrase[];
	/** The body that put out the document which the line speaks of. */
	issuer(line: string): SpeakerPhrase | undefined;
	/** The act and the hedge that the words said make of the verb's own act. */
	act(
		act: Statement["act"],
		quote: string,
		before: string,
	): { act: Statement["act"]; hedged: boolean };
};
