import { isDeepStrictEqual } from "node:util";
import type { Relate } from "../../corpus/commit-intake.ts";
import { Intake } from "../../corpus/merge-articles.ts";
import { saidWithdrawn } from "../../corpus/notices/said-withdrawn.ts";
import { WithdrawnPage } from "../../corpus/notices/withdrawn-page.ts";
import { storeFiles } from "../../corpus/store/files.ts";
import { corpusHash, readStore, type StoredCorpus } from "../../corpus/store/read-corpus.ts";
import { type CorpusWriter, openWriter } from "../../corpus/store/write-corpus.ts";
import { buildWebPage } from "../../corpus/web-page.ts";
import type { Article } from "../../domain/article.ts";
import { IsnadError } from "../../domain/errors.ts";
import { isoDayOf } from "../../domain/iso-day.ts";
import type { Clock } from "../../domain/ports.ts";
import { type Body, type FeedOrPage, readFeedOrPage } from "../../sources/feed-or-page.ts";
import type { IntakeWork, Taken, TakeOrder } from "../../sources/intake-port.ts";
import { problemOf, unreadablePage } from "../../sources/problem.ts";
import { inTurn } from "../in-turn.ts";
import type { Extraction } from "../load/extraction.ts";
import { dropIntent, keepIntent } from "./intents.ts";
import type { ReadingNotes } from "./reading-notes.ts";
import { refusalsOf } from "./refusals.ts";

/** What the corpus folder holds that whoever serves it has not been given yet. */
export type CorpusNews = {
	put: Article[];
	/** By id: contradictions of articles of which nothing else changed. */
	pairs: ReadonlyMap<string, Article["contradictions"]>;
	removed: string[];
	hash: string;
	/** Of the articles put and of those with other pairs, by id: the digests of their files. */
	digests: ReadonlyMap<string, string>;
};

type PageOrder = TakeOrder["pages"][number];
type Outcome = Taken["outcomes"][number];

export type IntakeParts = {
	corpusDir: string;
	/** Loads what pages are read by; asked once, when the first page is there. */
	language: () => Promise<Extraction>;
	/** By article id: digests of the files that the server has read already. */
	served: ReadonlyMap<string, string>;
	/** Folder that changes wait in until the journal has them; see `keepIntent`. */
	intents: string;
	now: Clock;
	/** Told of each page before it is read, by its key, and waited for; told of null once all of an order are. */
	onPage?: ((key: string | null) => Promise<void>) | undefined;
	/** Where each page is noted while it is read. */
	notes?: ReadingNotes | undefined;
};

/**
 * Reads what was fetched and takes it into the corpus folder. It is the slow part, and blocks: it
 * runs in a worker thread, or in a command that nobody else waits for.
 */
export class CorpusIntake implements IntakeWork {
	readonly #parts: IntakeParts;
	#extraction: Promise<Extraction> | undefined;
	#stored: StoredCorpus | undefined;
	readonly #inTurn = inTurn();
	/** By article id: the digest of what was given out last. */
	#given: Map<string, string>;

	constructor(parts: IntakeParts) {
		this.#parts = parts;
		this.#given = new Map(parts.served);
	}

	async readFeedOrPage(body: Body): Promise<FeedOrPage> {
		return readFeedOrPage(body);
	}

	/** Errors: `corpus_unwritable`, `corpus_newer`, `corpus_corrupt`. A page that is no article is an outcome. */
	take(order: TakeOrder): Promise<Taken> {
		// A page that is gone is told while others are read, and the folder has one writer at a time.
		return this.#inTurn(() => this.#take(order));
	}

