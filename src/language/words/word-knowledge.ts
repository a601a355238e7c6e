import { fold } from "../text/normalise.ts";
import type { WordFacts } from "./word-facts.ts";
import type { NameWords, WordRole } from "./word-roles.ts";
import type { WordShape } from "./word-shape.ts";

type Entry = { kinds: string[]; cue: string; agreement: string };

const noRoles: ReadonlySet<WordRole> = new Set();
const noName = { sex: "", family: false };

/** القوة, لبانة: what is written with the ending of feminine nouns is no verb or "that" with a pronoun. */
const isFeminine = (text: string): boolean => text.endsWith("ة");
const isNoNoun = ({ kinds, cue }: Entry): boolean =>
	cue.startsWith("past") || cue.startsWith("present") || kinds.includes("complementisers");

/** أن and أمام fold to the letters of names, which are written otherwise: آن, إمام. */
const isParticle = ({ kinds }: Entry, text: string): boolean =>
	(kinds.includes("complementisers") && !text.startsWith("آ")) ||
	(kinds.includes("prepositions") && text.startsWith("أ"));

const onlyBefore: ReadonlySet<WordRole> = new Set(["before"]);
const inNone: ReadonlySet<string> = new Set();
const noSorts: readonly string[] = [];

/** Looks words up in a language's lists; each word is worked out once. */
export class WordKnowledge {
	readonly #entries = new Map<string, Entry>();
	readonly #known = new Map<string, WordFacts>();
	readonly #given = new Map<string, string>();
	readonly #roles = new Map<string, ReadonlySet<WordRole>>();
	readonly #sorts = new Map<string, string[]>();
	readonly #endingsBefore = new Set<string>();
	readonly #family = new Set<string>();
	readonly #states = new Map<string, string>();
	/** Names as they are written that fold to the letters of another word. */
	readonly #namesakes = new Set<string>();
	readonly #shape: WordShape;

	constructor(shape: WordShape) {
		this.#shape = shape;
	}

	/** Single words of a closed class or list; a word may stand in several. */
	add(kind: string, words: Iterable<string>): this {
		for (const word of words) {
			const key = fold(word).trim();
			if (!key || key.includes(" ")) continue;
			const entry = this.#entryOf(key);
			if (!entry.kinds.includes(kind)) entry.kinds.push(kind);
		}
		return this;
	}

	/** A form of a verb or noun that reports. The first one given stays. */
	addCue(form: string, cue: string, agreement = ""): this {
		const entry = this.#entryOf(fold(form).trim());
		if (!entry.cue) Object.assign(entry, { cue, agreement });
		return this;
	}

	/** Words around names; they say nothing to the features. */
	addNameWords({ endingsBefore, ...roles }: NameWords): this {
		for (const ending of endingsBefore) this.#endingsBefore.add(ending);
		return this.addRoles(roles);
	}

	/** Words by their role; they say nothing to the features. */
	addRoles(roles: Partial<Record<WordRole, readonly string[]>>): this {
		for (const [role, words] of Object.entries(roles))
			for (const word of words) {
				const key = fold(word).trim();
				this.#roles.set(key, new Set([...(this.#roles.get(key) ?? []), role as WordRole]));
			}
		return this;
	}

	/** Words for bodies, papers and posts by their sort. */
	addSorts(sorts: Readonly<Record<string, readonly string[]>>): this {
		for (const [sort, words] of Object.entries(sorts))
			for (const word of words) {
				const key = fold(word).trim();
				this.#sorts.set(key, [...(this.#sorts.get(key) ?? []), sort]);
			}
		return this;
	}

	/** علي is a name and على is none, although both fold to the same letters. */
	addNamesakes(written: Iterable<string>): this {
		for (const name of written) this.#namesakes.add(name);
		return this;
	}

	/** Adjectives for states, in the form that the others are brought to, and the state of each. */
	addStates(adjectives: Iterable<readonly [form: string, state: string]>): this {
		for (const [form, state] of adjectives) this.#states.set(form, state);
		return this;
	}

