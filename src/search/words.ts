import { isStopWord, type StopWords, termOf } from "../language/analyse.ts";
import { arabicName, latinName, skeleton, type Sounds } from "../language/names.ts";
import { trigrams } from "../language/ngrams.ts";
import { arabicCore, withoutArticle } from "../language/stem-arabic.ts";
import { isArabic } from "../language/tokens.ts";

/** A word of the corpus that a name can be compared with. */
export type NameWord = { word: string; term: string; sounds: Sounds };

/**
 * The different folded words of the corpus, numbered, with the index term of each. Passages are
 * kept as rows of these numbers. Words are never taken out: a word without passages does no harm.
 */
export class CorpusWords {
	readonly #stopWords: StopWords;
	readonly #ids = new Map<string, number>();
	readonly #words: string[] = [];
	readonly #terms: string[] = [];
	readonly #trigrams: (string[] | undefined)[] = [];
	readonly #skeletons = new Map<string, NameWord[]>();
	#sounded = 0;

	constructor(stopWords: StopWords) {
		this.#stopWords = stopWords;
	}

	get size(): number {
		return this.#words.length;
	}

	get all(): readonly string[] {
		return this.#words;
	}

	idOf(word: string): number {
		const known = this.#ids.get(word);
		if (known !== undefined) return known;
		const id = this.#words.push(word) - 1;
		this.#terms.push(isStopWord(word, this.#stopWords) ? "" : termOf(word));
		this.#ids.set(word, id);
		return id;
	}

	has(word: string): boolean {
		return this.#ids.has(word);
	}

	word(id: number): string {
		return this.#words[id] ?? "";
	}

	/** Empty for a stop word. */
	term(id: number): string {
		return this.#terms[id] ?? "";
	}

	isStop(word: string): boolean {
		return isStopWord(word, this.#stopWords);
	}

	trigrams(id: number): readonly string[] {
		let known = this.#trigrams[id];
		if (!known) {
			known = trigrams(this.word(id));
			this.#trigrams[id] = known;
		}
		return known;
	}

	readonly #byCore = new Map<string, Set<string>>();
	#cored = 0;

	/** Terms of words with the same core. */
	akin(word: string): ReadonlySet<string> {
		for (; this.#cored < this.#words.length; this.#cored++) {
			const id = this.#cored;
			const term = this.term(id);
			if (!term || !isArabic(term)) continue;
			const core = arabicCore(this.word(id));
			const list = this.#byCore.get(core);
			if (list) list.add(term);
			else this.#byCore.set(core, new Set([term]));
		}
		return (isArabic(word) ? this.#byCore.get(arabicCore(word)) : undefined) ?? new Set();
	}

	readonly #byTrigram = new Map<string, number[]>();
	readonly #gramCount: number[] = [];
	#grammed = 0;

	/** Terms of words that share most of their letters. */
	near(word: string, floor: number): Map<string, number> {
		for (; this.#grammed < this.#words.length; this.#grammed++) {
			const id = this.#grammed;
			const set = this.term(id) ? new Set(grams(this.word(id))) : new Set<string>();
			this.#gramCount[id] = set.size;
			for (const gram of set) {
				const list = this.#byTrigram.get(gram);
				if (list) list.push(id);
				else this.#byTrigram.set(gram, [id]);
			}
		}
		const own = new Set(grams(word));
		const shared = new Map<number, number>();
		for (const gram of own) {
			for (const id of this.#byTrigram.get(gram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
		}
		const out = new Map<string, number>();
		for (const [id, n] of shared) {
			const dice = (2 * n) / (own.size + (this.#gramCount[id] ?? 0));
			if (dice < floor) continue;
			const term = this.term(id);
			out.set(term, Math.max(out.get(term) ?? 0, dice));
		}
		return out;
	}

	/** Words of the corpus whose consonants are these, in any script. */
	withSkeleton(consonants: string): readonly NameWord[] {
		for (; this.#sounded < this.#words.length; this.#sounded++) this.#sound(this.#sounded);
		return this.#skeletons.get(consonants) ?? [];
	}

	#sound(id: number): void {
		const word = this.word(id);
		const term = this.term(id);
		if (!term) return;
		const arabic = isArabic(word);
		const readings = new Set<string>();
		if (arabic) for (const form of nameForms(word)) readings.add(arabicName(form));
		else if (/^\p{Script=Latin}/u.test(word)) for (const s of latinName(word)) readings.add(s);
		for (const sounds of readings) {
			const key = skeleton(sounds);
			if (key.length < 2) continue;
			const list = this.#skeletons.get(key);
			const entry = { word, term, sounds };
			if (list) list.push(entry);
			else this.#skeletons.set(key, [entry]);
		}
	}
}

export const gramming = { n: 3, edge: 1 };
function grams(word: string): string[] {
	const bare = isArabic(word) ? withoutArticle(word) : word;
	const marked = gramming.edge ? ` ${bare} ` : bare;
	const out: string[] = [];
	for (let i = 0; i + gramming.n <= marked.length; i++) out.push(marked.slice(i, i + gramming.n));
	return out;
}

/** A name may carry the article, و, or a preposition of one letter. */
function nameForms(word: string): string[] {
	const bare = withoutArticle(word);
	const forms = [word];
	if (bare !== word) forms.push(bare);
	if (word.length >= 5 && /^[بلفك]/.test(word)) forms.push(word.slice(1));
	return forms;
}
