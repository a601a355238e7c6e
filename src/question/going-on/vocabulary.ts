import type { Act } from "../../domain/sets/acts.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { languageKeys } from "../../domain/sets/languages.ts";
import { fold } from "../../language/text/normalise.ts";
import { Phrases } from "../../language/text/phrases.ts";
import { tokens } from "../../language/text/tokens.ts";
import { indefinite, withoutConjunction } from "../../language/words/arabic-clitics.ts";
import { isStopWord, type StopWords } from "../../language/words/index-terms.ts";
import type { Side } from "../sides-of-days.ts";
import type { ConversationData } from "./conversation-data.ts";
import { type Step, stepPhrases } from "./steps.ts";
import { Wording } from "./wording.ts";

export type FollowUpWords = {
	conversation: ConversationData;
	/** Words of reporting by their act, and words that ask, from `index-data/question.json`. */
	acts: Partial<Record<Act, { en: string[]; ar: string[] }>>;
	asking: readonly string[];
	/** Words of saying alone. */
	says: readonly string[];
	/** What gives a reason: because, بسبب. */
	reasons: readonly string[];
	/** Nouns for whoever may speak: a president, an embassy, a company. */
	speakers: readonly string[];
	/** Those of them in Arabic that are one. */
	singular: readonly string[];
	/** Names of months. */
	months: readonly string[];
	/** Words for persons whoever they are. */
	persons: readonly string[];
	stopWords: StopWords;
};

/** Words may stand between "before" and the first number of its date: before 5 May, قبل شهر مايو 2024. */
const nearDate = 4;

type Both = { en: readonly string[]; ar: readonly string[] };
const both = ({ en, ar }: Both) => [...en, ...ar];
const foldedSet = (words: Both): ReadonlySet<string> => new Set(both(words).map(fold));

/** A kind of limit that words can name. */
export type NamedLimit = keyof ConversationData["limits"];

/** What the words of a question that goes on from another one say of how it does. */
export class FollowUpVocabulary {
	readonly reset = new Phrases<true>();
	readonly without = new Phrases<true>();
	readonly whatever = new Phrases<true>();
	/** With what stands for it before the right name. */
	readonly corrects = new Phrases<string>();
	readonly steps: Phrases<Step>;
	readonly wording: Wording;
	/** "I meant", with what stands for it. */
	readonly means = new Phrases<string>();
	readonly months = new Phrases<true>();
	readonly subjects: ReadonlySet<string>;
	readonly #goesOn = new Phrases<true>();
	readonly #sides = new Phrases<Side>();
	readonly #answerIn = new Phrases<Language>();
	readonly #languages = new Phrases<Language>();
	readonly #articles: ReadonlySet<string>;
	readonly #says: ReadonlySet<string>;
	readonly #passives: ReadonlySet<string>;
	readonly #binds: ReadonlySet<string>;
	readonly #polite: ReadonlySet<string>;
	readonly #everything: ReadonlySet<string>;
	readonly #limits = new Map<string, NamedLimit>();
	readonly #about: ReadonlySet<string>;
	readonly #inside: ReadonlySet<string>;
	readonly #only: ReadonlySet<string>;
	readonly #replies: ReadonlySet<string>;
	readonly #acts = new Map<string, Act>();
	readonly #refers: ReadonlySet<string>;
	readonly #empty: ReadonlySet<string>;
	readonly #speakers: ReadonlySet<string>;
	readonly #reasons = new Phrases<true>();
	readonly #persons: ReadonlySet<string>;
	readonly #objects: readonly string[];
	readonly #stopWords: StopWords;

	constructor({
		conversation,
		acts,
		asking,
		says,
		reasons,
		singular,
		months,
		speakers,
		persons,
		stopWords,
	}: FollowUpWords) {
		const { goesOn, refers, empty, objects, answerIn, limits } = conversation;
		this.reset.add(both(conversation.reset), true);
		this.without.add(both(conversation.without), true);
		this.whatever.add(both(conversation.whatever), true);
		for (const language of languageKeys) {
			const { not, instead } = conversation.corrects[language];
			this.corrects.add(not, instead);
			const { meant, and } = conversation.means[language];
			this.means.add(meant, and);
		}
		this.months.add(months, true);
		this.steps = stepPhrases(conversation);
		this.subjects = foldedSet(conversation.subjects);
		this.#everything = foldedSet(conversation.everything);
		for (const limit of Object.keys(limits) as NamedLimit[])
			for (const word of both(limits[limit])) this.#limits.set(fold(word), limit);
		for (const language of languageKeys)
			this.#languages.add(both(conversation.articlesIn[language]), language);
		this.#articles = foldedSet(conversation.articles);
		this.#says = new Set(says.map(fold));
		this.#passives = foldedSet(conversation.passives);
		this.#binds = foldedSet(conversation.binds);
		this.#polite = foldedSet(conversation.polite);
		this.#about = foldedSet(conversation.about);
		this.#inside = foldedSet(conversation.inside);
		this.#only = foldedSet(conversation.only);
		this.#replies = foldedSet(conversation.replies);
		this.#goesOn.add(both(goesOn), true);
		for (const side of ["before", "until", "since", "after"] as const)
			this.#sides.add(both(conversation[side]), side);
		for (const language of languageKeys) this.#answerIn.add(both(answerIn[language]), language);
		for (const [act, forms] of Object.entries(acts))
			for (const form of both(forms)) this.#acts.set(fold(form), act as Act);
		this.#refers = foldedSet(refers);
		this.#empty = new Set([...both(empty), ...asking].map(fold));
		this.#speakers = new Set(speakers.map(fold));
		this.#objects = objects.ar.map(fold);
		this.#stopWords = stopWords;
		this.#reasons.add(reasons, true);
		this.wording = new Wording(conversation, singular);
		this.#persons = new Set(persons.map(fold));
	}

