import { nameKey } from "../../identity/related-names.ts";
import type { LexiconMatch } from "../../language/lexicon/lexicon-side.ts";
import { fold } from "../../language/text/normalise.ts";
import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { withoutConjunction } from "../../language/words/arabic-clitics.ts";
import {
	beforeConstruct,
	imperfectSpellings,
	participleOf,
	perfectSpellings,
	spokenPassives,
	withYa,
} from "../../language/words/arabic-verbs.ts";
import { isNameInCapitals } from "../../language/words/in-capitals.ts";
import { isStopWord, termOf } from "../../language/words/index-terms.ts";
import { areArabicForms } from "../../language/words/stem-arabic.ts";
import type { SearchData } from "../search-data.ts";
import { tuning } from "../tuning.ts";
import type { CorpusWords } from "../words/corpus-words.ts";
import { findPerfect, perfectAt } from "./perfects.ts";
import { addNames, addSplitNames, nearListed } from "./spellings.ts";
import { type Group, GroupBuilder } from "./word-group.ts";

/** Words of a question beyond these are not read: the work grows with each. */
const mostWords = 64;

/** What the corpus holds. */
export type CorpusTerms = {
	words: CorpusWords;
	/** Some passage that has not been taken out holds all the terms, by their numbers. */
	holdsTogether(terms: readonly number[]): boolean;
};

/** Reads a question into groups; a listed term of several words is one group. */
export class GroupReader {
	readonly #data: SearchData;
	readonly #store: CorpusTerms;

	constructor(data: SearchData, store: CorpusTerms) {
		this.#data = data;
		this.#store = store;
	}

