import { createHash } from "node:crypto";
import type { SpeakerKind } from "../domain/article.ts";
import type { Bilingual } from "../domain/sets/languages.ts";

/** A person, a body, a state, an outlet or a document that speaks in a corpus or prints it. */
export type Identity = {
	/** The same as long as the same is known of it. */
	id: string;
	kind: SpeakerKind;
	/** The name to show, in each language where it is known. */
	name: Partial<Bilingual>;
	/** As the articles spell it, what occurs most first. */
	spellings: readonly string[];
	/** What else the lists call it. */
	aliases: readonly string[];
	/** Of the aliases those that an operator has added. */
	taught?: readonly string[];
	/** As they stand before the name in the articles. */
	titles: readonly string[];
	/** Ids of the articles that hold its words or that it printed. */
	articles: readonly string[];
	/** Statements of its own. */
	claims: number;
	/** Several who speak together; each of them is an identity of his own as well. */
	joint?: true;
	/** Articles that it printed, and statements that it relayed. */
	relayed: number;
	/** Articles that it printed. */
	printed: number;
	/** Whether the lists know it as an outlet; whoever relays something need not be one. */
	isListedOutlet: boolean;
};

/** What was found for a name. */
export type FoundIdentities = {
	identities: readonly Identity[];
	/** `whole`: known by this very name; `part`: by a longer or shorter one. */
	match: "whole" | "part" | "none";
};

/** A name that the language data lists, with everything else that it is called. */
export type ListedName = { kind: SpeakerKind; ar: readonly string[]; en: readonly string[] };

const keyLength = 8;

/** What an identity is known by in an address: its id, which may be long, told in a few letters. */
export function keyOf({ id }: Pick<Identity, "id">): string {
	return createHash("sha256").update(id).digest("base64url").slice(0, keyLength);
}

/** The name of an identity in a language, or else in the other one. */
export function nameOf({ name, spellings }: Identity, language: keyof Bilingual): string {
	return name[language] ?? name.en ?? name.ar ?? spellings[0] ?? "";
}
