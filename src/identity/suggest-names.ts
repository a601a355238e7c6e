import type { Article } from "../domain/article.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import { fold } from "../language/text/normalise.ts";

export type NameField = "by" | "outlet" | "topic";

/** Names of the corpus by field, those that occur most first. */
export type CorpusNames = {
	by(field: NameField): readonly Bilingual[];
	/** Names of which a word begins like the last word typed and which hold the others. */
	like(field: NameField, text: string, limit: number): string[];
};

const byCorpus = new WeakMap<readonly Article[], CorpusNames>();

/** Counted once for each state of the corpus. */
export function namesOf(articles: readonly Article[]): CorpusNames {
	const known = byCorpus.get(articles);
	if (known) return known;
	const made = countNames(articles);
	byCorpus.set(articles, made);
	return made;
}

function countNames(articles: readonly Article[]): CorpusNames {
	const fields = { by: new Tally(), outlet: new Tally(), topic: new Tally() };
	for (const { outlet, outletLabel, claims } of articles) {
		if (outlet) fields.outlet.add(outlet, outletLabel);
		for (const { speaker, via, about, topics } of claims) {
			if (speaker.kind !== "anonymous") fields.by.add(speaker.name, speaker.label);
			for (const name of via) fields.outlet.add(name);
			for (const name of new Set([...about, ...topics])) fields.topic.add(name);
		}
	}
	const sorted = {
		by: fields.by.sorted(),
		outlet: fields.outlet.sorted(),
		topic: fields.topic.sorted(),
	};
	return {
		by: (field) => sorted[field].map(({ label }) => label),
		like: (field, text, limit) => {
			const words = fold(text).split(/\s+/).filter(Boolean);
			const out = new Set<string>();
			for (const { label, folded } of sorted[field]) {
				if (out.size >= limit) break;
				const arabic = /\p{Script=Arabic}/u.test(text);
				if (words.every((word) => folded.some((name) => name.includes(` ${word}`))))
					out.add(arabic ? label.ar : label.en);
			}
			return [...out];
		},
	};
}

type Counted = { label: Bilingual; folded: string[]; count: number };

class Tally {
	readonly #counts = new Map<string, Counted>();

	add(name: string, label: Bilingual = { en: name, ar: name }): void {
		const known = this.#counts.get(name);
		if (known) known.count++;
		else {
			// A blank before each word, so that a beginning is found as such; the article is no beginning.
			const spellings = [...new Set([name, label.en, label.ar])];
			const folded = spellings.map(
				(each) => ` ${fold(each)} ${fold(each).replace(/(^| )ال/g, "$1")}`,
			);
			this.#counts.set(name, { label, folded, count: 1 });
		}
	}

	sorted(): Counted[] {
		return [...this.#counts.values()].sort(
			(a, b) => b.count - a.count || (a.label.en < b.label.en ? -1 : 1),
		);
	}
}
