import type { Article, Claim } from "../domain/article.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import type { Lexicon } from "../language/lexicon/lexicon.ts";
import type { LexiconMatch } from "../language/lexicon/lexicon-side.ts";
import { likeness } from "../language/sounds/likeness.ts";
import { skeleton } from "../language/sounds/skeleton.ts";
import { arabicName, latinName, type Sounds } from "../language/sounds/transliterate.ts";
import { remembered, rememberedWord } from "../language/text/memo.ts";
import { fold } from "../language/text/normalise.ts";
import { isArabic, tokens } from "../language/text/tokens.ts";
import { behindParticle } from "../language/words/arabic-clitics.ts";
import { spokenPassives, withYa } from "../language/words/arabic-verbs.ts";
import { bareWord } from "../language/words/bare-word.ts";
import { isStopWord, type StopWords, termOf } from "../language/words/index-terms.ts";
import { withoutArticle, withoutProclitics } from "../language/words/stem-arabic.ts";
import { isEnglishArticle } from "../language/words/stem-english.ts";

import { IdentityData } from "./identity-data.ts";
import { type IdentityEdit, IdentityEdits } from "./identity-edits.ts";
import { IdentityTable } from "./identity-table.ts";
import { KnownMentions } from "./joining/known-mentions.ts";
import { OwnNames } from "./own-names.ts";

/** Names that stand for the same: a country in both languages, its government and its capital. */
export type Aliases = readonly (readonly string[])[];

/** Whether any of these spellings is the name that was asked for. */
export type NameTest = (spellings: readonly (string | null | undefined)[]) => boolean;

/** Likeness of two names in sound, 0 to 1, from which they are one; see `likeness`. */
const sameSound = 0.85;
/** The same within one script, where sound excuses little: Putin is no Patten. */
const sameSoundOneScript = 0.96;

/** Words of a listed term that are looked at. */
const longestTerm = 5;

type NameWord = { word: string; bare: string; term: string; sounds: Sounds[] };

/** Compares names across scripts and spellings: by words, by translation and by sound. */
export class NameMatcher {
	readonly #lexicon: Lexicon;
	readonly #stopWords: StopWords;
	readonly #aliases = new Map<string, readonly string[]>();
	readonly #identities: IdentityData;
	readonly #tables = new WeakMap<readonly Article[], IdentityTable>();
	readonly #mentions: KnownMentions;
	readonly own: OwnNames;
	#edits = new IdentityEdits([]);

	constructor(
		lexicon: Lexicon,
		stopWords: StopWords,
		aliases: Aliases,
		identities: IdentityData = new IdentityData(lexicon, stopWords),
	) {
		this.#identities = identities;
		this.own = new OwnNames(identities);
		this.#mentions = new KnownMentions(identities);
		this.#lexicon = lexicon;
		this.#stopWords = stopWords;
		for (const names of aliases) {
			for (const name of names) {
				const known = this.#aliases.get(bareName(name));
				this.#aliases.set(bareName(name), known ? [...known, ...names] : names);
			}
		}
	}

	/** What an operator says of who is who: it holds for every state of a corpus that is read from now on. */
	edit(edits: readonly IdentityEdit[]): void {
		this.#edits = new IdentityEdits(edits);
	}

	/** Whom the second names is known already: it is the first but for its contradictions. */
	readSame(known: Article, article: Article): void {
		this.#mentions.same(known, article);
	}

	/** Who is who in these articles; made once for each state of a corpus. */
	whoIn(articles: readonly Article[]): IdentityTable {
		return this.#tables.get(articles) ?? atOnce(this.readWho(articles));
	}

