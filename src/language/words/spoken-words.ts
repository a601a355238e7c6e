import { z } from "zod";
import { fold } from "../text/normalise.ts";
import { withoutConjunction } from "./arabic-clitics.ts";

/** `index-data/spoken.json`: what people say, by what news write for it, the likeliest first. */
export const SpokenData = z.object({
	/** Imperfects, in the form with ي. */
	verbs: z.record(z.string(), z.array(z.string()).min(1)),
	/** Perfects, masculine singular. */
	perfects: z.record(z.string(), z.array(z.string()).min(1)),
	/** Words that have one form. */
	others: z.record(z.string(), z.array(z.string()).min(1)),
});
export type SpokenData = z.infer<typeof SpokenData>;

type Table = ReadonlyMap<string, readonly string[]>;

/** The mark that speech puts before an imperfect, and the person behind it: بيرجعوا, حترجع, هيرجع, كيرجع. */
const marked = /^[بحهك](?=[يتن])/u;
const imperfect = /^[يتن](.{2,}?)(?:وا|ون|و|ين|ي)?$/u;
const perfect = /^(.{2,}?)(?:[وتن][او]?)?(?:ه[ام]?)?$/u;
/** Where speech writes a mark and leaves out the person: بصير for يصير. */
const bareMarked = /^ب(.{2,}?)(?:وا?)?$/u;
/** What speech writes in front of the article's ل, and the noun behind: هالقضية, عالطريق. */
const beforeArticle = /^[وبلف]?[هع]ال(.{3,})$/u;

/** Arabic as it is spoken, in the words that news write. */
export class SpokenWords {
	readonly #verbs: Table;
	readonly #perfects: Table;
	readonly #others: Table;

	constructor({ verbs, perfects, others }: SpokenData) {
		this.#verbs = folded(verbs);
		this.#perfects = folded(perfects);
		this.#others = folded(others);
	}

	/**
	 * The noun behind what speech writes onto its article, and what news write for it: هالقضية, عالماتش. By its
	 * letters alone: a word that a list knows (عالمية) is no such form.
	 */
	behindArticle(word: string): readonly string[] {
		const noun = beforeArticle.exec(word)?.[1];
		return noun ? [`ال${noun}`, ...(this.#others.get(noun) ?? [])] : [];
	}

	/** What news write for a folded word; of a verb that only has speech's mark, itself without it. Empty for others. */
	written(word: string): readonly string[] {
		const bare = withoutConjunction(word, 3);
		const own = this.#others.get(word) ?? this.#others.get(bare);
		if (own) return own;
		const perfects = this.#perfects.get(bare) ?? this.#perfects.get(perfect.exec(bare)?.[1] ?? "");
		const form = bare.replace(marked, "");
		const [, whole = ""] = /^[يتن](.+)$/u.exec(form) ?? [];
		const [, stem = ""] = imperfect.exec(form) ?? [];
		const known =
			this.#verbs.get(`ي${whole}`) ??
			this.#verbs.get(`ي${stem}`) ??
			// Its passive: بيتقفل, ينقفل.
			(/^[تن]/u.test(stem) ? this.#verbs.get(`ي${stem.slice(1)}`) : undefined) ??
			this.#verbs.get(`ي${bareMarked.exec(bare)?.[1]}`);
		if (known) return known;
		if (perfects) return perfects;
		if (form === bare || stem.length < 3) return [];
		// Speech drops the hamza that is written on a waw: بتأجل for تؤجل.
		const soft = stem.startsWith("ا") ? [`يو${stem.slice(1)}`] : [];
		return [`ي${stem}`, ...soft];
	}
}

function folded(data: Readonly<Record<string, readonly string[]>>): Table {
	return new Map(Object.entries(data).map(([word, written]) => [fold(word), written.map(fold)]));
}
