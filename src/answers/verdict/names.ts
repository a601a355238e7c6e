import type { Claim } from "../../domain/article.ts";
import { type Language, languages } from "../../domain/sets/languages.ts";
import { inLine } from "../in-line.ts";

/** More are counted by the items below. */
const mostNames = 3;

/** Who speaks in these claims, each once, in the asker's language where it is known. */
export function namesOf(claims: readonly Claim[], language: Language): string {
	return told(speakersOf(claims, language), language);
}

/** Those of two sides: whoever is on both is named on the other one, unless nobody else is on his own. */
export function namesApart(
	own: readonly Claim[],
	others: readonly Claim[],
	language: Language,
): { who: string; other: string } {
	const all = speakersOf(own, language);
	const other = speakersOf(others, language);
	const alone = all.filter((name) => !other.includes(name));
	return { who: told(alone.length > 0 ? alone : all, language), other: told(other, language) };
}

/** Each once, as they are told. */
export function speakersOf(claims: readonly Claim[], language: Language): string[] {
	const names = claims.map(({ speaker }) =>
		nameOf(speaker.label?.[language] ?? speaker.name, language),
	);
	return [...new Set(names)];
}

function told(names: readonly string[], language: Language): string {
	const more = names.length > mostNames ? "…" : "";
	return names.slice(0, mostNames).join(languages[language].comma) + more;
}

export function nameOf(name: string, language: Language): string {
	return inLine(name, language);
}
