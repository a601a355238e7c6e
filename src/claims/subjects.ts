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

	/** `people`: names that the article introduces, for those that no table knows. */
	of(quote: string, people: readonly string[]): { about: string[]; topics: string[] } {
		const list = tokens(quote).map((t) => t.text);
		const about = new Set<string>();
		const topics = new Set<string>();
		const stemmed = list.map((w) => (/[a-z]/.test(w) ? stemEnglish(w) : stemArabic(w)));
		for (let i = 0; i < list.length; i++) {
			const near = list.slice(i, i + 6);
			const hit = this.#entities.match(near, 0) ?? this.#entities.match(unprefixed(near), 0);
			if (hit) about.add(hit.value.en);
			const topic = this.#topics.match(stemmed, i);
			if (topic) topics.add(topic.value);
		}
		const folded = ` ${list.join(" ")} `;
		for (const name of people) {
			const last = fold(name).split(" ").at(-1) ?? "";
			if (last.length > 2 && folded.includes(` ${last} `)) about.add(name);
		}
		return { about: [...about], topics: [...topics] };
	}
}

function stems(text: string, stem: (w: string) => string): string[] {
	return fold(text).split(/\s+/).map(stem);
}

/** لروسيا, وبكين: a name behind a one-letter particle. */
function unprefixed([first = "", ...rest]: readonly string[]): string[] {
	if (!/^[وفبلك]/.test(first) || first.length < 4) return [];
	return [first.startsWith("لل") ? `ال${first.slice(2)}` : first.slice(1), ...rest];
}
