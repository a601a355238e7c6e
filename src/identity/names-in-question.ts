import { atOnce, type Slices } from "../domain/slices.ts";
import { likeness } from "../language/sounds/likeness.ts";
import { skeleton } from "../language/sounds/skeleton.ts";
import { arabicName, latinName, type Sounds } from "../language/sounds/transliterate.ts";
import { remembered, rememberedWord } from "../language/text/memo.ts";
import { fold } from "../language/text/normalise.ts";
import { isArabic, tokens, wordsOf } from "../language/text/tokens.ts";
import { behindParticle } from "../language/words/arabic-clitics.ts";
import { bareWord } from "../language/words/bare-word.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import { withoutArticle } from "../language/words/stem-arabic.ts";
import type { NameWords } from "./name-data.ts";
import { nameKey } from "./related-names.ts";

/** A run of words of the question that is one of the names: the entry's number in the list. */
export type NameHit = { from: number; to: number; name: number; weight: number };

type Mention = { name: number; arabic: boolean; sounds: Sounds[] };

/** Below it two spellings are two names. */
const leastLikeness = 0.86;
/** The same where there are only two consonants: Yellen, Wang. */
const leastLikenessShort = 0.97;
/** The same within one script, where sound excuses little: Putin is no Patten. */
const leastLikenessOneScript = 0.96;

/** Names that the corpus knows (speakers, outlets), found in a question in either language. */
export class KnownNames {
	readonly #data: NameWords;
	readonly #names: readonly (readonly string[])[];
	readonly #byForm = new Map<string, Set<number>>();
	readonly #bySkeleton = new Map<string, Mention[]>();
	/** By name: words with content in its shortest spelling. */
	readonly #lengths: number[] = [];
	/** What is left to be read: whoever asks before it is done does the rest. */
	readonly #rest: Slices<void>;

	/** Each entry: the spellings of one name, the one to be shown first. */
	constructor(names: readonly (readonly string[])[], data: NameWords) {
		this.#names = names;
		this.#data = data;
		this.#rest = this.#read();
	}

	/** Does ahead of time, in steps, what the first question would have to wait for. */
	*prepare(): Slices<void> {
		yield* this.#rest;
	}

	shown(name: number): string {
		return this.#names[name]?.[0] ?? "";
	}

