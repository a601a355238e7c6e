import type { ClaimItem, EarlierWords } from "../domain/answer.ts";
import type { Article, EarlierVersion } from "../domain/article.ts";
import type { Bearer, ReadArticle, ReadingRoom } from "../domain/reading-room.ts";
import type { Language } from "../domain/sets/languages.ts";
import { type Identity, keyOf, nameOf } from "../identity/identity.ts";
import type { IdentityTable } from "../identity/identity-table.ts";
import { verifyCitations } from "./check-citations.ts";
import { citationOf, claimItem, textOf } from "./items/cite.ts";
import { quotationAt } from "./items/quotation.ts";
import type { ClaimRef, Library } from "./library.ts";
import { versionsIn } from "./past/versions.ts";
import { citationIn, correctionsFor, withPast } from "./past/with-past.ts";
import { ToldNames } from "./told-names.ts";

/**
 * Articles and claims of one state of the corpus, to be read where they stand. Every quotation has been
 * compared with its article. Errors: `citation_unverified`.
 */
export function createReadingRoom(library: Library, who: IdentityTable): ReadingRoom {
	const item = (ref: ClaimRef, language: Language): ClaimItem => {
		const made = withPast(claimItem(ref, library, language), library, language);
		return new ToldNames(who, language).item(made);
	};
	const checked = (items: ClaimItem[]): ClaimItem[] => {
		verifyCitations({ items }, library);
		return items;
	};
	const current = (id: string) => library.claim(versionsIn(library).now(id));
	return {
		article(id, language) {
			const article = library.article(id);
			return article ? readArticle(article, language) : null;
		},
		claimsIn(article, passage, language) {
			const ref = library.passage(article, passage);
			if (!ref) return [];
			const claims = library.allClaims(ref).toSorted(byPlace);
			return checked(claims.map((each) => item(each, language)));
		},
		claim(id, language) {
			const ref = current(id);
			return ref ? (checked([item(ref, language)])[0] ?? null) : null;
		},
		history(id, language) {
			const ref = current(id);
			return ref ? historyOf(ref, language) : [];
		},
		quotation(place, language) {
			const found = quotationAt(place, library, language);
			return found && new ToldNames(who, language).quotation(found);
		},
		bearers: (name, language) =>
			who.find(name).identities.map((one) => bearerOf(one, library, language)),
	};
}

/** Articles and titles by which one is told from another of the same name. */
const mostTold = 3;

function bearerOf(one: Identity, library: Library, language: Language): Bearer {
	const { kind, titles, claims, relayed, articles } = one;
	const first = articles.slice(0, mostTold).map((id) => {
		const article = library.article(id);
		const ours = article?.rendering === "paraphrase" ? article.titleParaphrase?.[language] : null;
		return { id, title: ours ?? article?.title ?? null };
	});
	return {
		...{ key: keyOf(one), name: nameOf(one, language), kind, claims, relayed },
		titles: titles.slice(0, mostTold),
		articles: { count: articles.length, first },
	};
}

function readArticle(article: Article, language: Language): ReadArticle {
	const { id, url, published, rendering, source, standing, reprints } = article;
	const [first] = article.passages;
	// Title and outlet as a citation of it has them.
	const told = first && citationOf({ article, passage: first }, first.source, language);
	const corrections = first
		? correctionsFor({ article, passage: first }, null, language).filter(
				({ scope }) => scope === "article",
			)
		: [];
	return {
		...{ id, url, published, rendering, corrections, language: article.language },
		...{ file: source.file, claims: article.claims.length },
		title: told ? told.title : article.title,
		outlet: told ? told.outlet : article.outlet,
		...(standing ? { standing } : {}),
		...(reprints ? { reprints } : {}),
		edited: (article.earlier ?? []).map(({ until }) => until),
		passages: article.passages.map((passage) => ({
			...{ id: passage.id, kind: passage.kind, line: passage.source.line },
			text: textOf({ article, passage }, language),
		})),
		takenDown: (article.operator?.passages ?? 0) + (article.operator?.claims ?? 0),
	};
}

function byPlace({ claim: a }: ClaimRef, { claim: b }: ClaimRef): number {
	return a.source.line - b.source.line || (a.source.start ?? 0) - (b.source.start ?? 0);
}

/** Version by version what became the claim; a version keeps the claims alone that it put otherwise. */
function historyOf({ article, claim }: ClaimRef, language: Language): EarlierWords[] {
	const out: EarlierWords[] = [];
	let ids: ReadonlySet<string> = new Set([claim.id]);
	for (const version of article.earlier ?? []) {
		const before = Object.entries(version.became).flatMap(([id, now]) =>
			ids.has(now) ? [id] : [],
		);
		for (const id of before) out.push(...wordsIn({ article, version }, id, language));
		ids = new Set([...ids, ...before]);
	}
	return out;
}

type InVersion = { article: Article; version: EarlierVersion };

function wordsIn({ article, version }: InVersion, id: string, language: Language): EarlierWords[] {
	const claim = version.claims.find((each) => each.id === id);
	const passage = version.passages.find((each) => each.id === claim?.passage);
	if (!claim || !passage?.text.includes(claim.quote)) return [];
	const citation = citationIn({ article, version, passage }, claim.source, language);
	return [{ quote: claim.quote, until: version.until, citation }];
}
