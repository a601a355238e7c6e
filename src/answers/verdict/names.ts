import type { Claim } from "../../domain/article.ts";
import { type Language, languages } from "../../domain/sets/languages.ts";
import { inLine } from "../in-line.ts";

/** More are counted by the items below. */
const mostNames = 3;

/** Who speaks in these claims, each once, in the asker's language where it is known. */
export function namesOf(claims: readonly Claim[], language: Language): string {
	const names = claims.map(({ speaker }) =>
		nameOf(speaker.label?.[language] ?? speaker.name, language),
	);
	const once = [...new Set(names)];
	const more = once.length > mostNames ? "…" : "";
	return once.slice(0, mostNames).join(languages[language].comma) + more;
}

export function nameOf(name: string, language: Language): string {
	return inLine(name, language);
}