	#rolesOf(word: string, stem: string): ReadonlySet<WordRole> {
		const [, ending = ""] = /-(\p{L}+)$/u.exec(word) ?? [];
		if (this.#endingsBefore.has(ending)) return onlyBefore;
		return (
			this.#roles.get(word.replace(/\.$/u, "")) ??
			(word.endsWith(stem) && word.length - stem.length < 2 ? this.#roles.get(stem) : undefined) ??
			noRoles
		);
	}

	/** A name of people; the word may be an ordinary one as well, and is still told by its form. */
	addName(word: string, sex: string): this {
		const key = fold(word).trim();
		if (sex === "") this.#family.add(key);
		else if (!this.#given.has(key)) this.#given.set(key, sex);
		return this;
	}

	of(text: string, word: string): WordFacts {
		const key = text.length > 40 ? word : text;
		const before = this.#known.get(key);
		if (before) return before;
		const facts = this.#workedOut(text, word);
		if (this.#known.size < mostKnown) this.#known.set(key, facts);
		return facts;
	}

	#workedOut(text: string, word: string): WordFacts {
		const facts = this.#facts(text, word);
		const roles = this.#rolesOf(word, facts.stem);
		const { sex, family, parts, kinds } = facts;
		const isUnknown = sex === "" && !family && parts === "" && kinds.size === 0;
		return {
			...facts,
			roles,
			sorts: this.#sorts.get(facts.stem) ?? this.#sorts.get(word.replace(/\.$/u, "")) ?? noSorts,
			theirs: this.#shape.isTheirs(word),
			many: this.#shape.isMany(word),
			led: isUnknown && this.#shape.isLed(word),
			state: this.#states.get(this.#shape.adjective(facts.stem)) ?? "",
			definite: facts.clitics.includes("ال"),
		};
	}

	#facts(
		text: string,
		word: string,
	): Omit<WordFacts, "roles" | "sorts" | "definite" | "led" | "state" | "theirs" | "many"> {
		const splits = this.#shape.splits(word);
		const isNamesake = this.#namesakes.has(text.replace(/^[وف]/u, ""));
		for (const { clitics, stem } of isNamesake ? [] : splits) {
			const entry = this.#entries.get(stem);
			if (!entry || (isFeminine(text) && isNoNoun(entry))) continue;
			const kind = entry.cue ? `V${entry.cue}` : (entry.kinds[0] ?? "");
			return {
				kind,
				kinds: new Set(entry.kinds),
				cue: entry.cue,
				agreement: entry.agreement,
				...(isParticle(entry, text) ? noName : this.#asName(word)),
				parts: this.#shape.parts(word),
				clitics,
				stem,
			};
		}
		const noun = this.#accusative(word);
		if (noun) return noun;
		// A letter at the head of an unknown word is most likely its own: بيسكوف is no بـ.
		const last = splits.findLast(({ clitics }) => clitics === "" || /ال$|^'s$/u.test(clitics)) ?? {
			clitics: "",
			stem: word,
		};
		return {
			kind: this.#shape.guess(text, word),
			kinds: inNone,
			cue: "",
			agreement: this.#shape.agreement(word),
			...this.#asName(word),
			parts: this.#shape.parts(word),
			...last,
		};
	}

	/** مصدراً, دبلوماسياً: a noun for somebody with the ending of an object. */
	#accusative(word: string) {
		const stem = this.#shape.withoutEnding(word);
		const entry = stem === undefined ? undefined : this.#entries.get(stem);
		const [kind = ""] = entry?.kinds ?? [];
		if (
			!entry ||
			stem === undefined ||
			entry.cue ||
			!(kind.startsWith("head:") || kind.startsWith("heads:"))
		)
			return undefined;
		const { parts } = this.#shape;
		return {
			kind,
			kinds: new Set(entry.kinds),
			cue: "",
			agreement: "",
			...noName,
			parts: parts(stem),
			clitics: "",
			stem,
		};
	}

	#asName(word: string): { sex: string; family: boolean } {
		const bare = word.replace(/'s$/u, "");
		return { sex: this.#given.get(bare) ?? "", family: this.#family.has(bare) };
	}

	#entryOf(key: string): Entry {
		const found = this.#entries.get(key) ?? { kinds: [], cue: "", agreement: "" };
		this.#entries.set(key, found);
		return found;
	}
}

/** Bounds the memory of a process that reads articles for weeks. */
const mostKnown = 50_000;
