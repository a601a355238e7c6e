import { type Language, languageOr } from "../../../src/domain/sets/languages.ts";

/** A browser names a handful; of a longer list nobody reads the end. */
const mostNamed = 20;

/** The language of a page: the one that its address names, else the first that the browser asks for. */
export function languageAsked(named: string | undefined, accepted: string | undefined): Language {
	const chosen = languageOr(named, null);
	if (chosen) return chosen;
	const wanted = (accepted ?? "")
		.split(",", mostNamed)
		.map((each) => {
			const [tag = "", ...params] = each.trim().split(";");
			const q = params.map((param) => /^\s*q=([\d.]{1,5})\s*$/.exec(param)?.[1]).find(Boolean);
			return { language: languageOr(tag.split("-")[0]?.toLowerCase(), null), q: Number(q ?? 1) };
		})
		.filter(({ language, q }) => language !== null && q > 0)
		.sort((a, b) => b.q - a.q);
	return wanted[0]?.language ?? "en";
}