	/** One after another: each is a piece of work. `light`: words that only count inside a listed term. */
	*groups(text: string, light: readonly string[] = []): Generator<Group> {
		const words = tokens(text).slice(0, mostWords);
		const folded = words.map((word) => word.text);
		const seen = new Set<string>();
		for (let at = 0; at < words.length; ) {
			const match = this.#match(folded, at);
			const term = match && match.length > 1 ? this.#heldTerm(folded, at, match) : undefined;
			const run = folded.slice(at, at + (term ? (match?.length ?? 1) : 1));
			const [word = ""] = run;
			const first = words[at];
			const isName = isNameInCapitals(words, at, text, this.#data.stopWords);
			at += run.length;
			// A word that comes again asks for nothing more.
			if (seen.has(run.join(" "))) continue;
			seen.add(run.join(" "));
			if (term) yield term;
			else if (isName || (!this.#isStop(word) && !light.includes(word))) {
				const single = match && match.length > 1 ? this.#data.lexicon.match([word], 0) : match;
				yield this.#word(word, isCapital(text, first), single);
			}
		}
	}

	/** A listed term, if some passage has it in either language: else it is what its words say. */
	#heldTerm(words: readonly string[], at: number, match: LexiconMatch): Group | undefined {
		const term = this.#term(words.slice(at, at + match.length), match);
		const { words: corpus } = this.#store;
		const isHeld = term.alternatives.some(
			({ terms, weight }) =>
				weight >= tuning.synonymOfTerm &&
				this.#store.holdsTogether(terms.map((one) => corpus.numberOfTerm(one))),
		);
		return isHeld ? term : undefined;
	}

	/** The longest listed term; "in the world" is its one word of content, "call off" more than its verb. */
	#match(words: readonly string[], at: number): LexiconMatch | undefined {
		const match = this.#data.lexicon.match(words, at);
		if (!match || match.length === 1 || !this.#isStop(words[at] ?? "")) return match;
		const content = words.slice(at, at + match.length).filter((word) => !this.#isStop(word));
		return content.length > 1 ? match : this.#data.lexicon.match([words[at] ?? ""], 0);
	}

	#isStop(word: string): boolean {
		return isStopWord(word, this.#data.stopWords);
	}

	#begin(run: readonly string[], match: LexiconMatch | undefined): GroupBuilder {
		const group = new GroupBuilder(run.join(" "), this.#data.stopWords);
		group.add(run.length > 1 ? run.filter((word) => !this.#isStop(word)) : run, 1);
		if (match) this.#addEntries(group, match, isArabic(group.word), 1);
		const related = this.#data.related.get(nameKey(run));
		for (const name of related?.near ?? []) group.addText(name, tuning.relatedNear);
		for (const name of related?.far ?? []) group.addText(name, tuning.relatedFar);
		return group;
	}

	#term(run: readonly string[], match: LexiconMatch | undefined): Group {
		const group = this.#begin(run, match);
		const content = run.filter((part) => !this.#isStop(part));
		const alone = content.length === 1 ? tuning.partOfPhrasal : tuning.partOfTerm;
		for (const part of content) {
			group.add([part], tuning.partAsItIs);
			const single = this.#data.lexicon.match([part], 0);
			if (single) this.#addEntries(group, single, isArabic(part), alone);
		}
		this.#widen(group);
		return group.done();
	}

	#word(word: string, capital: boolean, match: LexiconMatch | undefined): Group {
		const group = this.#begin([word], match);
		if (/^\p{Nd}/u.test(word)) return group.done();
		for (const other of this.#data.families?.others(word) ?? [])
			group.add([other], tuning.family, other);
		if (isArabic(word)) {
			this.#addWithoutClitic(group, word, match);
			this.#addInflected(group, word, match);
			this.#addWritten(group, word, match);
		}
		if (capital || !match) addNames(group, word, this.#store.words, match !== undefined);
		if (!match) {
			const rest = isArabic(word) ? behindClitic(word) : undefined;
			if (rest) addNames(group, rest, this.#store.words, this.#exact(rest) !== undefined);
			addSplitNames(group, word, this.#store.words);
			for (const near of nearListed(word, this.#data)) {
				const found = this.#data.lexicon.match([near.word], 0);
				group.add([near.word], tuning.spelling / near.edits, near.word);
				if (found) this.#addEntries(group, found, false, tuning.spelling / near.edits);
			}
		}
		this.#widen(group);
		return group.done();
	}

	#addWithoutClitic(group: GroupBuilder, word: string, match: LexiconMatch | undefined): void {
		const rest = behindClitic(word);
		if (!rest || this.#store.words.numberOfTerm(termOf(rest)) === 0) return;
		group.add([rest], tuning.clitic);
		if (match?.entries.some((found) => found.exact)) return;
		const bare = this.#data.lexicon.match([rest], 0);
		if (bare) this.#addEntries(group, bare, true, tuning.clitic);
	}

	/** Other persons and times of a verb, a construct plural, a noun before a pronoun: one word as it is. */
	#addInflected(group: GroupBuilder, word: string, match: LexiconMatch | undefined): void {
		const listed = match?.entries.some((found) => found.exact);
		const base = withYa(word);
		const known = base === undefined || base === word ? undefined : this.#exact(base);
		const isVerb = (found: LexiconMatch) =>
			found.entries.some(({ entry }) => this.#data.lexicon.entry(entry).pos === "v");
		if (base && known && isVerb(known)) {
			this.#addForms(group, base, tuning.inflected);
			if (!listed) this.#addEntries(group, known, true, tuning.inflected);
		} else if (match && listed && isVerb(match)) {
			this.#addForms(group, word, tuning.inflected);
		}
		if (!listed) this.#addPerfect(group, word);
		if (!match)
			for (const form of spokenPassives(withoutConjunction(word, 3))) {
				const active = this.#exact(form);
				if (!active || !isVerb(active)) continue;
				this.#addEntries(group, active, true, tuning.inflected);
				break;
			}
		for (const form of beforeConstruct(word)) {
			group.add([form], tuning.inflected);
			const bare = listed ? undefined : this.#exact(form);
			if (bare) this.#addEntries(group, bare, true, tuning.inflected);
		}
	}

	/** The third persons of a perfect that is asked for in another than the listed one; بلغ finds بلغت by its core. */
	#addPerfect(group: GroupBuilder, word: string): void {
		const perfect = findPerfect(word, this.#data.lexicon);
		if (!perfect) return;
		const { base, entries } = perfect;
		for (const form of [base, ...this.#held(perfectSpellings(base))])
			group.add([form], tuning.inflected);
		if (base === word) return;
		this.#addEntries(group, { length: 1, entries, akin: base }, true, tuning.inflected);
	}

	/** Those that the corpus holds: a group has room for so many alternatives. */
	#held(forms: readonly string[]): string[] {
		return forms.filter((form) => this.#store.words.numberOfTerm(termOf(form)) > 0);
	}

	/** What news write for a word as it is spoken; a verb that they have as well is what they mean by it. */
	#addWritten(group: GroupBuilder, word: string, match: LexiconMatch | undefined): void {
		const isWritten = match?.entries.some(
			({ entry, exact }) => exact && this.#data.lexicon.entry(entry).pos === "v",
		);
		if (isWritten) return;
		const { spoken } = this.#data;
		const behind = match ? [] : (spoken?.behindArticle(word) ?? []);
		for (const written of [...behind, ...(spoken?.written(word) ?? [])]) {
			group.add([written], tuning.spoken, written);
			this.#addForms(group, written, tuning.spoken);
			const known = this.#exact(written);
			if (known) this.#addEntries(group, known, true, tuning.spoken);
		}
	}

	/** The forms of a verb that the corpus holds, from its imperfect. */
	#addForms(group: GroupBuilder, verb: string, weight: number, shown?: string): void {
		for (const form of this.#held(imperfectSpellings(verb))) group.add([form], weight, shown);
		const participle = participleOf(verb);
		if (participle)
			for (const form of this.#held([participle]))
				group.add([form], weight * tuning.participle, shown);
	}

	#exact(word: string): LexiconMatch | undefined {
		const found = this.#data.lexicon.match([word], 0);
		return found?.entries.some(({ exact }) => exact) ? found : undefined;
	}

	#addEntries(group: GroupBuilder, match: LexiconMatch, arabic: boolean, scale: number): void {
		const anyExact = match.entries.some((found) => found.exact);
		const listed = match.akin ?? group.word;
		const synonym = match.length > 1 ? tuning.synonymOfTerm : tuning.synonym;
		for (const { entry, exact } of match.entries) {
			const inexact = anyExact ? tuning.stemOnly : match.akin ? tuning.coreOnly : 1;
			const weight = exact ? scale : scale * inexact;
			const sense = this.#data.lexicon.entry(entry);
			// Names of one place are no mere synonyms.
			const same = sense.pos === "g" ? tuning.sameName : synonym;
			const forms = match.length === 1 && tuning.form > synonym;
			for (const term of sense.english) {
				const form = !arabic && forms && areEnglishForms(listed, fold(term));
				group.addText(term, weight * (arabic ? 1 : form ? tuning.form : same));
			}
			for (const [at, term] of sense.arabic.entries()) {
				const form = arabic && forms && areArabicForms(listed, fold(term));
				const own = weight * (!arabic ? 1 : form ? tuning.form : same);
				group.addText(term, own);
				if (sense.pos !== "v") continue;
				this.#addForms(group, fold(term), own, term);
				const perfect = perfectAt(sense.arabic, at);
				if (perfect && !arabic)
					for (const other of this.#held(perfectSpellings(fold(perfect))))
						group.add([other], own * tuning.inflected, term);
			}
			this.#addMates(group, entry, arabic, weight * tuning.field);
		}
	}

	/** Words of the same field and language; across languages they add nothing to the translations. */
	#addMates(group: GroupBuilder, entry: number, arabic: boolean, weight: number): void {
		for (const mate of this.#data.thesaurus.mates(entry)) {
			const { english, arabic: own } = this.#data.lexicon.entry(mate);
			for (const term of arabic ? own : english) group.addText(term, weight);
		}
	}

	/** Words of the corpus that are other forms of what is looked for. */
	#widen(group: GroupBuilder): void {
		const { words } = this.#store;
		const done = new Set<string>();
		for (const { terms, weight, shown } of group.alternatives) {
			if (terms.length > 1 || weight < tuning.akinFrom) continue;
			const word = shown ? fold(shown) : group.word;
			if (done.has(word) || /[\s\d-]/.test(word)) continue;
			done.add(word);
			for (const term of words.akin(word)) group.addTerms([term], weight * tuning.akin);
			if (weight < tuning.widenFrom) continue;
			for (const { term, alike } of words.near(word, tuning.nearFloor)) {
				const near = weight * tuning.near * alike ** tuning.nearPower;
				group.addTerms([term], near, undefined, alike < tuning.sureNear);
			}
		}
	}
}

function isCapital(text: string, word: Token | undefined): boolean {
	return word !== undefined && /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

function areEnglishForms(one: string, other: string): boolean {
	let same = 0;
	while (same < one.length && one[same] === other[same]) same++;
	return same >= 4 && same >= Math.min(one.length, other.length) - 3;
}

/** The word behind a conjunction or preposition of one letter, if there can be one. */
function behindClitic(word: string): string | undefined {
	if (word.startsWith("و") && word.length >= 3) return word.slice(1);
	return /^[فبلك]/.test(word) && word.length >= 4 ? word.slice(1) : undefined;
}
