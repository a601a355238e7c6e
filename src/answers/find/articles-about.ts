import { type Article, openingOf } from "../../domain/article.ts";
import { type PassageHit, type PassageSearch, passageKey } from "../../domain/passage-search.ts";
import type { Findings } from "./find-passages.ts";
import { thresholds } from "./thresholds.ts";

/** Of whoever speaks in more articles enough is found by the words themselves. */
const mostArticles = 200;
/** So many passages name what the article is about, where neither its headline nor its opening does. */
const leastNaming = 3;

/**
 * The articles about the topic in which whoever is asked for speaks: his claims in them are on it,
 * although their own words may not name it. Empty where no topic or nobody is asked for.
 */
export async function articlesAbout(
	search: PassageSearch,
	{ request, reading, tests, library, names }: Findings,
): Promise<ReadonlySet<Article>> {
	const { text, by, command } = request;
	if (command !== "claims" || !text || !by || !tests.by) return new Set();
	const { identities } = names.whoIn(library.articles).find(by);
	const ids = new Set(identities.flatMap(({ articles }) => articles));
	if (ids.size === 0 || ids.size > mostArticles) return new Set();
	const spoken = [...ids].flatMap((id) => library.article(id) ?? []);
	const passages = new Set(
		spoken.flatMap((article) =>
			article.passages.map((passage) => passageKey({ article, passage })),
		),
	);
	const topic = reading.topicText || text;
	const { hits } = await search.search({
		...{ text: topic, language: reading.language, limit: 1_000 },
		within: { passages },
	});
	const naming = hits.filter(({ coverage }) => coverage >= thresholds.aboutCoverage);
	return new Set(spoken.filter((article) => isAbout(article, naming)));
}

function isAbout(article: Article, naming: readonly PassageHit[]): boolean {
	const own = naming.filter((hit) => hit.article === article);
	const opening = openingOf(article);
	return (
		own.length >= leastNaming ||
		own.some(({ passage }) => passage.kind === "title" || passage === opening)
	);
}
