import type { Article } from "../domain/article.ts";
import { IsnadError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import type { ArticleSkeleton, BuiltArticle } from "./build-article.ts";
import { type Announce, type Committed, commitIntake, type Relate } from "./commit-intake.ts";
import { linkNotice } from "./notices/link-notices.ts";
import { DuplicateIndex } from "./sameness/duplicates.ts";
import { isKin } from "./sameness/kinship.ts";
import { withoutPlace, withReprint } from "./sameness/places.ts";
import { isSameFile, shinglesOf } from "./sameness/same-file.ts";
import { type KnownBody, type Lead, SharedBodies } from "./sameness/shared-bodies.ts";
import type { CorpusWriter } from "./store/write-corpus.ts";
import { withEarlier } from "./versions/keep-version.ts";
import {
	type Withdrawal,
	withdrawnBy,
	withOwnStanding,
	withPageGone,
} from "./versions/standing.ts";

/** What is found in an article once its passages stand. */
export type Extracted = Pick<Article, "claims" | "events" | "figures" | "contradictions">;
export type Extract = (article: ArticleSkeleton) => Extracted | Promise<Extracted>;
/** How an article was come by. */
export type Arrival = {
	/** What it was read from: a file's path, or an address. */
	path: string;
	extract: Extract;
	/** A page's; a file has none. */
	lead?: Lead;
	/** The article that the same item gave before. */
	replaces?: string | null;
	/** That item stood at another address then: what is there now may be another article. */
	hasMoved?: boolean;
};

/** Why an article is not to be in the corpus; null where it may be. */
export type Refuses = (article: ArticleSkeleton) => IsnadError | null;

/** Bodies that share this much under one file name or address are two versions of one article. */
const sameFileShare = 0.5;

/** The articles of one run beside those that the corpus holds already. */
export class Intake {
	readonly #stored: Map<string, Article>;
	readonly #taken = new Map<string, { article: Article; source: string | null; path: string }>();
	/** Stored articles that are left with fewer places, or with more. */
	readonly #moved = new Map<string, Article>();
	/** Stored articles that leave, with what took their place. */
	readonly #left = new Map<string, string | null>();
	/** By taken article: the one whose newer version it is. */
	readonly #versionOf = new Map<string, string>();
	readonly #duplicates = new DuplicateIndex();
	/** By address: the stored articles that stand there. */
	readonly #byUrl = new Map<string, string[]>();
	readonly #shared: SharedBodies;
	/** ISO day on which all of this is noticed. */
	readonly #today: string;
	readonly #refuses: Refuses;

	/**
	 * `known`: bodies that earlier runs found to be no article's; `refuses`: why an article is not
	 * taken although it could be read.
	 */
	constructor(
		stored: readonly Article[],
		now: Clock,
		known: readonly KnownBody[] = [],
		refuses: Refuses = () => null,
	) {
		this.#today = new Date(now()).toISOString().slice(0, 10);
		this.#refuses = refuses;
		this.#shared = new SharedBodies(known);
		this.#stored = new Map(stored.map((article) => [article.id, article]));
		for (const article of stored) {
			this.#duplicates.add(article.id, shinglesOf(article));
			for (const { url } of [article, ...(article.reprints ?? [])])
				if (url !== null) this.#byUrl.set(url, [...(this.#byUrl.get(url) ?? []), article.id]);
		}
	}

	/** Articles that were taken in this run and turned out to be none, with the reason. */
	get refused(): SharedBodies["refused"] {
		return this.#shared.refused;
	}

	/**
	 * Takes an article in, or notes where else its text stands. The result says which article of the
	 * corpus holds the text, and under which name that one was read where it is another. Errors: those
	 * of `extract` and `refuses`; `page_language`; `page_shared` and `page_other` where a page shows something else than its article.
	 */
	async take(
		built: BuiltArticle,
		arrival: Arrival,
	): Promise<{ article: string; copyOf: string | null }> {
		const { path, extract, lead, replaces = null, hasMoved = false } = arrival;
		const { article, shingles, source, foreign } = built;
		if (foreign !== null) throw otherLanguage(path);
		const refusal = this.#refuses(article);
		if (refusal) throw refusal;
		const twin = this.#twinOf(built);
		if (lead && (twin === null || twin !== replaces)) this.#checkShared(built, lead, twin);
		const before = this.#earlierAt(article.url, hasMoved ? null : replaces);
		if (lead && before.length > 0 && !before.some((old) => this.#isVersion(old, built))) {
			const notice = article.notices?.find(({ kind }) => kind === "withdrawn");
			if (!notice) throw otherText(lead);
			// What stands in its place is not the article, but says what became of it.
			return {
				article: this.#markWithdrawn(before, { notice, file: path, from: "page" }, article.url),
				copyOf: null,
			};
		}
		if (twin) {
			this.#noteReprint(twin, article);
			if (replaces && replaces !== twin && (!hasMoved || this.#isVersion(replaces, built)))
				this.#leave(replaces, article.url, null);
			const of = this.#taken.get(twin)?.path ?? this.#stored.get(twin)?.source.file ?? twin;
			return { article: twin, copyOf: of };
		}
		const extracted = await extract(article);
		const same = this.#stored.get(article.id);
		const whole = wholeArticle(article, extracted, same?.reprints);
		const older = this.#versionsOf(built);
		const isNext = replaces && replaces !== article.id && !older.includes(replaces);
		if (isNext && (!hasMoved || this.#isVersion(replaces, built))) older.push(replaces);
		this.#taken.set(article.id, { article: whole, source, path });
		this.#left.delete(article.id);
		for (const old of older) this.#leave(old, article.url, article.id);
		const past = [
			same,
			...older.filter((id) => this.#left.has(id)).map((id) => this.#stored.get(id)),
		];
		const kept = past.reduce<Article>(
			(sum, old) => (old ? withEarlier(sum, old, this.#today) : sum),
			withOwnStanding(whole, past.find(Boolean), { today: this.#today, titled: built.titled }),
		);
		this.#taken.set(article.id, { article: kept, source, path });
		this.#duplicates.add(article.id, shingles);
		return { article: article.id, copyOf: null };
	}

	/** Errors: `page_shared`. An article that this page gives away leaves with it. */
	#checkShared(built: BuiltArticle, lead: Lead, twin: string | null): void {
		if (twin === null) {
			const { id } = built.article;
			if (!this.#stored.has(id) || this.#left.has(id)) this.#shared.first(built, lead);
			return;
		}
		try {
			this.#shared.again(built, lead, twin, this.#stored.get(twin)?.url);
		} catch (error) {
			if (this.#shared.refused.has(twin)) {
				this.#taken.delete(twin);
				this.#moved.delete(twin);
				if (this.#stored.has(twin)) this.#left.set(twin, null);
			}
			throw error;
		}
	}

	/** Stored articles that the same address, or the same item there, gave before. */
	#earlierAt(url: string | null, replaces: string | null): string[] {
		const here = url === null ? [] : (this.#byUrl.get(url) ?? []);
		const all = replaces === null || here.includes(replaces) ? here : [replaces, ...here];
		return all.filter((id) => this.#stored.has(id));
	}

	#isVersion(id: string, { article, shingles }: BuiltArticle): boolean {
		const old = this.#stored.get(id);
		if (!old || id === article.id) return true;
		return isKin(
			{ body: old.passages, shingles: shinglesOf(old) },
			{ body: article.passages, shingles },
		);
	}

	/** The article's page is gone: where its text stands nowhere else, it stays and is marked. */
	pageGone(id: string, url: string | null): void {
		const old = this.#moved.get(id) ?? this.#stored.get(id);
		if (!old || this.#taken.has(id) || this.#left.has(id)) return;
		const rest = withoutPlace(old, url) ?? withPageGone(old, this.#today);
		if (rest !== old) this.#moved.set(id, rest);
	}

	/**
	 * The address, or the file, says that its article was withdrawn: it stays and is marked. `replaces`:
	 * the one that the same item gave before. The article's id; null where none is known.
	 */
	withdraw(
		{ url, file }: { url: string | null; file: string | null },
		withdrawal: Withdrawal,
		replaces: string | null = null,
	): string | null {
		const named = [...this.#stored.values()].filter(
			(article) => file !== null && article.source.file === file,
		);
		const ids = new Set([...this.#earlierAt(url, replaces), ...named.map(({ id }) => id)]);
		return ids.size === 0 ? null : this.#markWithdrawn([...ids], withdrawal, url);
	}

	/** Somebody else than its page says that an article was withdrawn: its feed. */
	withdrawId(id: string, withdrawal: Withdrawal): void {
		if (this.#stored.has(id) && !this.#left.has(id)) this.#markWithdrawn([id], withdrawal, null);
	}

	/** Of a stored article; null where it has none, or there is none of that id. */
	titleOf(id: string): string | null {
		return this.#stored.get(id)?.title ?? null;
	}

	/** One that stands at another address too, as its own, only loses this place. */
	#markWithdrawn(ids: readonly string[], withdrawal: Withdrawal, url: string | null): string {
		const standing = withdrawnBy(withdrawal, this.#today);
		for (const id of ids) {
			const old = this.#moved.get(id) ?? this.#stored.get(id);
			if (!old || this.#taken.has(id) || old.standing?.kind === "withdrawn") continue;
			const isReprint = (old.reprints ?? []).some(
				(place) => place.url !== null && place.url === url,
			);
			const rest = isReprint ? withoutPlace(old, url) : null;
			this.#moved.set(id, rest ?? { ...old, standing });
		}
		return ids[0] ?? "";
	}

	#leave(id: string, url: string | null, successor: string | null): void {
		const old = this.#moved.get(id) ?? this.#stored.get(id);
		if (!old || this.#taken.has(id)) return;
		if (successor && !this.#versionOf.has(successor)) this.#versionOf.set(successor, id);
		const rest = withoutPlace(old, url);
		if (rest) {
			if (rest !== old) this.#moved.set(id, rest);
			return;
		}
		this.#moved.delete(id);
		this.#left.set(id, successor);
		this.#duplicates.remove(id);
	}

	#noteReprint(id: string, page: ArticleSkeleton): void {
		const taken = this.#taken.get(id);
		if (taken) {
			taken.article = withReprint(taken.article, page);
			return;
		}
		const stored = this.#moved.get(id) ?? this.#stored.get(id);
		const noted = stored && withReprint(stored, page);
		if (noted && noted !== stored) this.#moved.set(id, foundAgain(noted));
	}

	/** The article that this one repeats under another name, or null. */
	#twinOf({ article, shingles }: BuiltArticle): string | null {
		if (this.#taken.has(article.id)) return article.id;
		const stored = this.#stored.get(article.id);
		if (stored && !this.#left.has(article.id))
			return isSameFile(stored, article) ? null : article.id;
		const near = this.#duplicates.find(shingles);
		if (near === null) return null;
		const other = this.#stored.get(near);
		return other && !this.#taken.has(near) && isSameFile(other, article) ? null : near;
	}

	/** Earlier versions of the same file: its text was edited since. */
	#versionsOf({ article, shingles }: BuiltArticle): string[] {
		const out: string[] = [];
		for (const old of this.#stored.values()) {
			if (old.id === article.id || this.#taken.has(old.id) || !isSameFile(old, article)) continue;
			if (this.#duplicates.isLike(old.id, shingles, sameFileShare)) out.push(old.id);
		}
		return out;
	}

	/**
	 * Writes all of it in one step. `announce` is told what is about to change. Errors:
	 * `corpus_unwritable`.
	 */
	commit(writer: CorpusWriter, relate?: Relate, announce?: Announce): Promise<Committed> {
		const moves = {
			stored: this.#stored,
			taken: this.#taken,
			left: this.#left,
			versionOf: this.#versionOf,
			moved: this.#moved,
		};
		return commitIntake(moves, writer, { relate, announce });
	}
}

function wholeArticle(
	article: ArticleSkeleton,
	extracted: Extracted,
	reprints: Article["reprints"],
): Article {
	const { notices, ...rest } = article;
	const { passages } = article;
	const linked = notices?.map((notice) => linkNotice(notice, { ...extracted, passages }));
	return {
		...{ ...rest, ...extracted },
		...(reprints ? { reprints } : {}),
		...(linked ? { notices: linked } : {}),
	};
}

/** An article whose page was gone, and whose text stands elsewhere now: that is its place. */
function foundAgain(article: Article): Article {
	if (article.standing?.kind !== "gone") return article;
	const { standing: _gone, ...rest } = article;
	return withoutPlace(rest, article.url) ?? rest;
}

function otherText({ asked }: Lead): IsnadError {
	return new IsnadError(
		"page_other",
		`${asked} shows a text that has hardly anything in common with the article that it gave before, which is kept: look whether the page asks for consent, or holds another article now.`,
	);
}

function otherLanguage(path: string): IsnadError {
	return new IsnadError(
		"page_language",
		`${path} is written in another language than Arabic and English: give an article in one of these.`,
		{ params: { address: path } },
	);
}
