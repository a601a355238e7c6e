import { citationOf, claimItem } from "../../answers/items/cite.ts";
import type { ClaimRef } from "../../answers/library.ts";
import type { Citation, ClaimItem } from "../../domain/answer.ts";
import { inSlices, type Slices } from "../../domain/slices.ts";
import type { DigestBase } from "./digest-base.ts";
import { isTold, olderRivals } from "./known-claims.ts";
import { type Matched, matchingClaims } from "./matches.ts";

/** One statement, at its best telling, with the others that tell it. */
type NewsItem = { ref: ClaimRef; also: ClaimRef[]; score: number };

export type News = {
	/** Statements that nothing stands against, one story after the other. */
	claims: ClaimItem[];
	/** Those that are contradicted, or that contradict what was said before. */
	contested: ClaimItem[];
	/** Statements in new articles that older ones had already. */
	known: number;
};

/**
 * New claims on the topic: each statement once, however many outlets carry it. `replacing`: those that
 * are told as the new wording of what was corrected.
 */
export async function newsOf(base: DigestBase, replacing: ReadonlySet<string>): Promise<News> {
	const { library, material, statements } = base;
	if (material.newClaims.size === 0) return { claims: [], contested: [], known: 0 };
	const made = [...material.newClaims].flatMap((id) =>
		replacing.has(id) ? [] : (library.claim(id) ?? []),
	);
	const found = await matchingClaims(base, made);
	const fresh: Matched<ClaimRef>[] = [];
	for (const each of found) {
		const told = isTold(library, each.ref, material.newClaims, statements);
		if (!(await inSlices(told, base.breathe))) fresh.push(each);
	}
	const told = byStory(await inSlices(once(fresh, base), base.breathe));
	const contested: ClaimItem[] = [];
	const claims: ClaimItem[] = [];
	const shown = new Set<string>();
	for (const each of told) {
		if (shown.has(each.ref.claim.id)) continue;
		const item = itemOf(each, base);
		if (item.contradictedBy.length === 0) claims.push(item);
		else {
			contested.push(item);
			for (const { claim } of item.contradictedBy) shown.add(claim.id);
		}
	}
	contested.push(...(await newlyContested(base, contested, shown)));
	return { claims, contested, known: found.length - fresh.length };
}

/** Older claims on the topic against which something new stands that is not on the topic itself. */
async function newlyContested(
	base: DigestBase,
	contested: readonly ClaimItem[],
	shown: ReadonlySet<string>,
): Promise<ClaimItem[]> {
	const { library, material, reading, breathe } = base;
	const told = new Set([...shown, ...contested.map(({ claim }) => claim.id)]);
	const rivals = await inSlices(olderRivals(library, material.newClaims), breathe);
	const older = rivals.filter(({ claim }) => !told.has(claim.id));
	const met = await matchingClaims(base, older);
	return met.map(({ ref }) => claimItem(ref, library, reading.language));
}

function* once(
	found: readonly Matched<ClaimRef>[],
	{ statements }: DigestBase,
): Slices<NewsItem[]> {
	const out: NewsItem[] = [];
	for (const { ref, score } of found) {
		const twin = out.find((told) => statements.same(told.ref, ref));
		if (!twin) out.push({ ref, also: [], score });
		else if (![twin.ref, ...twin.also].some(({ article }) => article.id === ref.article.id))
			twin.also.push(ref);
		yield;
	}
	return out;
}

/** Articles that tell one statement tell one story: its statements stand together, the best story first. */
function byStory(told: readonly NewsItem[]): NewsItem[] {
	const parent = new Map<string, string>();
	const root = (id: string): string => {
		const up = parent.get(id) ?? id;
		return up === id ? id : root(up);
	};
	for (const { ref, also } of told)
		for (const other of also) parent.set(root(other.article.id), root(ref.article.id));
	return [...Map.groupBy(told, ({ ref }) => root(ref.article.id)).values()].flat();
}

function itemOf({ ref, also }: NewsItem, { library, reading }: DigestBase): ClaimItem {
	const { language } = reading;
	const item = claimItem(ref, library, language);
	const cited = also.map((other) => citationOf(other, other.claim.source, language));
	const all = [item.citation, ...cited].flatMap((citation): Citation[] => [
		citation,
		...reprintsOf(citation, library.article(citation.article)?.reprints ?? []),
	]);
	if (all.length > 1) item.alsoIn = all.slice(1);
	return item;
}

/** The same text in other places: the words stand where they stand in the article that is kept. */
function reprintsOf(
	citation: Citation,
	reprints: readonly Pick<Citation, "outlet" | "title" | "url" | "published">[],
): Citation[] {
	return reprints.map(({ outlet, title, url, published }) => ({
		...citation,
		outlet,
		title: title ?? citation.title,
		url,
		published,
	}));
}