	async #take({ pages, gone, said = [], known }: TakeOrder): Promise<Taken> {
		const { extract, relate, rules } = await this.#language();
		const { corpusDir, now, onPage } = this.#parts;
		const writer = await openWriter(corpusDir, storeFiles, now, this.#stored);
		try {
			this.#stored = writer.stored;
			const refuses = await refusalsOf(corpusDir);
			const intake = new Intake(writer.stored.articles, now, known, refuses);
			const read: Outcome[] = [];
			for (const order of pages) {
				await onPage?.(order.key);
				read.push(await this.#takePage(order, intake, { extract, rules }));
			}
			await onPage?.(null);
			const outcomes = read.map((outcome) => {
				const error = intake.refused.get(outcome.article ?? "");
				return error ? this.#noArticle(outcome.key, error, pages) : outcome;
			});
			for (const { article, address } of gone) intake.pageGone(article, address);
			for (const { article, feed, ...words } of said) {
				const title = intake.titleOf(article);
				const notice = saidWithdrawn(rules.notices, words, title);
				if (notice) intake.withdrawId(article, { notice, file: feed, from: "feed" });
			}
			return { outcomes, ...(await this.#commit(intake, writer, relate)) };
		} finally {
			await writer.close().catch(() => undefined);
		}
	}

	async #takePage(
		{ key, page, asked, replaces, hasMoved }: PageOrder,
		intake: Intake,
		{ extract, rules }: Pick<Extraction, "extract" | "rules">,
	): Promise<Outcome> {
		const { notes } = this.#parts;
		const { address } = page;
		if (notes?.isCulprit(address))
			return this.#noArticle(key, unreadablePage(address, null), [{ key, page }]);
		try {
			notes?.begin(address);
			const built = await buildWebPage(page, rules, isoDayOf(this.#parts.now()));
			const lead = { asked: asked ?? address, title: page.told.title };
			const arrival = { path: address, extract, lead, replaces, hasMoved: hasMoved ?? false };
			const { article, copyOf } = await intake.take(built, arrival);
			return { key, article, copy: copyOf !== null, problem: null };
		} catch (error) {
			const place = { url: address, file: null };
			const withdrawn =
				error instanceof WithdrawnPage ? intake.withdraw(place, error.withdrawal, replaces) : null;
			if (withdrawn !== null) return { key, article: withdrawn, copy: false, problem: null };
			const told = error instanceof IsnadError ? error : unreadablePage(address, error);
			return this.#noArticle(key, told, [{ key, page }]);
		} finally {
			notes?.end(address);
		}
	}

	#noArticle(key: string, error: IsnadError, pages: readonly Pick<PageOrder, "key" | "page">[]) {
		const address = pages.find((page) => page.key === key)?.page.address ?? key;
		return {
			key,
			article: null,
			copy: false,
			problem: problemOf(error, this.#parts.now(), address),
		};
	}

	async #commit(
		intake: Intake,
		writer: CorpusWriter,
		relate: Relate,
	): Promise<Pick<Taken, "changes" | "intent">> {
		let intent: string | null = null;
		try {
			const { changes } = await intake.commit(writer, relate, async (coming) => {
				intent = await keepIntent(this.#parts.intents, coming);
			});
			return { changes, intent };
		} catch (error) {
			await dropIntent(intent).catch(() => undefined);
			throw error;
		}
	}

	/** What changed in the folder since it was asked last, by whomever. */
	async news(): Promise<CorpusNews> {
		const given = this.#given;
		// An article that comes to hold another pair is most of what a commit changes.
		const same = sameButPairs(this.#stored, given);
		const stored = await this.#read();
		const changed = stored.articles.filter(({ id }) => given.get(id) !== stored.digests.get(id));
		const removed = [...given.keys()].filter((id) => !stored.digests.has(id));
		this.#given = new Map(stored.digests);
		const digests = new Map(changed.map(({ id }) => [id, stored.digests.get(id) ?? ""]));
		const put = changed.filter((article) => !same(article));
		const pairs = new Map(
			changed.filter(same).map(({ id, contradictions }) => [id, contradictions]),
		);
		return { put, pairs, removed, hash: corpusHash(stored.digests), digests };
	}

	async #read(): Promise<StoredCorpus> {
		try {
			this.#stored = await readStore(this.#parts.corpusDir, storeFiles, this.#stored);
			return this.#stored;
		} catch (error) {
			// Nothing was ever taken in.
			if (!(error instanceof IsnadError) || error.code !== "corpus_missing") throw error;
			return { articles: [], problems: [], manifest: null, digests: new Map() };
		}
	}

	#language(): Promise<Extraction> {
		this.#extraction ??= this.#parts.language();
		return this.#extraction;
	}
}

/** Whether an article differs in its contradictions alone from the one of its id that was given out last. */
function sameButPairs(
	stored: StoredCorpus | undefined,
	given: ReadonlyMap<string, string>,
): (article: Article) => boolean {
	const isGiven = ({ id }: Article) => stored?.digests.get(id) === given.get(id);
	const last = new Map(stored?.articles.filter(isGiven).map((article) => [article.id, article]));
	return (article) => {
		const before = last.get(article.id);
		const { contradictions } = article;
		return before !== undefined && isDeepStrictEqual({ ...before, contradictions }, article);
	};
}