	/** Makes it ahead of time, in steps. */
	*readWho(articles: readonly Article[]): Slices<IdentityTable> {
		const known = this.#tables.get(articles);
		if (known) return known;
		const made = yield* IdentityTable.read(articles, this.#identities, this.#mentions, this.#edits);
		this.#tables.set(articles, made);
		return made;
	}

	/** Whether a claim is in the words of the one whose name it is, and of nobody else. */
	speaker(asked: string, articles: readonly Article[]): (claim: Claim) => boolean {
		const who = this.whoIn(articles);
		const meant = new Set(who.find(asked).identities);
		return (claim) => meant.size > 0 && who.speakers(claim).some((one) => meant.has(one));
	}

	/** Whether any of these spellings is a name of the outlet, and of no other. */
	outlet(asked: string, articles: readonly Article[]): NameTest {
		const who = this.whoIn(articles);
		const meant = new Set(who.find(asked).identities);
		return (spellings) =>
			spellings.some(
				(name) => Boolean(name) && who.named(name ?? "").some((one) => meant.has(one)),
			);
	}

	/** A test for the name as a user wrote it: every word of it, or of what it stands for, is in the other. */
	test(asked: string): NameTest {
		const aliases = this.#aliases.get(bareName(asked)) ?? [];
		const wholes = [...new Set(aliases)].map((name) => [nameWords(name)]);
		const ways = [this.#groups(asked), ...wholes].filter((way) => way.length > 0);
		const known = new Map<string, boolean>();
		const arabic = isArabic(asked);
		return (spellings) => {
			// A name that is spelled in the asker's script is compared there: sound alone would take Putin for Biden.
			const own = spellings.filter((spelling) => spelling && isArabic(spelling) === arabic);
			return (own.length > 0 ? own : spellings).some((spelling) => {
				if (!spelling) return false;
				let same = known.get(spelling);
				if (same === undefined) {
					const words = wordsOfSpelling(spelling);
					same = ways.some((way) => way.every((group) => holds(group, words)));
					known.set(spelling, same);
				}
				return same;
			});
		};
	}

	/** A word that no dictionary lists in any form, as most names are; or a place's name. */
	readonly isUnlisted = rememberedWord((word): boolean => {
		if (isStopWord(word, this.#stopWords)) return false;
		const forms = isArabic(word)
			? [word, withoutArticle(word), word.slice(1), withYa(word) ?? word, ...spokenPassives(word)]
			: [word];
		return forms.every((form) => (this.#match(form)?.entries.length ?? 0) === 0);
	});

	/** A word that is listed as a name: a place's, as a rule; an Arabic one as nothing else. */
	isListedName(word: string): boolean {
		if (isStopWord(word, this.#stopWords)) return false;
		if (isArabic(word))
			return [word, behindParticle(word) ?? word].some((form) => this.#lexicon.isNameAlone(form));
		const listed = this.#match(word)?.entries ?? [];
		return listed.some(({ entry, exact }) => exact && this.#lexicon.entry(entry).pos === "g");
	}

	/** A number in digits or in words that is no year's: 12, twelve, اثنا عشر. */
	readonly isCount = rememberedWord((word): boolean => {
		if (/\p{Nd}/u.test(word)) return !/^(1[5-9]|20)\d\d$/.test(word);
		const forms = isArabic(word) ? [word, withoutProclitics(word)] : [word];
		return forms.some((form) =>
			this.#match(form)?.entries.some(
				({ entry, exact }) => exact && /^\p{Nd}/u.test(this.#lexicon.entry(entry).english[0] ?? ""),
			),
		);
	});

	/**
	 * The listed term that begins here, in the other language, and how many words it takes; null for a
	 * word without content, undefined for one that nothing lists as it is written.
	 */
	inOtherLanguage(
		words: readonly string[],
		at: number,
	): { text: string; length: number } | null | undefined {
		const word = words[at] ?? "";
		if (isStopWord(word, this.#stopWords)) return null;
		const arabic = isArabic(word);
		for (const form of arabic ? [word, withoutArticle(word), withoutProclitics(word)] : [word]) {
			const found = this.#lexicon.match([form, ...words.slice(at + 1, at + longestTerm)], 0);
			const exact = found?.entries.filter((each) => each.exact) ?? [];
			const senses = exact.map(({ entry }) => this.#lexicon.entry(entry));
			// A noun or a name before a verb that is written like it.
			const sense = senses.find(({ pos }) => pos !== "v") ?? senses[0];
			const text = arabic ? sense?.english[0] : sense?.arabic[0];
			if (found && text) return { text, length: found.length };
		}
		return undefined;
	}

	#match(word: string): LexiconMatch | undefined {
		return this.#lexicon.match([word], 0);
	}

	// One entry for each word or listed term: the words that stand for it.
	#groups(asked: string): NameWord[][] {
		const all = tokens(asked).map((token) => token.text);
		const telling = all.filter((word) => !isStopWord(word, this.#stopWords));
		const words = telling.length > 0 ? telling : all;
		const out: NameWord[][] = [];
		for (let at = 0; at < words.length; ) {
			const word = words[at] ?? "";
			const match = this.#lexicon.match(words, at);
			const length = match?.length ?? 1;
			const group =
				length === 1 ? nameWords(word) : nameWords(words.slice(at, at + length).join(" "));
			const entries = match?.entries ?? [];
			const listed = entries.some(({ exact }) => exact);
			for (const { entry, exact } of entries) {
				if (listed && !exact) continue;
				const { arabic, english } = this.#lexicon.entry(entry);
				for (const term of isArabic(word) ? english : arabic) {
					if (!term.includes(" ")) group.push(...nameWords(term));
				}
			}
			if (group.length > 0) out.push(group);
			at += length;
		}
		// Yi, bin, the: too short to tell names apart, unless nothing else was asked for.
		const long = out.filter((group) => group.some(({ bare }) => bare.length > 2));
		return long.length > 0 ? long : out;
	}
}

function holds(group: readonly NameWord[], words: readonly NameWord[]): boolean {
	return group.some((asked) => words.some((word) => same(asked, word)));
}

function same(a: NameWord, b: NameWord): boolean {
	if (a.word === b.word || a.bare === b.bare || a.term === b.term) return true;
	const least = isArabic(a.word) === isArabic(b.word) ? sameSoundOneScript : sameSound;
	return a.sounds.some((x) =>
		b.sounds.some((y) => {
			const consonants = skeleton(x);
			return consonants.length > 1 && consonants === skeleton(y) && likeness(x, y) >= least;
		}),
	);
}

function nameWords(name: string): NameWord[] {
	return tokens(name).map(({ text }) => {
		const arabic = isArabic(text);
		const bare = bareWord(text);
		const sounds = arabic ? [arabicName(bare)] : latinName(bare);
		return { word: text, bare, term: termOf(text), sounds };
	});
}

/** The same spelling is compared with many names. */
const wordsOfSpelling = remembered(nameWords);

function bareName(name: string): string {
	return tokens(fold(name))
		.map(({ text }) => (isArabic(text) ? withoutArticle(text) : text))
		.filter((word) => !isEnglishArticle(word))
		.join(" ");
}
