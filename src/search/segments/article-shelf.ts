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
	/** By number: passages that the index has of it, whether or not the shelf still has the article. */
	readonly #passages: number[] = [];
	#size = 0;

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

	/** Passages of all that are in use. */
	get size(): number {
		return this.#size;
	}

	/** The number is the article's from now on. */
	give({ id, number, passages }: { id: string; number: number; passages: number }): void {
		this.#forget(id);
		this.#ids[number] = id;
		this.#numbers.set(id, number);
		this.#passages[number] = passages;
		this.#size += passages;
	}

	delete(id: string): void {
		this.#forget(id);
		this.#shelf.delete(id);
	}

	#forget(id: string): void {
		const number = this.#numbers.get(id);
		if (number === undefined) return;
		this.#numbers.delete(id);
		this.#size -= this.#passages[number] ?? 0;
	}

	/** All numbers that are in use. */
	get numbers(): Iterable<number> {
		return this.#numbers.values();
	}
}
