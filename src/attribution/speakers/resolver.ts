import { SpeakerKind } from "../../domain/article.ts";
import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import { best, type Weigh } from "../choice/weigh.ts";
import type { SourceWords, Stretch } from "../frames/parts.ts";
import { type PassageView, textOf } from "../sequence/passage-view.ts";
import { textTokens } from "../sequence/tokens.ts";
import { comparedWord, comparedWords, describeMention, shownName } from "./describe.ts";
import { kindFeatures } from "./kind-features.ts";
import type { Known, SpeakerMention } from "./known.ts";
import { isPostOf, SpeakerMemory } from "./memory.ts";
import { agreementOf, resolveFeatures } from "./resolve.ts";

/** `known` is undefined where nobody is named. */
export type Resolved = { known: Known | undefined; sure: number; kindSure: number };

/** Says of each mention of an article who is meant: somebody named before, or somebody new. */
export class Resolver {
	readonly memory = new SpeakerMemory();
	readonly #entities: NameTable<NamedEntity>;

	constructor(entities: NameTable<NamedEntity>) {
		this.#entities = entities;
	}

	/** A mention outside of a claim. */
	note(weigh: Weigh, view: PassageView, at: Stretch, passage: number): void {
		const words: SourceWords = { ...at, name: { from: at.from, to: at.to }, sure: 1 };
		this.speaker(weigh, view, words, describeMention(view, words, passage));
	}

	/** Who is meant; `words`: those that are printed, if any. */
	speaker(
		weigh: Weigh,
		view: PassageView,
		words: SourceWords | undefined,
		mention: SpeakerMention,
	): Resolved {
		const known = this.memory.candidates();
		const features = resolveFeatures(mention, known, this.memory.order);
		const { index, sure } = best(
			weigh("resolve", features, (i) => known[i]?.name ?? "somebody new"),
		);
		const found = byPost(mention, known) ?? this.#stillSpeaking(mention, known[index]);
		if (found) {
			const shown = words?.name && shownName(view, words.name, found.kind === "person");
			this.memory.note(found, mention, shown ? textOf(view, shown) : "");
			return { known: found, sure, kindSure: 1 };
		}
		if (!words || mention.printed === "pronoun") return { known: undefined, sure, kindSure: 1 };
		return { ...this.#somebodyNew(weigh, view, words, mention), sure };
	}

	/**
	 * Where nobody is printed, who spoke last goes on rather than somebody who has only been spoken of,
	 * if sex and number allow it. In an answer to a question the one who is asked may not have spoken yet.
	 */
	#stillSpeaking(mention: SpeakerMention, found: Known | undefined): Known | undefined {
		const last = this.memory.last?.speaker;
		if (mention.printed !== "nothing" || mention.asked || !found || found.spoke > 0 || !last)
			return found;
		const near = mention.passage - last.passage <= 1;
		return near && agreementOf(mention, last) !== 2 ? last : found;
	}

	#somebodyNew(weigh: Weigh, view: PassageView, printed: SourceWords, mention: SpeakerMention) {
		const words = this.#withoutAddressee(view, printed);
		const kind = best(
			weigh("kind", kindFeatures(view, words), (i) => SpeakerKind.options[i] ?? ""),
		);
		const told = words === printed ? mention.words : comparedWords(view, words.name ?? words);
		const entity = entityOf(told, this.#entities);
		const which = entity?.kind ?? SpeakerKind.options[kind.index] ?? "person";
		const shown = shownName(
			view,
			words.name ?? words,
			which === "person" && words.name !== undefined,
		);
		const name = textOf(view, shown);
		const named = told.length > 0 ? comparedWords(view, shown) : mention.titles;
		const made = this.memory.add(which, name, mention, named);
		if (entity && which === "person" && named.length === 1) fillFrom(entity, made);
		this.memory.note(made, mention, name);
		return { known: made, kindSure: kind.sure };
	}

	/** الكرملين لبي بي سي: behind a name that is no ordinary word "to" begins whom it was told. */
	#withoutAddressee(view: PassageView, words: SourceWords): SourceWords {
		const { from, to } = words.name ?? words;
		for (let end = from + 1; end < to; end++) {
			if (!/^ل\p{L}{2}/u.test(view.tokens[end]?.text ?? "") || view.facts[end]?.sex) continue;
			const known = entityOf(comparedWords(view, { from, to: end }), this.#entities);
			const strange = view.facts.slice(from, end).every(({ parts }) => parts === "");
			if (known || strange) return { ...words, to: end, name: { from, to: end } };
		}
		return words;
	}
}

/**
 * The one person who is meant by a post: whose titles hold every word of it, or who was called by it
 * alone before the name stood beside it; undefined where it is nobody or several.
 */
function byPost(mention: SpeakerMention, known: readonly Known[]): Known | undefined {
	const { printed, titles } = mention;
	if (printed !== "description" && printed !== "name") return undefined;
	const words = printed === "name" ? mention.words : titles;
	const all = known.filter(
		(k) =>
			k.kind === "person" &&
			((words.length > 1 && words.every((word) => k.titles.has(word))) || isPostOf(k, mention)),
	);
	return all.length === 1 ? all[0] : undefined;
}

/** The known state, body or person whose whole name these words are. */
function entityOf(
	words: readonly string[],
	entities: NameTable<NamedEntity>,
): NamedEntity | undefined {
	for (const spelled of [words, words.map((w, i) => (i === 0 ? `ال${w}` : w))]) {
		const hit = entities.match(spelled, 0);
		if (hit?.length === words.length) return hit.value;
	}
	return undefined;
}

/** بوتين: the name that everybody knows is told in full. */
function fillFrom(entity: NamedEntity, known: Known): void {
	const full = /\p{Script=Arabic}/u.test(known.name) ? entity.ar : entity.en;
	known.name = full;
	known.words = textTokens(full).map((t) => comparedWord(t.word));
}
