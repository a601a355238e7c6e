import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import type { Lexicon } from "../../language/lexicon/lexicon.ts";
import type { Thesaurus } from "../../language/lexicon/thesaurus.ts";
import { closeness } from "../../language/sounds/likeness.ts";
import { skeleton } from "../../language/sounds/skeleton.ts";
import { arabicName, latinName } from "../../language/sounds/transliterate.ts";
import { rememberedWord } from "../../language/text/memo.ts";
import { isArabic, type Token } from "../../language/text/tokens.ts";
import { withYa } from "../../language/words/arabic-verbs.ts";
import { arabicRadicals, stemArabic } from "../../language/words/stem-arabic.ts";
import { stemEnglish } from "../../language/words/stem-english.ts";
import { areOpposite, type Opposites } from "./opposites.ts";

/** A word and what it may mean, the same for every place where it stands. */
export type Meaning = {
	arabic: boolean;
	stem: string;
	/** Consonants of an Arabic word, from three on; they join broken plurals, tenses, verbal nouns. */
	radicals: string | undefined;
	/** Entries of the lexicon. */
	senses: readonly number[];
	/** Entries of words that news use for it. */
	mates: ReadonlySet<number>;
	/** A bit each for its senses and its mates: most pairs of words have none in common, and are told by that. */
	bits: { senses: number; mates: number };
	/** Sides of a pair of opposites: 4 and 5 stand for the two sides of the third. */
	sides: readonly number[];
	/** The same of words that tell one thing from another: north, south. */
	contrasts: readonly number[];
	/** The same of words that take in others: a weapon, a missile. */
	broader: readonly number[];
	/** Says nothing of what a claim is about. */
	/** Fields of one doing: to flee, to set foot outside. */
	kindred: readonly number[];
	/** Comes to pass on one day and no other: to be found, to sign. */
	once: boolean;
	empty: boolean;
	general: boolean;
	/** The lexicon does not know it. */
	unlisted: boolean;
	/** How it sounds, by its readings, each with its consonants; of words that may be names. */
	sounds: readonly { all: string; consonants: string }[];
};

/** A meaning where it stands. */
export type Term = Meaning & {
	text: string;
	/** Which word of its text. */
	at: number;
	name: boolean;
	/** The listed state or body that it names, however it is called. */
	entity: string | undefined;
	/** Written as one name with the word before: Santa Brígida. */
	goesOn: boolean;
	/** What it is said of is denied. */
	negated: boolean;
	/** It is by a word such as "without" alone. */
	inPassing: boolean;
};

export type TermParts = {
	lexicon: Lexicon;
	thesaurus: Thesaurus;
	entities: NameTable<NamedEntity>;
	opposites: Opposites;
	contrasts: Opposites;
	broader: Opposites;
	kindred: Opposites;
	isStopWord: (word: string) => boolean;
	/** Entries too general to tell one thing from another. */
	general: Pick<ReadonlySet<number>, "has">;
	/** Names of days and months: days are compared as days. */
	/** Entries of what comes to pass on one day alone. */
	once: Pick<ReadonlySet<number>, "has">;
	isDayName: (word: string) => boolean;
};

/** Entries of a word of many senses beyond which none says what is meant. */
const mostSenses = 14;

/** Words become terms by the lexicon. */
export class TermReader {
	readonly #parts: TermParts;
	readonly #meaning: (word: string) => Meaning;

	constructor(parts: TermParts) {
		this.#parts = parts;
		this.#meaning = rememberedWord((word) => this.#make(word));
	}