	/** The name is a country's or a place's own. */
	isPlace(name: number): boolean {
		return (this.#names[name] ?? []).some((spelling) => {
			const words = tokens(spelling).map(({ text }) => text);
			return words.length > 0 && words.every((word) => isPlace(word, this.#data));
		});
	}

	/** Names in a row of folded words, best first. */
	find(words: readonly string[]): NameHit[] {
		atOnce(this.#rest);
		const hits = new Map<number, { from: number; to: number; weight: number; count: number }>();
		for (const [at, word] of words.entries()) {
			for (const [name, alike] of this.#ofWord(words, at, word)) {
				const rarity = alike / Math.log2(1 + this.#shared(word));
				const hit = hits.get(name);
				if (!hit) hits.set(name, { from: at, to: at + 1, weight: rarity, count: 1 });
				else if (at - hit.to <= 1) {
					hit.to = at + 1;
					hit.count++;
					hit.weight += rarity;
				}
			}
		}
		const out: NameHit[] = [];
		for (const [name, { count, ...hit }] of hits) {
			const run = words.slice(hit.from, hit.to);
			// A country is in the label of many an office, which speaks for itself.
			const whole = count >= (this.#lengths[name] ?? 1);
			const ownWord = run.some((word) => !isPlace(word, this.#data));
			// One word that is asked by itself is meant as a name, however ordinary it is.
			const isTelling = words.length === 1 || this.#telling(run, name);
			if ((whole || ownWord) && isTelling) out.push({ ...hit, name });
		}
		return out.sort((a, b) => b.weight - a.weight || a.name - b.name);
	}

	#shared(word: string): number {
		return Math.max(1, this.#byForm.get(bareWord(word))?.size ?? 1);
	}

	/** Names with such a word, and how alike it is. */
	#ofWord(words: readonly string[], at: number, word: string): Map<number, number> {
		const out = new Map<number, number>();
		if (isStopWord(word, this.#data.stopWords) || /^\p{Nd}/u.test(word)) return out;
		const take = (names: Iterable<number> | undefined, alike: number) => {
			for (const name of names ?? []) if (alike > (out.get(name) ?? 0)) out.set(name, alike);
		};
		take(this.#byForm.get(bareWord(word)), 1);
		if (isArabic(word) && /^[وبلفك]/.test(word))
			take(this.#byForm.get(bareWord(word.slice(1))), 0.95);
		const match = this.#data.lexicon.match(words, at);
		for (const { entry, exact } of match?.length === 1 ? match.entries : []) {
			const { pos, arabic, english } = this.#data.lexicon.entry(entry);
			if (!exact || pos !== "g") continue;
			for (const term of [...arabic, ...english]) {
				if (!term.includes(" ")) take(this.#byForm.get(bareWord(fold(term))), 0.95);
			}
		}
		for (const sounds of soundsOf(word)) {
			const short = skeleton(sounds).length < 3;
			if (short && this.#ordinary(word)) continue;
			for (const mention of this.#bySkeleton.get(skeleton(sounds)) ?? []) {
				const own = mention.arabic === isArabic(word);
				// Who is spelled in the question's script is compared there.
				if (!own && this.#isSpelledIn(mention.name, isArabic(word))) continue;
				const alike = Math.max(...mention.sounds.map((other) => likeness(sounds, other)));
				const least = short ? leastLikenessShort : own ? leastLikenessOneScript : leastLikeness;
				if (alike >= least) take([mention.name], alike * 0.9);
			}
		}
		return out;
	}

	#isSpelledIn(name: number, arabic: boolean): boolean {
		return (this.#names[name] ?? []).some((spelling) => isArabic(spelling) === arabic);
	}

	/** All of the name's words, or one that is no ordinary word. */
	#telling(run: readonly string[], name: number): boolean {
		if (run.some((word) => !this.#ordinary(word))) return true;
		const terms = new Set(run.map(bareWord));
		return (this.#names[name] ?? []).some((spelling) =>
			tokens(spelling).every(({ text }) => this.#isEmpty(text) || terms.has(bareWord(text))),
		);
	}

	/** Listed as it is, or behind its article: a president is nobody's name. */
	#ordinary(word: string): boolean {
		const { lexicon } = this.#data;
		return [word, withoutArticle(word)].some((form) =>
			lexicon
				.match([form], 0)
				?.entries.some(({ entry, exact }) => exact && "nvax".includes(lexicon.entry(entry).pos)),
		);
	}

	#isEmpty(word: string): boolean {
		return isStopWord(word, this.#data.stopWords);
	}

	*#read(): Slices<void> {
		for (const [name, spellings] of this.#names.entries()) {
			const words = spellings.map((spelling) =>
				wordsOfName(spelling).filter((word) => !this.#isEmpty(word)),
			);
			this.#lengths.push(Math.max(1, Math.min(...words.map(({ length }) => length))));
			yield;
			for (const word of words.flat()) {
				const form = bareWord(word);
				const known = this.#byForm.get(form);
				if (known) known.add(name);
				else this.#byForm.set(form, new Set([name]));
				const { sounds, skeletons } = soundOfName(word);
				const mention = { name, arabic: isArabic(word), sounds };
				for (const key of skeletons) {
					const list = this.#bySkeleton.get(key);
					if (list) list.push(mention);
					else this.#bySkeleton.set(key, [mention]);
				}
			}
		}
	}
}

// Most names stay from one state of the corpus to the next.
const wordsOfName = remembered(wordsOf);
const soundOfName = rememberedWord((word) => {
	const sounds = soundsOf(word);
	return { sounds, skeletons: new Set(sounds.map(skeleton)) };
});

/** A state's name, its people's or its capital's. */
export function isPlace(word: string, { related }: NameWords): boolean {
	return related.has(nameKey([word]));
}

/** A place behind a preposition that Arabic writes together with it: بمصر. */
export function isAtPlace(word: string, data: NameWords): boolean {
	const place = /^[بل]/.test(word) ? behindParticle(word) : undefined;
	return place !== undefined && isPlace(place, data) && !isPlace(word, data);
}

/** Readings of a word with consonants enough to tell a name by. */
function soundsOf(word: string): Sounds[] {
	const readings = isArabic(word) ? [arabicName(word)] : latinName(word);
	return readings.filter((sounds) => skeleton(sounds).length >= 2);
}
