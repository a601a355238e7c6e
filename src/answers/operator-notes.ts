import type { AnswerItem } from "../domain/answer.ts";
import type { Article } from "../domain/article.ts";
import type { Say } from "../domain/messages.ts";
import { type Language, languages } from "../domain/sets/languages.ts";
import type { Library } from "./library.ts";

type Told = { library: Library; takenDown: number; language: Language; say: Say };

/** What an operator took down or set, where a reader would take what is shown for all that was read. */
export function operatorNotes(
	answered: boolean,
	shown: readonly AnswerItem[],
	{ library, takenDown, language, say }: Told,
): string[] {
	const out = answered ? [] : takenDownNotes(takenDown, language, say);
	const cited = new Set(
		shown.flatMap((item) => (item.kind === "source" ? [] : [item.citation.article])),
	);
	const changes = [...cited].flatMap((id) => library.article(id)?.operator ?? []);
	const parts = changes.reduce((sum, { passages, claims }) => sum + passages + claims, 0);
	if (parts > 0) out.push(say(language, "note.parts_taken_down", { count: parts }));
	const isSet = shown.some((item) => "claim" in item && item.claim?.corrected !== undefined);
	if (isSet || changes.some(({ outlet }) => outlet))
		out.push(
			say(language, "note.operator_set", { fields: fieldsOf(shown, changes, language, say) }),
		);
	return out;
}

/** That whole articles are missing; none where none is. */
export function takenDownNotes(count: number, language: Language, say: Say): string[] {
	return count > 0 ? [say(language, "note.taken_down", { count })] : [];
}

/** That articles were annotated by people and are told in our words, where a corpus holds such. */
export function renderingNotes(
	articles: readonly Pick<Article, "rendering">[],
	language: Language,
	say: Say,
): string[] {
	const count = articles.filter(({ rendering }) => rendering === "paraphrase").length;
	return count > 0 ? [say(language, "note.by_hand", { count })] : [];
}

function fieldsOf(
	shown: readonly AnswerItem[],
	changes: readonly NonNullable<Article["operator"]>[],
	language: Language,
	say: Say,
): string {
	const claims = shown.flatMap((item) => ("claim" in item && item.claim ? [item.claim] : []));
	const fields = new Set<string>(claims.flatMap(({ corrected = [] }) => corrected));
	if (changes.some(({ outlet }) => outlet)) fields.add("outlet");
	return [...fields]
		.map((field) => say(language, `correction.field.${field}`))
		.join(languages[language].comma);
}
