import type { WordRole } from "./word-roles.ts";

/** What the data of a language says about a word. */
export type WordFacts = {
	/** The first list that names it, or what its form suggests. */
	kind: string;
	/** All lists that name it, in their order. */
	kinds: ReadonlySet<string>;
	/** The verb form that reports, with its act: `past:denies`; empty for other words. */
	cue: string;
	/** Sex and number that a verb form or pronoun shows: m, f, p, d; empty where it shows none. */
	agreement: string;
	/** The parts of speech that it may be: N noun, A adjective, P past, R present, F function word. */
	parts: string;
	/** As a given name: m, f, b for both; empty for words that are none. */
	sex: string;
	/** A family name, or a part of one. */
	family: boolean;
	/** What the word is to names of people. */
	roles: ReadonlySet<WordRole>;
	/** Clitics that were taken off to find it: و, ف, ب, ال. */
	clitics: string;
	/** Of an adjective for a state (American, فرنسية): which one; empty for other words. */
	state: string;
	/** Ends in "its", "their"; ends as the plural of people does. */
	theirs: boolean;
	many: boolean;
	/** What sort of body, paper or post it tells of: firm, court, governor; several may. */
	sorts: readonly string[];
	/** A preposition and a noun in one word that is none by itself: باقتضاب. */
	led: boolean;
	/** Behind the article, alone or with a preposition: الوزير, للوزير. */
	definite: boolean;
	/** What is left without them. */
	stem: string;
};
