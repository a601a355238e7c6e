import { SpeakerKind } from "../../domain/article.ts";
import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import type { WordFacts } from "../../language/words/word-knowledge.ts";
import { best, type Weigh } from "../choice/weigh.ts";
import type { SourceWords, Stretch } from "../frames/parts.ts";
import { type PassageView, textOf } from "../sequence/passage-view.ts";
import { textTokens } from "../sequence/tokens.ts";
import type { Mention } from "./bodies.ts";
import {
	comparedWord,
	comparedWords,
	describe,
	describeMention,
	holdsName,
	shownName,
} from "./describe.ts";
import { kindFeatures } from "./kind-features.ts";
import { type Known, relationOf, type SpeakerMention } from "./known.ts";
import { isPostOf, SpeakerMemory } from "./memory.ts";
import { capitalNames } from "./mentions.ts";
import { agreementOf, resolveFeatures } from "./resolve.ts";

/** `known` is undefined where nobody is named. */
export type Resolved = { known: Known | undefined; sure: number; kindSure: number };

/** Says of each mention of an article who is meant: somebody named before, or somebody new. */
export class Resolver {
	readonly memory = new SpeakerMemory();
	readonly #entities: NameTable<NamedEntity>;

	readonly #intro: readonly PassageView[];

	/** `intro`: in an interview, the passages before the first answer. */
	constructor(entities: NameTable<NamedEntity>, intro: readonly PassageView[] = []) {
		this.#entities = entities;
		this.#intro = intro;
	}

	/** In an interview: whoever was named most often before the first answer. */
	#asked: Known | undefined;

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

	/** A mention outside of a claim. */
	note(weigh: Weigh, view: PassageView, at: Mention, passage: number): void {
		const words: SourceWords = {
			...(at.whole ?? at),
			name: { from: at.from, to: at.to },
			sure: 1,
		};
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
		const shares = weigh("resolve", features, (i) => known[i]?.name ?? "somebody new");
		const { index, sure } = best(possible(shares, mention, known));
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
		const kinds = weigh("kind", kindFeatures(view, words), (i) => SpeakerKind.options[i] ?? "");
		const { from, to } = words.name ?? words;
		const kind = !holdsName(view, from, to)
			? { index: SpeakerKind.options.indexOf("anonymous"), sure: 1 }
			: isTitled(view, words)
				? { index: SpeakerKind.options.indexOf("person"), sure: 1 }
				: best(hasOnlyName(view, words) ? kinds.map(unnamedOut) : kinds);
		const told = words === printed ? mention.words : comparedWords(view, words.name ?? words);
		const entity = entityOf(told, this.#entities);
		const which = entity?.kind ?? SpeakerKind.options[kind.index] ?? "person";
		const shown = shownName(
			view,
			words.name ?? words,
			which === "person" && words.name !== undefined,
		);
		const name = nameOf(view, shown);
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
			const whole = view.facts.slice(from, end).filter((f) => f.sex !== "" || f.family).length > 1;
			const noun = view.facts[end]?.clitics.startsWith("ل") && view.facts[end]?.parts.includes("N");
			if (known || noun || (whole && !view.facts[end]?.family))
				return { ...words, to: end, name: { from, to: end } };
		}
		return words;
	}
}

/** A name as it stands in the passage, without a possessive: Breslin's. */
const nameOf = (view: PassageView, at: Stretch): string =>
	textOf(view, at).replace(/(?<=\p{Script=Latin})['’]s$/u, "");

/** Mr, السيدة: such a title stands before a person alone; so does a given name before names. */
const isTitled = (view: PassageView, { from, name }: SourceWords): boolean => {
	const roles = view.facts[from]?.roles;
	if (!name) return false;
	if (roles?.has("titlesOfMen") || roles?.has("titlesOfWomen")) return true;
	const names = view.facts.slice(name.from, name.to);
	const isName = (f: WordFacts | undefined) => f !== undefined && (f.sex !== "" || f.family);
	return (
		names.length > 1 &&
		names[0]?.sex !== "" &&
		!names[0]?.definite &&
		names.every((f) => isName(f) || f.roles.has("links"))
	);
};

/** Nothing but words that no dictionary has: somebody with a name. */
const hasOnlyName = (view: PassageView, { name }: SourceWords): boolean =>
	name !== undefined &&
	view.facts.slice(name.from, name.to).every((f) => f.parts === "" && f.kinds.size === 0 && !f.cue);

const named: ReadonlySet<string> = new Set(["person", "organisation", "outlet"]);
const unnamedOut = (share: number, kind: number): number =>
	named.has(SpeakerKind.options[kind] ?? "") ? share : 0;

/** The shares of those who can be meant at all; as they are where nobody can. */
function possible(
	shares: readonly number[],
	mention: SpeakerMention,
	known: readonly Known[],
): readonly number[] {
	const { honour } = mention;
	const bearers = honour ? known.filter(({ titles }) => titles.has(honour)) : [];
	const left = shares.map((share, i) => {
		const one = known[i];
		if (one && bearers.length > 0 && !bearers.includes(one)) return 0;
		return one && cannotBe(mention, one) ? 0 : share;
	});
	if (mention.anyBody && known.some(isNamedBody))
		for (let i = 0; i <= known.length; i++) {
			const one = known[i];
			if (!one || !isNamedBody(one)) left[i] = 0;
		}
	const before = left.slice(0, known.length).some((share, i) => share > 0 && known[i]?.spoke);
	// A pronoun whose first choice cannot be meant stands for somebody else rather than for a stranger.
	const first = best(shares).index;
	if (mention.printed === "pronoun" && first < known.length && left[first] === 0 && before)
		left[known.length] = 0;
	// "The same source" is nobody new.
	if (mention.again && mention.printed === "description" && before) left[known.length] = 0;
	return left.some((share) => share > 0) ? left : shares;
}

const isNamedBody = ({ kind, described }: Known): boolean => kind === "organisation" && !described;

/** The Russian president is not whoever was titled as a Chinese one. */
const isOfOtherState = ({ states = [] }: SpeakerMention, one: Known): boolean =>
	states.length > 0 && one.states.size > 0 && !states.some((state) => one.states.has(state));

/** What never says "she"; a last name that no list has may be taken for a body's. */
const isNobody: ReadonlySet<Known["kind"]> = new Set(["document", "state", "outlet"]);

/** A printed name that shares no last word with somebody's whole name is another's; so is a verb of the other sex. */
function cannotBe(mention: SpeakerMention, one: Known): boolean {
	if (mention.stands === "thing" && one.kind === "person") return true;
	if (mention.stands === "person" && isNobody.has(one.kind)) return true;
	if (one.kind !== "person") return false;
	if (isOfOtherState(mention, one)) return true;
	if (mention.printed === "nothing" || mention.printed === "pronoun")
		return /^(?:mf|fm)$/u.test(mention.agreement + one.agreement);
	if (mention.printed !== "name" || one.described) return false;
	if (isPostOf(one, mention)) return false;
	const relation = relationOf(mention.words, one.words);
	if (relation === "none") return true;
	return (
		relation === "partly" &&
		!one.words.includes(mention.words.at(-1) ?? "") &&
		!mention.words.includes(one.words.at(-1) ?? "")
	);
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
