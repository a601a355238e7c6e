import type { Article } from "../domain/article.ts";
import { IsnadError } from "../domain/errors.ts";
import { isoDayOf } from "../domain/iso-day.ts";
import type { Clock } from "../domain/ports.ts";
import type { ArticleSkeleton, BuiltArticle } from "./build-article.ts";
import { type Announce, type Committed, commitIntake, type Relate } from "./commit-intake.ts";
import { linkNotices } from "./notices/link-notices.ts";
import { RunMoves } from "./run-moves.ts";
import { KnownArticles } from "./sameness/known-articles.ts";
import { type KnownBody, type Lead, SharedBodies } from "./sameness/shared-bodies.ts";
import { isTeaserOf } from "./sameness/teaser.ts";
import type { CorpusWriter } from "./store/write-corpus.ts";
import { withEarlier } from "./versions/keep-version.ts";
import { type Withdrawal, withOwnStanding } from "./versions/standing.ts";

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

/** The articles of one run beside those that the corpus holds already. */
export class Intake {
	readonly #moves: RunMoves;
	readonly #known: KnownArticles;
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
		this.#today = isoDayOf(now());
		this.#refuses = refuses;
		this.#shared = new SharedBodies(known);
		this.#moves = new RunMoves(stored, this.#today);
		this.#known = new KnownArticles(this.#moves);
	}

	/** Articles that were taken in this run and turned out to be none, with the reason. */
	get refused(): SharedBodies["refused"] {
		return this.#shared.refused;
	}

	/**
	 * Takes an article in, or notes where else its text stands. The result says which article of the
	 * corpus holds the text, and under which name that one was read where it is another. Errors: those
	 * of `extract` and `refuses`; `no_article`; `page_language`; `page_shared` and `page_other` where a page shows something else than its article,
	 * or its beginning alone.
	 */
	async take(
		built: BuiltArticle,
		arrival: Arrival,
	): Promise<{ article: string; copyOf: string | null }> {
		const { path, extract, lead, replaces = null, hasMoved = false } = arrival;
		const { article, foreign, isServers } = built;
		if (foreign !== null) throw otherLanguage(path);
		const refusal = this.#refuses(article);
		if (refusal) throw refusal;
		const twin = this.#known.twinOf(built);
		if (lead && (twin === null || twin !== replaces)) this.#checkShared(built, lead, twin);
		const before = this.#known.earlierAt(article.url, hasMoved ? null : replaces);
		const [first] = before;
		if (lead && first !== undefined && !before.some((id) => this.#known.isVersion(id, built))) {
			const notice = article.notices?.find(({ kind }) => kind === "withdrawn");
			if (!notice) throw otherText(lead);
			// What stands in its place is not the article, but says what became of it.
			this.#moves.markWithdrawn(before, { notice, file: path, from: "page" }, article.url);
			return { article: first, copyOf: null };
		}
		// At a known article's address, or at several of a site, more is known of it than this.
		if (isServers) throw serverPage(path);
		if (lead && this.#isTeaser(built, replaces === null ? before : [replaces, ...before]))
			throw teaser(lead);
		/** The item's article of before, where it is another one and this takes its place. */
		const pastOf = (own: string) =>
			replaces && replaces !== own && (!hasMoved || this.#known.isVersion(replaces, built))
				? replaces
				: null;
		if (twin) {
			const { taken, stored } = this.#moves;
			this.#moves.noteReprint(twin, article);
			const old = pastOf(twin);
			if (old) this.#leave(old, article.url, null);
			return {
				article: twin,
				copyOf: taken.get(twin)?.path ?? stored.get(twin)?.source.file ?? twin,
			};
		}
		const extracted = await extract(article);
		const older = new Set(this.#known.versionsOf(built));
		const old = pastOf(article.id);
		if (old) older.add(old);
		this.#keep(built, path, extracted, [...older]);
		return { article: article.id, copyOf: null };
	}

	/** Takes the article in with what it said before, in the place of its `older` versions. */
	#keep(built: BuiltArticle, path: string, extracted: Extracted, older: readonly string[]): void {
		const { article, source, titled } = built;
		const { stored, left } = this.#moves;
		const same = stored.get(article.id);
		const whole = wholeArticle(article, extracted, same?.reprints);
		for (const old of older) this.#leave(old, article.url, article.id);
		const gone = older.filter((id) => left.has(id)).map((id) => stored.get(id));
		const past = [same, ...gone].filter((old) => old !== undefined);
		const kept = past.reduce<Article>(
			(sum, old) => withEarlier(sum, old, this.#today),
			withOwnStanding(whole, past[0], { today: this.#today, titled }),
		);
		this.#moves.take({ article: kept, source, path });
		this.#known.add(built);
	}

	#leave(id: string, url: string | null, successor: string | null): void {
		if (this.#moves.leave(id, url, successor)) this.#known.remove(id);
	}

	/** The beginning alone of one of these, which is left as it is. */
	#isTeaser({ article }: BuiltArticle, before: readonly string[]): boolean {
		if (article.notices) return false;
		return before.some((id) => {
			const old = this.#moves.stored.get(id);
			return old !== undefined && isTeaserOf(article.passages, old.passages);
		});
	}

	/** Errors: `page_shared`. An article that this page gives away leaves with it. */
	#checkShared(built: BuiltArticle, lead: Lead, twin: string | null): void {
		const { stored, left } = this.#moves;
		if (twin === null) {
			const { id } = built.article;
			if (!stored.has(id) || left.has(id)) this.#shared.first(built, lead);
			return;
		}
		try {
			this.#shared.again(built, lead, twin, stored.get(twin)?.url);
		} catch (error) {
			if (this.#shared.refused.has(twin)) this.#moves.drop(twin);
			throw error;
		}
	}

	/** The article's page is gone: where its text stands nowhere else, it stays and is marked. */
	pageGone(id: string, url: string | null): void {
		this.#moves.pageGone(id, url);
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
		const named = [...this.#moves.stored.values()].filter(
			(article) => file !== null && article.source.file === file,
		);
		const ids = new Set([...this.#known.earlierAt(url, replaces), ...named.map(({ id }) => id)]);
		this.#moves.markWithdrawn(ids, withdrawal, url);
		const [first = null] = ids;
		return first;
	}

	/** Somebody else than its page says that an article was withdrawn: its feed. */
	withdrawId(id: string, withdrawal: Withdrawal): void {
		const { stored, left } = this.#moves;
		if (stored.has(id) && !left.has(id)) this.#moves.markWithdrawn([id], withdrawal, null);
	}

	/** Of a stored article; null where it has none, or there is none of that id. */
	titleOf(id: string): string | null {
		return this.#moves.stored.get(id)?.title ?? null;
	}

	/**
	 * Writes all of it in one step. `announce` is told what is about to change. Errors:
	 * `corpus_unwritable`.
	 */
	commit(writer: CorpusWriter, relate?: Relate, announce?: Announce): Promise<Committed> {
		return commitIntake(this.#moves, writer, { relate, announce });
	}
}

function wholeArticle(
	article: ArticleSkeleton,
	extracted: Extracted,
	reprints: Article["reprints"],
): Article {
	const { notices, ...rest } = article;
	const { passages } = article;
	const linked = notices && linkNotices(notices, { ...extracted, passages });
	return {
		...{ ...rest, ...extracted },
		...(reprints ? { reprints } : {}),
		...(linked ? { notices: linked } : {}),
	};
}

function otherText({ asked }: Lead): IsnadError {
	return new IsnadError(
		"page_other",
		`${asked} shows a text that has hardly anything in common with the article that it gave before, which is kept: look whether the page asks for consent, or holds another article now.`,
	);
}

function teaser({ asked }: Lead): IsnadError {
	return new IsnadError(
		"page_other",
		`${asked} shows only the beginning of the article that it gave before, which is kept: look whether the page wants its readers to sign in.`,
		{ key: "page_teaser" },
	);
}

function serverPage(path: string): IsnadError {
	return new IsnadError(
		"no_article",
		`${path} shows no article but a message of its server, such as an error or a request for consent: open it in a browser, and save the page with its text.`,
	);
}

function otherLanguage(path: string): IsnadError {
	return new IsnadError(
		"page_language",
		`${path} is written in another language than Arabic and English: give an article in one of these.`,
		{ params: { address: path } },
	);
}
