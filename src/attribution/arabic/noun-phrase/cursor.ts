import type { SpeakerKind } from "../../../domain/article.ts";
import type { NamedEntity } from "../../../identity/name-table.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { type Text, textAt, unitAt } from "../sentence.ts";

/** A noun phrase as far as it has been read; the functions of this folder move `at` on. */
export type Phrase = {
	readonly g: ArabicGrammar;
	readonly t: Text;
	readonly from: number;
	/** Exclusive: nothing behind it is read. */
	readonly end: number;
	at: number;
	kind: SpeakerKind | undefined;
	spokesperson: boolean;
	plural: boolean;
	definite: boolean;
	confides: boolean;
	/** Lemma of the head noun; empty for a bare name. */
	head: string;
	/** Where the name stands; -1 while none has been read. */
	nameFrom: number;
	nameTo: number;
	/** What was read as a name may be a place: a name in apposition is better. */
	weakName: boolean;
	outlet: string | undefined;
	feminine: boolean | undefined;
};

export function phraseAt(g: ArabicGrammar, t: Text, at: number, end: number): Phrase {
	return {
		g,
		t,
		from: at,
		end: Math.min(end, t.end),
		at,
		kind: undefined,
		spokesperson: false,
		plural: false,
		definite: false,
		confides: false,
		head: "",
		nameFrom: -1,
		nameTo: -1,
		weakName: false,
		outlet: undefined,
		feminine: undefined,
	};
}

/** The folded word at `i`; empty for a mark and outside the phrase. */
export function wordAt(p: Phrase, i: number): string {
	const u = i < p.end ? unitAt(p.t, i) : undefined;
	return u?.kind === "word" ? u.text : "";
}

export function hasName(p: Phrase): boolean {
	return p.nameFrom >= 0;
}

/** Takes the words from `from` to `to` as the name; the kind stays where a head has settled it. */
export function takeName(p: Phrase, from: number, to: number, kind: SpeakerKind): void {
	p.nameFrom = from;
	p.nameTo = to;
	p.at = to;
	p.kind ??= kind;
}

/** The outlet named at `i`. `first`: what the word there is read as. */
export function outletAt(
	p: Phrase,
	i: number,
	first = textAt(p.t, i),
): { length: number; name: string } | undefined {
	return p.g.outlets.match(p.t.words, i, p.end, first);
}

/** The known state, body or person at `i`. `first`: what the word there is read as. */
export function entityAt(
	p: Phrase,
	i: number,
	first = textAt(p.t, i),
): { length: number; value: NamedEntity } | undefined {
	return p.g.entities.match(p.t.words, i, p.end, first);
}
