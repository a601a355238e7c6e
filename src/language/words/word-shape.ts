/** How a language takes words apart and what it makes of an unknown one. */
export type WordShape = {
	/** Readings of a folded word, the whole word first: clitics taken off, and the rest. */
	splits(word: string): readonly { clitics: string; stem: string }[];
	/** What the form of a word in no list suggests. `text`: as it is written. */
	guess(text: string, word: string): string;
	/** The parts of speech that a folded word may be, by the dictionary. */
	parts(word: string): string;
	/** Whose ending is a possessive: مقرها; whose one of many people: الراغبين. */
	isTheirs(word: string): boolean;
	isMany(word: string): boolean;
	/** Whether a word in no list is a preposition written with its noun: بميناء. */
	isLed(word: string): boolean;
	/** A noun without the ending of an object; undefined where the word has none. */
	withoutEnding(word: string): string | undefined;
	/** The form that the adjectives of states are brought to: الروسية → روسي. */
	adjective(stem: string): string;
	/** What the ending of a verb in no list shows of its subject. */
	agreement(word: string): string;
};
