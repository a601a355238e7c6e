import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import { hasConjunction, withoutConjunction } from "../../language/words/arabic-clitics.ts";
import { best, type Weigh } from "../choice/weigh.ts";
import type { SourceWords, Stretch } from "../frames/parts.ts";
import { type PassageView, textOf } from "../sequence/passage-view.ts";
import { textTokens } from "../sequence/tokens.ts";
import { byPost, possible } from "./can-be-meant.ts";
import { chooseKind } from "./choose-kind.ts";
import type { Known, SpeakerMention } from "./known.ts";
import { SpeakerMemory } from "./memory.ts";
import type { Mention } from "./mentions/bodies.ts";
import { describe, describeMention } from "./mentions/describe.ts";
import { capitalNames } from "./mentions/mentions.ts";
import { withoutAnd } from "./mentions/without-and.ts";
import { comparedWord, comparedWords } from "./names/compared.ts";
import { isListed } from "./names/name-words.ts";
import { asSubject } from "./names/nominative.ts";
import { shownName, withoutIssuing } from "./names/shown-name.ts";
import { agreementOf, resolveFeatures } from "./resolve.ts";
import { unveiled } from "./unveiled.ts";

/** `known` is undefined where nobody is named. */
export type Resolved = { known: Known | undefined; sure: number; kindSure: number };

/** Says of each mention of an article who is meant: somebody named before, or somebody new. */
export class Resolver {
	readonly memory = new SpeakerMemory();
	readonly #entities: NameTable<NamedEntity>;
	readonly #intro: readonly PassageView[];
	/** In an interview: whoever was named most often before the first answer. */
	#asked: Known | undefined;

	/** `intro`: in an interview, the passages before the first answer. */
	constructor(entities: NameTable<NamedEntity>, intro: readonly PassageView[] = []) {
		this.#entities = entities;
		this.#intro = intro;
	}

	/** Who says an answer of an interview in which nobody is printed. */
	answering(weigh: Weigh, view: PassageView, mention: SpeakerMention): Resolved {
		this.#asked ??=
			this.memory
				.candidates()
				.filter(({ kind }) => kind === "person")
				.sort((a, b) => b.times - a.times)[0] ?? this.#introduced();
		const asked = this.#asked;
		if (!asked) return this.speaker(weigh, view, undefined, mention);
		this.memory.note(asked, mention, "");
		return { known: asked, sure: 1, kindSure: 1 };
	}

