import { rememberedWord } from "../text/memo.ts";
import { fold } from "../text/normalise.ts";
import { indefinite } from "./arabic-clitics.ts";

/**
 * What kind of word an Arabic word may be, read from the lexicon: enough to see where a name ends
 * and a clause begins. A word in neither list is most likely a name.
 */
export class WordClasses {
	readonly #nouns = new Set<string>();
	readonly #adjectives = new Set<string>();
	readonly #others = new Set<string>();
	readonly #past = new Set<string>();
	readonly #present = new Set<string>();

	/** `tables`: texts of lexicon files, `POS<TAB>english|…<TAB>arabic|…`. */
	constructor(tables: readonly string[]) {
		for (const table of tables) {
			for (const line of table.split("\n")) {
				const pos = line[0];
				if (line[1] !== "\t" || pos === "g") continue;
				const forms = line.slice(line.lastIndexOf("\t") + 1).split("|");
				if (pos === "v") this.#addVerb(forms);
				else if (pos === "x") for (const f of forms) this.#others.add(fold(f));
				else if (pos === "n" || pos === "a") {
					for (const f of forms) this.#addNoun(f);
					if (pos === "a")
						for (const f of forms) if (!f.includes(" ")) this.#adjectives.add(bare(fold(f)));
				}
			}
		}
	}

	// A verb entry lists the perfect before its imperfect in ي; what follows is the verbal noun.
	#addVerb(forms: readonly string[]): void {
		for (const [i, form] of forms.entries()) {
			if (form.includes(" ")) continue;
			const next = forms[i + 1];
			const word = fold(form);
			if (word.startsWith("ي") && i > 0) this.#present.add(word.slice(1));
			else if (next?.startsWith("ي")) this.#past.add(word);
			else this.#addNoun(form);
		}
	}

	#addNoun(form: string): void {
		if (!form.includes(" ")) this.#nouns.add(bare(fold(form)));
	}

	/** A common noun or adjective, with or without article, conjunction and regular endings. */
	readonly isNoun = rememberedWord((word) => hasForm(this.#nouns, word));

	readonly isAdjective = rememberedWord((word) => hasForm(this.#adjectives, word));

	/** An adverb, a preposition, a conjunction. */
	isFunction(word: string): boolean {
		return this.#others.has(word);
	}

	readonly isPast = rememberedWord((word) => hasPastForm(this.#past, word));

	/** The imperfect, with its personal prefix and the future particle. */
	readonly isPresent = rememberedWord((word) => hasPresentForm(this.#present, word));

	isVerb(word: string): boolean {
		return this.isPast(word) || this.isPresent(word);
	}
}

function hasPastForm(past: ReadonlySet<string>, word: string): boolean {
	if (past.has(word)) return true;
	for (const ending of ["ت", "وا", "ا", "تا", "ته", "ها", "ه"]) {
		if (word.endsWith(ending) && word.length - ending.length >= 2) {
			const stem = word.slice(0, -ending.length);
			if (past.has(stem) || past.has(`${stem}ي`) || past.has(`${stem}ا`)) return true;
		}
	}
	return false;
}

function hasPresentForm(present: ReadonlySet<string>, word: string): boolean {
	const w = /^س[يتنا]/.test(word) && word.length > 4 ? word.slice(1) : word;
	if (!/^[يتنا]/.test(w) || w.length < 4) return false;
	const rest = w.slice(1);
	if (present.has(rest)) return true;
	for (const ending of ["ون", "ان", "ها", "ه", "وا", "هم"]) {
		if (rest.endsWith(ending) && rest.length - ending.length >= 2) {
			const stem = rest.slice(0, -ending.length);
			if (present.has(stem) || present.has(`${stem}ي`)) return true;
		}
	}
	return false;
}

function bare(word: string): string {
	const w = /^[وفبكل]ال/.test(word) && word.length > 5 ? word.slice(1) : word;
	return indefinite(w);
}

/** The word itself or with one of the regular endings taken off. */
function hasForm(set: ReadonlySet<string>, word: string): boolean {
	const w = bare(word);
	if (set.has(w)) return true;
	for (const ending of ["ات", "ين", "ون", "ان", "ه", "ها", "هم", "يه", "ي"]) {
		if (w.length - ending.length < 3 || !w.endsWith(ending)) continue;
		const stem = w.slice(0, -ending.length);
		if (set.has(stem) || set.has(`${stem}ه`)) return true;
	}
	return false;
}
