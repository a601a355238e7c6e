import type { AnswerItem } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { tokens } from "../../language/text/tokens.ts";
import { deniedTopicsOf } from "../denial-scope.ts";

/** More would be read by nobody. */
const mostTold = 3;

/** Tells beside each denial of a part what it names and no more, where that is known in the asker's language. */
export function tellDeniedTopics(item: AnswerItem, language: Language, names: NameMatcher): void {
	const said = item.kind === "claim" || item.kind === "passage" ? item.claim : undefined;
	if (!said || item.kind === "source" || item.kind === "event") return;
	for (const rival of item.contradictedBy ?? []) {
		if (rival.kind !== "denial" || rival.strength !== "partial") continue;
		const denial = [rival.claim, said].find(({ act }) => act === "denies");
		const topics = denial ? topicsOf(denial, language, names) : [];
		if (topics.length > 0) rival.deniedTopics = topics;
	}
}

/** None where one of them has no word in that language: the others would be told to be all. */
function topicsOf(denial: Claim, language: Language, names: NameMatcher): string[] {
	const tags = deniedTopicsOf(denial);
	if (tags.length > mostTold) return [];
	const told = language === "en" ? tags : tags.map((tag) => inArabic(tag, names));
	return told.every((text) => text !== null) ? told : [];
}

/** A tag is English; one of several words has to be a term of its own. */
function inArabic(tag: string, names: NameMatcher): string | null {
	const words = tokens(tag).map(({ text }) => text);
	const found = names.inOtherLanguage(words, 0);
	return found && found.length === words.length ? found.text : null;
}
