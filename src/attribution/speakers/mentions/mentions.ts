import { endsAsAbstractNoun } from "../../../language/words/arabic-endings.ts";
import type { WordFacts } from "../../../language/words/word-facts.ts";
import type { Stretch } from "../../frames/parts.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import type { RulesReading } from "../../sequence/rules-reading.ts";
import { comparedWord } from "../names/compared.ts";
import { isListedAsPersonOnly } from "../names/name-words.ts";
import { bodiesOf, type Mention } from "./bodies.ts";

/** Names of an article, found by their last words. */
export class ArticleNames {
	/** The words of every name that ends in the word. */
	readonly #byLast = new Map<string, Set<string>>();

	add(words: readonly string[]): void {
		const last = words.at(-1);
		if (!last || last.length < 3) return;
		const all = this.#byLast.get(last) ?? new Set();
		for (const word of words) all.add(word);
		this.#byLast.set(last, all);
	}

	/** Where a passage names somebody again: the last word of a name with those of it that stand before. */
	in(view: PassageView): Stretch[] {
		const words = view.tokens.map(({ word }) => comparedWord(word));
		const found: Stretch[] = [];
		for (const [at, word] of words.entries()) {
			const name = this.#byLast.get(word);
			if (!name || /^\p{Ll}/u.test(view.tokens[at]?.text ?? "")) continue;
			let from = at;
			const least = found.at(-1)?.to ?? 0;
			while (from > least && (name.has(words[from - 1] ?? "") || isGiven(view, from - 1))) from--;
			found.push({ from, to: at + 1 });
		}
		return found;
	}
}

/** A given name as it is written, which the article may have left out where it named a speaker. */
function isGiven(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts || facts.sex === "" || facts.definite || facts.cue || facts.kinds.size > 0)
		return false;
	return !/^\p{Ll}/u.test(view.tokens[at]?.text ?? "") && facts.parts === "";
}

/** The stretches that lie outside of others. */
export function outside<T extends Stretch>(
	stretches: readonly T[],
	others: readonly Stretch[],
): T[] {
	return stretches.filter((s) => !others.some((o) => s.from < o.to && o.from < s.to));
}

/** Who is named outside of the words for speakers: known names again, those that are introduced, people by their names. */
export function mentionsBeside(
	spoken: readonly Stretch[],
	view: PassageView,
	rules: RulesReading,
	names: ArticleNames,
): Mention[] {
	const found: Mention[] = outside(bodiesOf(view), spoken);
	for (const more of [names.in(view), rules.introduced, namesOfPeople(view)])
		found.push(...outside(more, [...spoken, ...found]));
	return found.filter((at) => isSomebody(view, at)).sort((a, b) => a.from - b.from);
}

/** Not "he has", nor a number alone, nor any comment. */
function isSomebody(view: PassageView, { from, to }: Stretch): boolean {
	const roles = view.facts[from]?.roles;
	if (roles?.has("anyOne")) return false;
	return to - from > 1 || !(roles?.has("toSomebody") || roles?.has("counts"));
}

/** As many words a name of people has at most. */
const longestName = 6;

/** Names of people by their own words: a given name and what goes on as names do. */
export function namesOfPeople(view: PassageView): Stretch[] {
	const found: Stretch[] = [];
	const isName = (t: number): boolean => {
		const facts = view.facts[t];
		const text = view.tokens[t]?.text ?? "";
		if (!facts || !/^\p{L}/u.test(text) || facts.cue || facts.kinds.has("namesakes")) return false;
		if (facts.sex !== "") return isListedAsPersonOnly(facts);
		if (facts.family) return true;
		return facts.kinds.size === 0 && (facts.parts === "" || isNisba(facts));
	};
	for (let from = 0; from < view.tokens.length; from++) {
		const first = view.facts[from];
		if (isSurname(view, from + 1) && isSurname(view, from + 2) && mayBeGiven(view, from)) {
			found.push({ from, to: from + 3 });
			from += 2;
			continue;
		}
		if (!first?.sex || first.definite || !isName(from)) continue;
		let to = from + 1;
		while (to < from + longestName && (isName(to) || view.facts[to]?.roles.has("links"))) to++;
		while (view.facts[to - 1]?.roles.has("links")) to--;
		const certain = (t: number) => view.facts[t]?.parts === "" || view.facts[t]?.family;
		if (to - from < 2 || !Array.from({ length: to - from }, (_, i) => from + i).some(certain))
			continue;
		found.push({ from, to });
		from = to - 1;
	}
	return found;
}

/** الإدريسي: a surname with its article; الصلاحية is a noun. */
const isNisba = ({ kind, stem, parts }: WordFacts): boolean =>
	kind === "the-nisba" && !(endsAsAbstractNoun(stem) && parts.includes("N"));

/** ثورية الإدريسي القاسمي: before two surnames any word may be a given name. */
const mayBeGiven = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (!facts || facts.definite || facts.cue || facts.kinds.size > 0) return false;
	return /^\p{Script=Arabic}{3}/u.test(view.tokens[at]?.text ?? "") && facts.clitics === "";
};

const isSurname = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	return (
		facts?.definite === true && facts.family && facts.kind === "the-nisba" && facts.state === ""
	);
};

/** Two or three words with capitals in a row, within a sentence and in no list: Nuala Breslin. */
export function capitalNames(view: PassageView): Stretch[] {
	const isName = (t: number): boolean => {
		const facts = view.facts[t];
		if (!/^\p{Lu}[\p{Ll}'’-]/u.test(view.tokens[t]?.text ?? "")) return false;
		return facts?.sex !== "" || facts?.kinds.size === 0;
	};
	const found: Stretch[] = [];
	for (let from = 0; from < view.tokens.length; from++) {
		let to = from;
		while (isName(to)) to++;
		if (to - from === 2 || to - from === 3) found.push({ from, to });
		from = Math.max(from, to);
	}
	return found;
}
