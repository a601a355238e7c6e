import { isDeepStrictEqual } from "node:util";
import type { Article } from "../../domain/article.ts";
import type { ArticleHead, Change } from "../../domain/state/change-journal.ts";
import { fold } from "../../language/text/normalise.ts";
import { claimChanges } from "./claim-changes.ts";

/** A change of the corpus before it is numbered and dated. */
export type ArticleChange = Omit<Change, "seq" | "at">;

/** What one run does to the articles of a corpus, by their ids. */
export type Moves = {
	stored: ReadonlyMap<string, Article>;
	taken: ReadonlyMap<string, { article: Article }>;
	/** Stored articles that leave, with what took their place. */
	left: ReadonlyMap<string, string | null>;
	/** By taken article: the one whose newer version it is. */
	versionOf: ReadonlyMap<string, string>;
};

/** The article that left for this one. */
export function replacedBy(id: string, { versionOf, left }: Moves): string | undefined {
	const old = versionOf.get(id);
	return old !== undefined && left.has(old) ? old : undefined;
}

/** What is told of the articles that were taken: those that are new, and those that changed. */
export function changesOf(taken: readonly Article[], moves: Moves): ArticleChange[] {
	const { stored, versionOf } = moves;
	return taken.flatMap((article): ArticleChange[] => {
		const before = replacedBy(article.id, moves) ?? null;
		const same = stored.get(article.id);
		const older = same ?? stored.get(versionOf.get(article.id) ?? "");
		// One that its publisher stands by again makes all of its claims anew.
		const claims = claimChanges(isMadeAgain(older, article) ? undefined : older, article);
		// What the page says stayed: only what stands against it elsewhere changed, or where it stands.
		if (same && isDeepStrictEqual(asStored(same), asStored(article))) return [];
		const kind = same || before ? "updated" : "added";
		const corrected = older ? newlyCorrected(older, article) : [];
		const head = { ...headOf(older ?? article), ...(corrected.length > 0 ? { corrected } : {}) };
		return [{ kind, article: article.id, before, ...claims, head }, ...markOf(article, older)];
	});
}

/** What is told of articles that stay and were marked. */
export function marksOf(articles: readonly Article[], { stored, taken }: Moves): ArticleChange[] {
	const marked = articles.filter(({ id }) => !taken.has(id));
	return marked.flatMap((article) => markOf(article, stored.get(article.id)));
}

/** That an article does not stand as it did before, where that is so. */
export function markOf(article: Article, before: Article | undefined): ArticleChange[] {
	const { standing } = article;
	if (!standing || before?.standing?.kind === standing.kind) return [];
	const nothing = { before: null, newClaims: [] };
	const head = { ...headOf(article), standing };
	return [{ kind: "marked", article: article.id, ...nothing, goneClaims: article.claims, head }];
}

function isMadeAgain(before: Article | undefined, after: Article): boolean {
	return before?.standing !== undefined && after.standing === undefined;
}

/** Claims that a notice concerns which the article did not carry before. */
function newlyCorrected(before: Article, after: Article): string[] {
	const had = new Set(before.notices?.map(({ quote }) => fold(quote)));
	const fresh = (after.notices ?? []).filter(
		({ kind, quote }) => kind === "corrected" && !had.has(fold(quote)),
	);
	const all = after.claims.map(({ id }) => id);
	return [...new Set(fresh.flatMap(({ claims }) => (claims.length > 0 ? claims : all)))];
}

/** What is told of those that left and have no newer version. */
export function withdrawalsOf(moves: Moves): ArticleChange[] {
	const { stored, taken, left } = moves;
	const used = new Set([...taken.keys()].map((id) => replacedBy(id, moves)));
	return [...left.keys()].flatMap((id): ArticleChange[] => {
		const old = stored.get(id);
		if (!old || used.has(id)) return [];
		const successor = taken.get(left.get(id) ?? "")?.article;
		const goneClaims = successor ? claimChanges(old, successor).goneClaims : old.claims;
		return [
			{
				kind: "withdrawn",
				article: id,
				before: null,
				newClaims: [],
				goneClaims,
				head: headOf(old),
			},
		];
	});
}

/** As it is written to a file and read again, whatever the order of its fields. */
function asStored({ contradictions: _of, reprints: _at, ...article }: Article): unknown {
	return JSON.parse(JSON.stringify(article));
}

/** What a digest says of claims that the corpus holds no more. */
export function headOf({
	title,
	outlet,
	url,
	published,
	language,
	rendering,
	source,
}: Article): ArticleHead {
	return { title, outlet, url, published, language, rendering, file: source.file };
}
