import type { SpeakerKind } from "../../domain/article.ts";
import { type ClaimBefore, mostBefore } from "../frames/act/claim-before.ts";
import { type Known, mostKnown, relationOf, type SpeakerMention } from "./known.ts";

/** Who an article has named so far, in the order in which they were first named. */
export class SpeakerMemory {
	readonly #known: Known[] = [];
	#order = 0;
	/** The claims before, the last of them at the end. */
	readonly claims: ClaimBefore[] = [];

	/** The claim before, with the act of the one before that; undefined at the first. */
	get last(): { act: string; speaker: Known | undefined; before: string } | undefined {
		const claim = this.claims.at(-1);
		return claim && { ...claim, before: this.claims.at(-2)?.act ?? "" };
	}

	get order(): number {
		return this.#order;
	}

	/** Those who can be meant: of many the last named. */
	candidates(): Known[] {
		if (this.#known.length <= mostKnown) return [...this.#known];
		return [...this.#known].sort((a, b) => b.order - a.order).slice(0, mostKnown);
	}

	/** Somebody named for the first time. */
	add(kind: SpeakerKind, name: string, mention: SpeakerMention, words: readonly string[]): Known {
		const known: Known = {
			kind,
			name,
			words,
			described: mention.printed === "description",
			many: mention.many ?? false,
			titles: new Set(mention.titles),
			sorts: new Set(mention.sorts),
			states: new Set(statesOf(kind, mention)),
			body: (mention.body ?? false) && !mention.spokenFor,
			agreement: mention.agreement,
			passage: mention.passage,
			order: 0,
			times: 0,
			spoke: 0,
			lastSpoke: 0,
		};
		this.#known.push(known);
		return known;
	}

	/** Notes that somebody was named again, and what that shows. */
	note(known: Known, mention: SpeakerMention, name: string): void {
		known.order = ++this.#order;
		if (mention.spokenFor) known.body = false;
		if (mention.printed === "name") known.times++;
		known.passage = mention.passage;
		for (const title of mention.titles) known.titles.add(title);
		for (const sort of mention.sorts) known.sorts.add(sort);
		for (const state of statesOf(known.kind, mention)) known.states.add(state);
		if (mention.agreement && !known.agreement) known.agreement = mention.agreement;
		if (mention.printed !== "name" || !name) return;
		if ((known.described && known.kind === "person") || isPostOf(known, mention)) {
			// Whoever was only titled so far is called by name from here on.
			for (const word of known.words) known.titles.add(word);
			Object.assign(known, { name, words: mention.words, described: false });
			return;
		}
		const relation = relationOf(known.words, mention.words);
		const fuller = mention.words.length > known.words.length && relation !== "none";
		if (fuller && (known.kind === "person" || known.kind === "organisation")) {
			known.name = name;
			known.words = mention.words;
		}
	}

	/** Remembers a claim; of many the last. */
	claimed(claim: ClaimBefore): void {
		this.claims.push(claim);
		if (this.claims.length > mostBefore) this.claims.shift();
	}

	speaks(known: Known): void {
		known.spoke++;
		known.lastSpoke = this.#order;
	}
}

/** السفارة الأميركية: the adjective in the name of a body tells its state, that in a person's is his name. */
export const statesOf = (
	kind: SpeakerKind,
	{ states = [], statesInName = [] }: SpeakerMention,
): readonly string[] => (kind === "person" ? states : [...states, ...statesInName]);

/** Whether somebody was called by no more than the post that stands beside this name. */
export const isPostOf = ({ kind, words }: Known, { printed, titles }: SpeakerMention): boolean =>
	kind === "person" &&
	printed === "name" &&
	words.length > 1 &&
	words.every((word) => titles.includes(word));
