import { z } from "zod";
import { fold } from "../language/normalise.ts";
import { stemArabic } from "../language/stem-arabic.ts";
import { stemEnglish } from "../language/stem-english.ts";
import { tokens } from "../language/tokens.ts";
import { type NamedEntity, NameTable } from "./names.ts";

const words = z.array(z.string().min(1));
/** A topic tag and the words that give it away, in both languages. */
export const Topics = z.strictObject({
	topics: z.array(z.strictObject({ tag: z.string(), ar: words, en: words })),
});
export type Topics = z.infer<typeof Topics>;

/** What a claim is about: entities by their English names, and topic tags. */
export class Subjects {
	readonly #topics = new NameTable<string>();
	readonly #entities: NameTable<NamedEntity>;

	constructor(topics: Topics, entities: NameTable<NamedEntity>) {
		this.#entities = entities;
		for (const { tag, ar, en } of topics.topics) {
			for (const w of ar) this.#topics.add(stems(w, stemArabic).join(" "), tag);
			for (const w of en) this.#topics.add(stems(w, stemEnglish).join(" "), tag);
		}
	}

	/** `people`: whom the article introduces and no table may know, by their last names as well. */
	of(
		quote: string,
		people: readonly { name: string; last: string }[],
	): { about: string[]; topics: string[] } {
		const words = tokens(quote).map((t) => t.text);
		const stemmed = words.map((w) => (/[a-z]/.test(w) ? stemEnglish(w) : stemArabic(w)));
		const about = new Set<string>();
		const topics = new Set<string>();
		for (const [i, word] of words.entries()) {
			const entity = this.#entities.match(words, i) ?? this.#prefixed(words, i, word);
			if (entity) about.add(entity.value.state ?? entity.value.en);
			const topic = this.#topics.match(stemmed, i);
			if (topic) topics.add(topic.value);
		}
		const held = new Set(words);
		for (const { name, last } of people) if (last.length > 2 && held.has(last)) about.add(name);
		return { about: [...about], topics: [...topics] };
	}

	/** لروسيا, وبكين: a name behind a one-letter particle. */
	#prefixed(words: readonly string[], at: number, word: string) {
		if (!/^[وفبلك]/.test(word) || word.length < 4) return undefined;
		const bare = word.startsWith("لل") ? `ال${word.slice(2)}` : word.slice(1);
		return this.#entities.match(words, at, words.length, bare);
	}
}

function stems(text: string, stem: (w: string) => string): string[] {
	return fold(text).split(/\s+/).map(stem);
}
