import type { Article } from "../domain/article.ts";
import { type ClaimCounts, countClaims } from "../domain/claim-standing.ts";
import {
	type ArticleChange,
	changesOf,
	type Moves,
	marksOf,
	replacedBy,
	withdrawalsOf,
} from "./sameness/article-changes.ts";
import type { CorpusWriter } from "./store/write-corpus.ts";

/** Contradictions that each article is to hold, seen over the whole corpus. */
export type Relate = (
	changed: readonly Article[],
	kept: readonly Article[],
) => Promise<Map<string, Article["contradictions"]>>;

export type Committed = {
	/** Articles that were taken. */
	articles: number;
	added: string[];
	updated: string[];
	changes: ArticleChange[];
	/** How the claims of the articles that were taken stand. */
	claims: ClaimCounts;
};

/** Is told what is about to change. */
export type Announce = (changes: readonly ArticleChange[]) => Promise<void>;

/** What one run did to the articles of a corpus. */
export type IntakeMoves = Omit<Moves, "taken"> & {
	taken: ReadonlyMap<string, { article: Article; source: string | null }>;
	/** Stored articles that are left with fewer places, or with more. */
	moved: ReadonlyMap<string, Article>;
};

/** Writes all of it in one step. Errors: `corpus_unwritable`. */
export async function commitIntake(
	moves: IntakeMoves,
	writer: CorpusWriter,
	{ relate, announce }: { relate?: Relate | undefined; announce?: Announce | undefined },
): Promise<Committed> {
	const { stored, left, moved } = moves;
	const taken = [...moves.taken.values()];
	const removed = [...left.keys()];
	if (taken.length + removed.length + moved.size === 0)
		return { articles: 0, added: [], updated: [], changes: [], claims: countClaims([]) };
	const sources = new Map<string, string>();
	for (const { article, source } of taken) if (source !== null) sources.set(article.id, source);
	const kept = [...stored.values()]
		.filter(({ id }) => !moves.taken.has(id) && !left.has(id))
		.map((article) => moved.get(article.id) ?? article);
	const held = await relate?.(
		taken.map(({ article }) => article),
		kept,
	);
	const withHeld = (article: Article) => ({
		...article,
		contradictions: held?.get(article.id) ?? article.contradictions,
	});
	const fresh = taken.map(({ article }) => withHeld(article));
	// An older article that a new one contradicts, or does no more, changes with it.
	const related = kept
		.map(withHeld)
		.filter((article) => moved.has(article.id) || differs(article, stored));
	const changes = [...changesOf(fresh, moves), ...marksOf(related, moves), ...withdrawalsOf(moves)];
	await announce?.(changes);
	const { written } = await writer.commit({
		put: [...fresh, ...related],
		remove: removed,
		sources,
	});
	const own = new Set(written.filter((id) => moves.taken.has(id)));
	const isKnown = (id: string) => stored.has(id) || replacedBy(id, moves) !== undefined;
	return {
		articles: taken.length,
		added: [...own].filter((id) => !isKnown(id)),
		updated: [...own].filter(isKnown),
		changes,
		claims: countClaims(fresh.flatMap((article) => article.claims)),
	};
}

function differs(article: Article, stored: ReadonlyMap<string, Article>): boolean {
	const before = stored.get(article.id)?.contradictions ?? [];
	return JSON.stringify(before) !== JSON.stringify(article.contradictions);
}
