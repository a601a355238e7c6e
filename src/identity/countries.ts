/** A name in both languages. */
export type NamePair = { english: string; arabic: string };

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * Countries and territories in both languages, as the Unicode CLDR that comes with the runtime has
 * them. About 280 pairs.
 */
export function countryNames(): NamePair[] {
	return pairs(
		"region",
		[...alphabet].flatMap((a) => [...alphabet].map((b) => a + b)),
	);
}

/** Languages with a code of two letters. About 180 pairs. */
export function languageNames(): NamePair[] {
	const letters = alphabet.toLowerCase();
	return pairs(
		"language",
		[...letters].flatMap((a) => [...letters].map((b) => a + b)),
	);
}

/** Currencies. About 300 pairs. */
export function currencyNames(): NamePair[] {
	return pairs("currency", Intl.supportedValuesOf("currency"));
}

function pairs(type: "region" | "language" | "currency", codes: string[]): NamePair[] {
	const english = new Intl.DisplayNames("en", { type, fallback: "none" });
	const arabic = new Intl.DisplayNames("ar", { type, fallback: "none" });
	const out: NamePair[] = [];
	for (const code of codes) {
		const en = english.of(code);
		if (!en) continue;
		const ar = arabic.of(code);
		if (ar && ar !== en) out.push({ english: en, arabic: ar });
	}
	return out;
}

/**
 * What an English ending of origin makes of a country's folded name: Russia + n, but not Iran + n; Italy, Chile and
 * Cuba lose their vowel before a vowel.
 */
export function withOriginEnding(name: string, ending: string): string[] {
	if (ending === "n") return name.endsWith("a") ? [`${name}n`] : [];
	return [...new Set([name + ending, name.replace(/[aeoy]$/, "") + ending])];
}