	/** Somebody whom the passages before the first answer name with capitals. */
	#introduced(): Known | undefined {
		for (const [passage, view] of this.#intro.entries())
			for (const at of capitalNames(view)) {
				const words = { ...at, name: at, sure: 1 };
				const told = comparedWords(view, at);
				const mention = describe(view, words, undefined, at.from, passage);
				if (!entityOf(told, this.#entities))
					return this.memory.add("person", nameOf(view, at), mention, told);
			}
		return undefined;
	}

	/** A mention outside of a claim. `speaks`: among words that were read as those for a speaker, though of nothing that was read as said. */
	note(weigh: Weigh, view: PassageView, at: Mention, passage: number, speaks = false): void {
		const words: SourceWords = {
			...(at.whole ?? at),
			name: { from: at.from, to: at.to },
			sure: 1,
		};
		const { known } = this.#meant(weigh, view, words, describeMention(view, words, passage));
		if (speaks && known) this.memory.speaks(known);
	}

	/** Who speaks; `words`: those that are printed, if any. */
	speaker(
		weigh: Weigh,
		view: PassageView,
		words: SourceWords | undefined,
		printed: SpeakerMention,
	): Resolved {
		const state = this.#sameState(printed);
		if (!state) return this.#meant(weigh, view, words, printed);
		this.memory.note(state, printed, "");
		return { known: state, sure: 1, kindSure: 1 };
	}

	/** Turkey, where Ankara is printed and Turkey has spoken; it is called by its own name from where that is printed. */
	#sameState({ printed, words }: SpeakerMention): Known | undefined {
		const entity = printed === "name" ? entityOf(words, this.#entities) : undefined;
		if (entity?.kind !== "state") return undefined;
		const found = this.memory.candidates().find(({ kind, spoke, words: other }) => {
			const one = kind === "state" && spoke > 0 && entityOf(other, this.#entities);
			return one && one !== entity && stateOf(one) === stateOf(entity);
		});
		if (found && entity.en === stateOf(entity)) callBy(entity, found);
		return found;
	}

	#meant(
		weigh: Weigh,
		view: PassageView,
		words: SourceWords | undefined,
		printed: SpeakerMention,
	): Resolved {
		const known = this.memory.candidates();
		if (printed.ofThem) {
			// One of two diplomats is told as they are; of others nobody knows who.
			const isGroup = ({ many, kind, passage, spoke }: Known) =>
				many || (kind === "anonymous" && spoke > 0 && passage === printed.passage);
			const [last] = known.filter(isGroup).sort((a, b) => b.order - a.order);
			if (last) this.memory.note(last, printed, "");
			return { known: last, sure: 1, kindSure: 1 };
		}
		const mention = withoutAnd(printed, known);
		const features = resolveFeatures(mention, known, this.memory.order);
		const shares = weigh("resolve", features, (i) => known[i]?.name ?? "somebody new");
		const { index, sure } = best(possible(shares, mention, known));
		const found =
			byPost(mention, known) ??
			this.#stillSpeaking(mention, known[index]) ??
			unveiled(view, words, mention, this.memory);
		if (found) {
			const shown =
				mention === printed && words?.name && shownName(view, words.name, found.kind === "person");
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
		const chosen = chooseKind(weigh, view, words);
		const told = words === printed ? mention.words : comparedWords(view, words.name ?? words);
		const entity = entityOf(told, this.#entities);
		const which = entity?.kind ?? chosen.kind;
		const shown = shownName(
			view,
			words.name ?? words,
			which === "person" && words.name !== undefined,
		);
		const name = nameOf(view, shown);
		const named = told.length > 0 ? comparedWords(view, shown) : mention.titles;
		const made = this.memory.add(which, name, mention, named);
		if (entity && which === "person" && named.length === 1) callBy(entity, made);
		if (isDescription(view, shown)) made.described = true;
		this.memory.note(made, mention, name);
		return { known: made, kindSure: chosen.sure };
	}

	/** الكرملين لبي بي سي: behind a name that is no ordinary word "to" begins whom it was told. */
	#withoutAddressee(view: PassageView, words: SourceWords): SourceWords {
		const { from, to } = words.name ?? words;
		for (let end = from + 1; end < to; end++) {
			if (!/^ل\p{L}{2}/u.test(view.tokens[end]?.text ?? "") || view.facts[end]?.sex) continue;
			const known = entityOf(comparedWords(view, { from, to: end }), this.#entities);
			const whole = view.facts.slice(from, end).filter((f) => f.sex !== "" || f.family).length > 1;
			const noun = view.facts[end]?.clitics.startsWith("ل") && view.facts[end]?.parts.includes("N");
			if (known || noun || (whole && !view.facts[end]?.family))
				return { ...words, to: end, name: { from, to: end } };
		}
		return words;
	}
}

/** The head of the service, a former secretary: a noun for somebody, and no word of a name. */
function isDescription(view: PassageView, { from, to }: Stretch): boolean {
	const facts = view.facts.slice(from, to);
	const isName = (at: number) =>
		/^\p{Lu}/u.test(view.tokens[at]?.text ?? "") && !isOrdinary(view, at);
	return (
		/^\p{Script=Latin}/u.test(view.tokens[from]?.text ?? "") &&
		isListed(
			facts.findLast((f) => isListed(f, "head:")),
			"head:person",
		) &&
		!facts.some((_, i) => isName(from + i))
	);
}

/** In a list of words, or the first of its sentence: no name for its capital. */
const isOrdinary = (view: PassageView, at: number): boolean =>
	view.facts[at]?.sex === "" &&
	((view.facts[at]?.kinds.size ?? 0) > 0 || view.first[view.sentence[at] ?? 0] === at);

/** A name as it stands in the passage, without a possessive (Breslin's) and an "and" before it (ووزارة). */
function nameOf(view: PassageView, at: Stretch): string {
	const subject = asSubject(view, at) ?? withoutIssuing(view, at);
	if (subject) return subject;
	const text = textOf(view, at).replace(/(?<=\p{Script=Latin})['’]s$/u, "");
	const facts = view.facts[at.from];
	// Of other words the letter may be their own: واحد.
	const isLed =
		isListed(facts, "head:", "heads:", "known:") && hasConjunction(facts?.clitics ?? "");
	return isLed ? withoutConjunction(text) : text;
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

const stateOf = ({ state, en }: NamedEntity): string => state ?? en;

/** بوتين, أنقرة: the name that everybody knows is told in full, a state by its own. */
function callBy(entity: NamedEntity, known: Known): void {
	const full = /\p{Script=Arabic}/u.test(known.name) ? entity.ar : entity.en;
	known.name = full;
	known.words = textTokens(full).map((t) => comparedWord(t.word));
}
