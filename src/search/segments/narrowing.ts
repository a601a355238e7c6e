import type { Article } from "../../domain/article.ts";
import type { PassageJudge, PassageQuery } from "../../domain/passage-search.ts";
import { breath, longBreath, TurnPace } from "../turns.ts";
import { ArticleColumns } from "./article-columns.ts";
import type { NumberedArticles } from "./article-shelf.ts";

/** Articles that are put into columns before the event loop gets its turn. */
const readPerTurn = 100;

/** Leaves of all articles, by their columns, those that what is asked can be in: by number, 1 where it can. */
export class Narrowing {
	/** Made when the first filter is asked. */
	#columns: Promise<ArticleColumns> | undefined;

	/** Numbers mean other articles from now on. */
	forget(): void {
		this.#columns = undefined;
	}

	/** Keeps up with what comes. */
	async add(number: number, article: Article): Promise<void> {
		(await this.#columns)?.add(number, article);
	}

	/** In turns, once for all filters. */
	columnsOf(articles: NumberedArticles, turn: () => Promise<void>): Promise<ArticleColumns> {
		const read = async () => {
			const columns = new ArticleColumns();
			const pace = new TurnPace(readPerTurn, turn);
			for (const number of [...articles.numbers]) {
				const article = articles.get(number);
				if (article) columns.add(number, article);
				await pace.spend(1);
			}
			return columns;
		};
		this.#columns ??= read();
		return this.#columns;
	}

	/** Where columns can tell: the articles that a passage which is accepted can be of. */
	async among(
		articles: NumberedArticles,
		{ within, unhurried }: PassageQuery,
		judge: PassageJudge,
	): Promise<Uint8Array | undefined> {
		const tests = (within && judge.narrows?.(within)) ?? [];
		if (tests.length === 0) return undefined;
		return (await this.columnsOf(articles, unhurried ? longBreath : breath)).passing(tests);
	}

	/** The same for a passage that is preferred. */
	async agreeing(
		articles: NumberedArticles,
		{ prefer, unhurried }: PassageQuery,
		judge: PassageJudge,
	): Promise<Uint8Array | undefined> {
		const tests = prefer && judge.preferring?.(prefer);
		if (!tests) return undefined;
		return (await this.columnsOf(articles, unhurried ? longBreath : breath)).passingAny(tests);
	}
}