	/** The telling words of a line; `line` tells which are written as names. */
	read(line: string, tokens: readonly Token[]): Term[] {
		const words = tokens.map(({ text }) => text);
		const out: Term[] = [];
		let entityEnd = 0;
		let entity: string | undefined;
		for (const [at, token] of tokens.entries()) {
			const { text } = token;
			const meaning = this.#meaning(text);
			const before = tokens[at - 1];
			const gap = before ? line.slice(before.end, token.start) : ".";
			if (at >= entityEnd && !meaning.empty) {
				const hit =
					this.#parts.entities.match(words, at) ??
					(meaning.arabic
						? this.#parts.entities.match(words, at, words.length, text.replace(/^[وفبلك]/, ""))
						: undefined);
				if (hit) {
					entityEnd = at + hit.length;
					entity = hit.value.state ?? hit.value.en;
				}
			}
			const inEntity = at < entityEnd;
			if (meaning.empty || /^\d/.test(text)) continue;
			const capital = !meaning.arabic && /^\p{Lu}/u.test(line.slice(token.start, token.end));
			const opens = at === 0 || /[.!?:"“«]/.test(gap);
			const name = meaning.arabic
				? inEntity || meaning.unlisted
				: inEntity || (capital && (!opens || meaning.unlisted));
			const last = out.at(-1);
			const goesOn = name && last?.name === true && last.at === at - 1 && /^[\s-]*$/.test(gap);
			out.push({
				...meaning,
				text,
				at,
				name,
				entity: inEntity ? entity : undefined,
				goesOn,
				negated: false,
				inPassing: false,
			});
		}
		return out;
	}

	#make(word: string): Meaning {
		const { lexicon, thesaurus, opposites, contrasts, broader, kindred } = this.#parts;
		const { isStopWord, general, once, isDayName } = this.#parts;
		const arabic = isArabic(word);
		const bare = arabic ? withoutParticle(word) : word.replace(/'s$/, "");
		const joined = arabic ? word.replace(/^[وف]/, "") : bare;
		const isStop = [word, bare, joined].some(isStopWord);
		const empty = isStop || word.length < 2 || isDayName(bare);
		const senses = empty ? [] : this.#senses(lexicon, bare, word, arabic);
		const isGeneral = senses.length > 0 && senses.some((id) => general.has(id));
		const mates = new Set(
			senses.length > mostSenses ? [] : senses.flatMap((id) => [...thesaurus.mates(id)]),
		);
		const bits = { senses: bitsOf(senses), mates: bitsOf(mates) };
		const radicals = arabic ? arabicRadicals(bare) : "";
		const unlisted = senses.length === 0 && !empty;
		return {
			arabic,
			stem: arabic ? stemArabic(bare) : stemEnglish(bare),
			radicals: radicals.length > 2 ? radicals : undefined,
			senses,
			mates,
			bits,
			sides: opposites.sidesOf(senses),
			contrasts: contrasts.sidesOf(senses),
			broader: broader.sidesOf(senses),
			kindred: kindred.sidesOf(senses),
			once: senses.some((id) => once.has(id)),
			empty,
			general: isGeneral,
			unlisted,
			sounds: empty ? [] : soundsOf(bare, arabic),
		};
	}

	#senses(lexicon: Lexicon, bare: string, word: string, arabic: boolean): number[] {
		const forms = arabic ? [bare, word, withYa(word) ?? "", word.replace(/^[بلك]/, "")] : [bare];
		for (const form of forms) {
			const hit = form.length > 1 ? lexicon.match([form], 0) : undefined;
			if (!hit) continue;
			const exact = hit.entries.filter((e) => e.exact);
			const own = exact.length > 0 && !arabic ? exact : hit.entries;
			return own.map(({ entry }) => entry).filter((id) => lexicon.entry(id).pos !== "g");
		}
		return [];
	}
}

/** Without a conjunction or a preposition in front of the article, or of a long word. */
function withoutParticle(word: string): string {
	if (word.length <= 3) return word;
	return word.replace(/^([وفبكل]ال|لل|[وف](?=.{4}))/, (p) =>
		p.endsWith("ال") || p === "لل" ? "ال" : "",
	);
}

function soundsOf(word: string, arabic: boolean): Meaning["sounds"] {
	const read = arabic ? [arabicName(word.replace(/^ال/, ""))] : latinName(word);
	return read.map((all) => ({ all, consonants: skeleton(all) }));
}

/** One of 32 bits for each entry; neighbouring entries, which mean neighbouring things, get different ones. */
function bitsOf(entries: Iterable<number>): number {
	let bits = 0;
	for (const entry of entries) bits |= 1 << (entry & 31);
	return bits;
}

const alike = 0.72;

/** How surely two terms mean one thing, 0 to 1. */
export function likeness(a: Term, b: Term): number {
	if (a.arabic === b.arabic && (a.stem === b.stem || a.text === b.text)) return 1;
	if (a.entity !== undefined && a.entity === b.entity) return 1;
	if ((a.bits.senses & b.bits.senses) !== 0)
		for (const sense of a.senses) if (b.senses.includes(sense)) return 1;
	if (a.name || b.name) return a.arabic !== b.arabic && sameSound(a, b) ? 1 : 0;
	if ((a.bits.mates & b.bits.senses) !== 0)
		for (const sense of b.senses) if (a.mates.has(sense)) return 0.7;
	if (a.sides.length > 0) for (const side of a.sides) if (b.sides.includes(side)) return 0.7;
	if (a.broader.length > 0 && areOpposite(a.broader, b.broader)) return 0.6;
	if (a.arabic && b.arabic && a.radicals !== undefined && a.radicals === b.radicals) return 0.7;
	return 0;
}

/** What two words of one doing have in common. */
const ofOneDoing = 0.5;

/** How much two terms speak of one thing, or of one doing. */
export function kinship(a: Term, b: Term): number {
	const like = likeness(a, b);
	if (like > 0 || a.name || b.name) return like;
	return a.kindred.some((field) => b.kindred.includes(field)) ? ofOneDoing : 0;
}

function sameSound(a: Term, b: Term): boolean {
	const [latin, arabic] = a.arabic ? [b, a] : [a, b];
	const [sounds] = arabic.sounds;
	if (!sounds || sounds.consonants.length < 2) return false;
	return latin.sounds.some(
		({ all, consonants }) =>
			all !== "" && consonants[0] === sounds.consonants[0] && closeness(all, sounds.all) >= alike,
	);
}
