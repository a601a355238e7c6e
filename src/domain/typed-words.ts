import type { Say } from "./messages.ts";
import { languageKeys } from "./sets/languages.ts";

/** Words of both languages by what they stand for: `say` gives those of each, `|` between them. */
export function wordsFor<K extends string>(
	say: Say,
	prefix: string,
	keys: readonly K[],
): ReadonlyMap<string, K> {
	const out = new Map<string, K>();
	for (const key of keys) {
		for (const language of languageKeys) {
			for (const word of say(language, `${prefix}.${key}`).split("|")) out.set(plain(word), key);
		}
	}
	return out;
}

/** Typed with or without hamza, ta marbuta, vowel signs, underscore or hyphen: the same word. */
export function plain(word: string): string {
	return word
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\u064b-\u065f\u0640]/g, "")
		.replace(/[أإآ]/g, "ا")
		.replace(/ة$/, "ه")
		.replace(/[_\s]/g, "-");
}

/** Digits as Arabic and Persian keyboards type them: ٢٠٢٣ and ۲۰۲۳ are 2023. */
export function westernDigits(value: string): string {
	return value
		.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0));
}
