import { isArabic, tokens } from "../language/text/tokens.ts";
import { readingsOf } from "../language/words/arabic-clitics.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import { withoutArticle } from "../language/words/stem-arabic.ts";
import type { IdentityData } from "./identity-data.ts";
import { spelledWords } from "./spelling.ts";

/** Tells the names that somebody has of his own from the words for an office or a body. */
export class OwnNames {
	readonly #data: IdentityData;

	constructor(data: IdentityData) {
		this.#data = data;
	}

	/** Several who speak together: "Xi and Putin". */
	isJoint(name: string): boolean {
		return this.#data.joint.test(name);
	}

	/** The name behind the titles before it: the mayor Tova Lindqvist; the same where there are none, or nothing else. */
	withoutTitles(name: string): string {
		const all = tokens(name);
		const first = all.find(
			({ text }) => !this.#data.isTitle(text) && !isStopWord(text, this.#data.stopWords),
		);
		return first ? name.slice(first.start) : name;
	}

	/**
	 * A listed name, or words of which one is in no dictionary but as a name, and the others are so too or
	 * written as names: Lavrov, Lloyd Austin, the Red Cross of Tarsia; never the mayor, the Polish president.
	 */
	isOwnName(name: string): boolean {
		if (this.#data.listed(name)) return true;
		const all = tokens(name).filter(({ text }) => !isStopWord(text, this.#data.stopWords));
		const first = all.findIndex(({ text }) => !this.#data.isTitle(text));
		const words = first < 0 ? [] : all.slice(first);
		// The Fanar coach: whoever holds the office.
		if (words.some(({ text }) => this.#data.isTitle(text))) return false;
		// The mayor of Tripoli, أمير قطر: an office again, named by where it is.
		if (first > 0 && words.every(({ text }) => this.#data.lexicon.isNameAlone(text))) return false;
		const isCapital = ({ start }: { start: number }) => /^\p{Lu}/u.test(name.slice(start));
		return (
			words.some((word) => this.#isNameWord(word.text, isCapital(word))) &&
			words.every((word) => this.#isNameWord(word.text) || isCapital(word))
		);
	}

	/** Whether a text has the name, in any spelling that the lists give it; across scripts by its sound. */
	isIn(name: string, text: string): boolean {
		const listed = this.#data.listed(name);
		const spellings = new Set([name, ...(listed?.ar ?? []), ...(listed?.en ?? [])]);
		// What no list has is nobody's in another form: Holmes is not Holm.
		const same = listed
			? (a: string, b: string) =>
					this.#data.isSame(this.#data.wordFacts(a), this.#data.wordFacts(b))
			: this.#data.samePersonWord;
		const held = spelledWords(text).flatMap((word) =>
			readingsOf(word).flatMap((reading) => [reading.text, withoutArticle(reading.text)]),
		);
		const words = [...new Set(held)];
		return [...spellings].some((spelling) => {
			const own = spelledWords(spelling)
				.filter((word) => !isStopWord(word, this.#data.stopWords))
				.map((word) => (isArabic(word) ? withoutArticle(word) : word));
			return own.length > 0 && own.every((word) => words.some((each) => same(each, word)));
		});
	}

	/**
	 * Known to no dictionary, or as a name alone: a people's is as much an adjective. `capital`: written as
	 * a name, so that a word of which only a shorter form is known (Holmes) is one.
	 */
	#isNameWord(word: string, capital = false): boolean {
		const { lexicon } = this.#data;
		const forms = isArabic(word) ? [word, withoutArticle(word)] : [word];
		const found = forms.flatMap((form) => lexicon.match([form], 0)?.entries ?? []);
		if (found.length === 0) return true;
		const exact = found.filter((each) => each.exact);
		const isName = exact.every(({ entry }) => lexicon.entry(entry).pos === "g");
		return (
			(exact.length > 0 || capital) && isName && !forms.some((form) => this.#data.isPeople(form))
		);
	}
}