	/** How many of the first words only say that it goes on. */
	leadOf(words: readonly string[]): { to: number; found: boolean } {
		let to = 0;
		for (let hit = this.#goesOn.at(words, 0); hit; hit = this.#goesOn.at(words, to)) to = hit.to;
		// Arabic writes "and" together with the next word.
		const [first = ""] = words;
		const rest = withoutConjunction(first, 2);
		const found = to > 0 || (rest !== first && this.isEmpty(rest));
		return { to, found };
	}

	cues(words: readonly string[], from: number) {
		const used = new Set<number>();
		let side: Side | undefined;
		let language: Language | undefined;
		let act: Act | undefined;
		const plain = words.map((word) => withoutConjunction(word, 2));
		const date = words.findIndex((word) => /^\p{Nd}/u.test(word));
		for (let at = from; at < words.length; at++) {
			const asked = this.#answerIn.at(words, at);
			if (asked) language = asked.value;
			const days = this.#sides.at(words, at) ?? this.#sides.at(plain, at);
			// The one nearest before the date: من is "from" there and "who" at the head of a question.
			if (days && days.to <= date && date - days.to < nearDate) side = days.value;
			for (const hit of [asked, days]) for (let n = at; hit && n < hit.to; n++) used.add(n);
			act ??= this.actOf(words[at] ?? "");
		}
		return { used, side, language, act };
	}

	/** A word of reporting, in Arabic also with what it is about at its end: نفاها, "denied it". */
	actOf(word: string): Act | undefined {
		const known = this.#acts.get(word) ?? this.#acts.get(withoutConjunction(word, 2));
		if (known) return known;
		for (const object of this.#objects) {
			if (!word.endsWith(object) || word.length - object.length < 2) continue;
			const stem = word.slice(0, -object.length);
			const act = this.#acts.get(stem) ?? this.#acts.get(stem.replace(/ا$/, "ي"));
			if (act) return act;
		}
		return undefined;
	}

	isEmpty(word: string): boolean {
		const bare = withoutConjunction(word, 2);
		return [word, bare].some(
			(each) =>
				this.isStop(each) ||
				this.#refers.has(each) ||
				this.#empty.has(each) ||
				this.actOf(each) !== undefined ||
				this.#sides.at([each], 0) !== undefined,
		);
	}

	/** A word that asks, or tells nothing of a topic, as it stands. */
	asks(word: string): boolean {
		return this.#empty.has(word);
	}

	isStop(word: string): boolean {
		return isStopWord(word, this.#stopWords);
	}

	refers(word: string): boolean {
		return this.#refers.has(word);
	}

	/** What follows this word is spoken of. */
	isAbout(word: string): boolean {
		return this.#about.has(word) || this.#about.has(withoutConjunction(word, 2));
	}

	/** What follows this word is a place. */
	isInside(word: string): boolean {
		return this.#inside.has(word) || this.#inside.has(withoutConjunction(word, 2));
	}

	isOnly(word: string): boolean {
		return this.#only.has(word);
	}

	/** A verb of saying whose form tells that somebody was spoken of: قالت, and neither قيل nor قول. */
	isSaid(word: string): boolean {
		return this.#says.has(word) && !this.#passives.has(word);
	}

	/** It binds two words of one thing: weapons to Russia. */
	binds(word: string): boolean {
		return this.#binds.has(word);
	}

	isPolite(word: string): boolean {
		return this.#polite.has(word);
	}

	/** The language that articles are chosen by, where nothing else is said: only the Arabic ones. */
	articlesIn(words: readonly string[]): Language | undefined {
		const [hit, other] = this.#languages.find(words);
		if (!hit || other) return undefined;
		const rest = words.filter((_, at) => at < hit.from || at >= hit.to);
		const chooses = (word: string) => this.isOnly(word) || this.#articles.has(word);
		const isAll = rest.every(
			(word) => chooses(word) || this.#goesOn.at([word], 0) !== undefined || this.isEmpty(word),
		);
		return isAll && rest.some(chooses) ? hit.value : undefined;
	}

	isReply(word: string): boolean {
		return this.#replies.has(word);
	}

	/** A noun for whoever may speak. */
	isSpeaker(word: string): boolean {
		return [word, withoutConjunction(word, 3)].some(
			(each) => this.#speakers.has(each) || this.#speakers.has(indefinite(each)),
		);
	}

	/** It gives a reason. */
	givesReason(text: string): boolean {
		return this.#reasons.find(tokens(text).map((token) => token.text)).length > 0;
	}

	/** Persons, of whom only what is said of them tells which are counted: how many people are missing. */
	isPersons(word: string): boolean {
		return this.#persons.has(word);
	}

	/** Every limit, or the one that the word names; undefined where it names none. */
	limitOf(word: string): NamedLimit | "all" | undefined {
		return this.#limits.get(word) ?? (this.#everything.has(word) ? "all" : undefined);
	}
}
