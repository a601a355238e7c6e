import { coverageNote } from "../answers/notes.ts";
import type { Article } from "../domain/article.ts";
import type { Overview } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { IdentityTable } from "../identity/identity-table.ts";
import { namesOf } from "../identity/suggest-names.ts";

/** Articles, and who is who in them. */
export type Corpus = { articles: readonly Article[]; who: IdentityTable };

/** Outlets and speakers that are named: more would be read by nobody. */
const mostNamed = 10;

/** What the corpus covers and how to ask it, with questions that this corpus answers. */
export function overviewOf({ articles, who }: Corpus, language: Language, say: Say): Overview {
	const names = namesOf(articles, who);
	const label = (name: Record<Language, string>) => name[language];
	return {
		language,
		coverage: coverageNote(articles, language, say),
		outlets: names.by("outlet").slice(0, mostNamed).map(label),
		speakers: names.by("by").slice(0, mostNamed).map(label),
		hints: ["ask", "claims", "timeline", "filters", "threads"].map((key) =>
			say(language, `hint.${key}`),
		),
		examples: examplesOf({ articles, who }, language, say),
	};
}

/** One question a kind, made of what most claims are about and who makes most of them. */
export function examplesOf(
	{ articles, who }: Corpus,
	language: Language,
	say: Say,
): Overview["examples"] {
	const names = namesOf(articles, who);
	const label = (name: Record<Language, string>) => name[language];
	const topics = names.by("topic").map(label);
	const [first, second = first] = topics;
	const [speaker] = names.by("by").map(label);
	const out: Overview["examples"] = [];
	const add = (kind: string, name: string, text: string) =>
		out.push({
			label: say(language, `example.${kind}`, { text }),
			name: say(language, `command.${name}`).split("|")[0] ?? name,
			text,
		});
	const both = [first, second].filter((word, n, all) => word && all.indexOf(word) === n).join(" ");
	if (both) add("claims", "claims", both);
	if (speaker) add("ask", "ask", say(language, "example.question", { speaker }));
	if (first) add("timeline", "timeline", first);
	if (articles.length > 0) add("sources", "sources", "");
	return out;
}
