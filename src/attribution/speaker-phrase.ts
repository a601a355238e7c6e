import type { SpeakerKind } from "../domain/article.ts";

/** The words that name a speaker where the text names one. Indexes are into the sentence's units. */
export type SpeakerPhrase = {
	from: number;
	/** Exclusive. */
	to: number;
	/** As it stands in the text, without quotation marks around it. */
	text: string;
	/** The part that is a person's name, an entity or an outlet; empty for a bare title or noun. */
	name: string;
	/** Title or common noun with its modifiers; empty for a bare name. */
	title: string;
	/** Folded head noun, singular: what a later definite mention goes back to. */
	head: string;
	kind: SpeakerKind;
	/** Spokespeople stand for their body; unnamed ones take its kind. */
	spokesperson: boolean;
	plural: boolean;
	/** Somebody who speaks to outlets unnamed: a source, an official. */
	confides?: boolean;
	/** "the source", "the report": goes back to one already mentioned. */
	definite: boolean;
	/** Grammatical gender, where it is known: a verb that disagrees has another subject. */
	feminine?: boolean;
	/** An outlet's own sources: مصادر بلومبرغ. */
	outlet?: string;
};

/** Outlets by folded name, longest match first; passed in, so that an operator may add some. */
export type OutletNames = {
	/**
	 * The number of words from `at` on, before `end`, that name an outlet, and its name; undefined
	 * where none does. `first`: what the word at `at` is read as.
	 */
	match(
		words: readonly string[],
		at: number,
		end?: number,
		first?: string,
	): { length: number; name: string } | undefined;
};
