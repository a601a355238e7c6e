import { z } from "zod";
import { type NamedEntity, NameTable } from "../identity/name-table.ts";
import { rememberedWord } from "../language/text/memo.ts";
import { fold } from "../language/text/normalise.ts";
import { wordsOf } from "../language/text/tokens.ts";
import { behindParticle } from "../language/words/arabic-clitics.ts";
import { stemArabic } from "../language/words/stem-arabic.ts";
import { stemEnglish } from "../language/words/stem-english.ts";

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

	/** Whether an entity or a topic may begin with the word: most words begin none. */
	readonly #tells = rememberedWord((word) => {
		const entities = this.#entities;
		return (
			entities.begins(word) ||
			entities.begins(behindParticle(word) ?? word) ||
			this.#topics.begins(stemOf(word))
		);
	});

	/** `people`: whom the article introduces and no table may know, by their last names as well. */
	of(
		quote: string,
		people: readonly { name: string; last: string }[],
	): { about: string[]; topics: string[] } {
		const words = wordsOf(quote);
		let stemmed: readonly string[] | undefined;
		const about = new Set<string>();
		const topics = new Set<string>();
		for (let i = 0; i < words.length; i++) {
			const word = words[i] ?? "";
			if (!this.#tells(word)) continue;
			stemmed ??= words.map(stemOf);
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
		const bare = behindParticle(word);
		return bare === undefined ? undefined : this.#entities.match(words, at, words.length, bare);
	}
}

const stemOf = rememberedWord((w) => (/[a-z]/.test(w) ? stemEnglish(w) : stemArabic(w)));

function stems(text: string, stem: (w: string) => string): string[] {
	return fold(text).split(/\s+/).map(stem);
}
