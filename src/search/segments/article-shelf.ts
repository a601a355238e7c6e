import type { Article } from "../../domain/article.ts";

/** Where the index finds the articles of its hits: their text is not in it. */
export interface ArticleShelf {
	get(id: string): Article | undefined;
	put(article: Article): void;
	delete(id: string): void;
}

/** Articles that the process holds anyway. */
export class HeldArticles implements ArticleShelf {
	readonly #articles = new Map<string, Article>();

	get(id: string): Article | undefined {
		return this.#articles.get(id);
	}

	put(article: Article): void {
		this.#articles.set(article.id, article);
	}

	delete(id: string): void {
		this.#articles.delete(id);
	}
}

/** Articles by the numbers that an index gives them, which are never given again. */
export class NumberedArticles {
	readonly #shelf: ArticleShelf;
	readonly #ids: string[] = [];
	readonly #numbers = new Map<string, number>();

	constructor(shelf: ArticleShelf) {
		this.#shelf = shelf;
	}

	/** None for a number that was another state's: a search may have begun before a change. */
	get(number: number): Article | undefined {
		const id = this.#ids[number];
		return id !== undefined && this.#numbers.get(id) === number ? this.#shelf.get(id) : undefined;
	}

	numberOf(id: string): number | undefined {
		return this.#numbers.get(id);
	}

	number(id: string, number: number): void {
		this.#ids[number] = id;
		this.#numbers.set(id, number);
	}

	delete(id: string): void {
		this.#numbers.delete(id);
		this.#shelf.delete(id);
	}

	/** All numbers that are in use. */
	get numbers(): Iterable<number> {
		return this.#numbers.values();
	}
}
