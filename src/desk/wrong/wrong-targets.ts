import { claimOf, type Target } from "../../corrections/targets.ts";
import type { Article, Claim } from "../../domain/article.ts";
import { mayClaim } from "../../domain/article-outline.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { ItemPlace } from "../../domain/state/conversation.ts";

/** What an item of an answer cites, in the articles as they were read; null where that is gone. */
export function targetAt(place: ItemPlace, articles: readonly Article[]): Target | null {
	const article = articles.find(({ id }) => id === place.article);
	if (!article) return null;
	const passage = article.passages.find(({ id }) => id === place.passage);
	if (!passage) return place.passage === "" ? { article } : null;
	const stated = article.claims.find(({ id }) => id === place.stated);
	// A passage may be quoted for one claim of several.
	const [only, ...more] = article.claims.filter(
		({ passage: of, source: { line, start } }) =>
			of === passage.id && line === place.line && start === place.start,
	);
	const claim = stated ?? (more.length === 0 ? only : undefined);
	return { article, passage, ...(claim ? { claim } : {}) };
}

/** The claim with this id; null where no article makes it, or tells it in a pair. */
export function claimWithId(id: string, articles: readonly Article[]): Required<Target> | null {
	for (const article of articles) {
		if (!mayClaim(article, id)) continue;
		const claim = article.claims.find((each) => each.id === id);
		const passage = article.passages.find((each) => each.id === claim?.passage);
		if (claim && passage) return { article, passage, claim };
	}
	return toldWithId(id, articles);
}

function toldWithId(id: string, articles: readonly Article[]): Required<Target> | null {
	const told = articles
		.flatMap(({ contradictions }) => contradictions.flatMap((pair) => pair.told ?? []))
		.find(({ claim }) => claim.id === id);
	const article = articles.find((each) => each.id === told?.article);
	const passage = article?.passages.find((each) => each.id === told?.claim.passage);
	return told && article && passage ? { article, passage, claim: told.claim } : null;
}

/** The claim that is meant, or the only one of the passage; null where it may be several. */
export function onlyClaim(target: Target): Claim | null {
	try {
		return claimOf(target);
	} catch {
		return null;
	}
}

/** Without what was sent: it may be anything. */
export function noTarget(): IsnadError {
	return new IsnadError("correction_refused", "What was corrected is gone: ask again.", {
		key: "correction_no_target",
	});
}
