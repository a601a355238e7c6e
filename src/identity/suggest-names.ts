import type { Article } from "../domain/article.ts";
import { outlineOf } from "../domain/article-outline.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import { fold } from "../language/text/normalise.ts";
import { nameOf } from "./identity.ts";
import type { IdentityTable } from "./identity-table.ts";

export type NameField = "by" | "outlet" | "topic";

/** Names of the corpus by field, those that occur most first; of outlets those that published. */
export type CorpusNames = {
	by(field: NameField): readonly Bilingual[];
	/** Names of which a word begins like the last word typed and which hold the others. */
	like(field: NameField, text: string, limit: number): string[];
};

/** Who published articles stands before those whose reports they quote. */
const asPublisher = 1_000_000;

const byTable = new WeakMap<IdentityTable, CorpusNames>();

/** Counted once for each state of the corpus; `who` is of these articles. */
export function namesOf(articles: readonly Article[], who: IdentityTable): CorpusNames {
	const known = byTable.get(who);
	if (known) return known;
	const made = countNames(articles, who);
	byTable.set(who, made);
	return made;
}

function countNames(articles: readonly Article[], who: IdentityTable): CorpusNames {
	const fields = { by: new Tally(), outlet: new Tally(), topic: new Tally() };
	for (const one of who.identities) {
		const label = { en: nameOf(one, "en"), ar: nameOf(one, "ar") };
		const spellings = [...one.spellings, ...one.aliases];
		if (one.claims > 0) fields.by.add(one.id, label, spellings, one.claims);
		// Who relays a statement may be anybody: an unnamed source is no outlet.
		if (one.printed > 0 || (one.relayed > 0 && one.isListedOutlet))
			fields.outlet.add(one.id, label, spellings, one.printed * asPublisher + one.relayed);
	}
	for (const article of articles)
		for (const name of outlineOf(article).topics) {
			// Whoever is known by this very name is called so in both languages.
			const [one, ...others] = who.named(name);
			const label = one && others.length === 0 && { en: nameOf(one, "en"), ar: nameOf(one, "ar") };
			fields.topic.add(name, label || undefined);
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

	add(
		key: string,
		label: Bilingual = { en: key, ar: key },
		spellings: readonly string[] = [key],
		count = 1,
	): void {
		const known = this.#counts.get(key);
		if (known) known.count += count;
		else {
			// A blank before each word, so that a beginning is found as such; the article is no beginning.
			const folded = [...new Set([...spellings, label.en, label.ar])].map(
				(each) => ` ${fold(each)} ${fold(each).replace(/(^| )ال/g, "$1")}`,
			);
			this.#counts.set(key, { label, folded, count });
		}
	}

	sorted(): Counted[] {
		return [...this.#counts.values()].sort(
			(a, b) => b.count - a.count || (a.label.en < b.label.en ? -1 : 1),
		);
	}
}
