/** Values by an article and something in it: two short look-ups, and no key is put together for them. */
export class ByPlace<V> {
	readonly #byArticle = new Map<string, Map<string, V>>();

	get(article: string, id: string): V | undefined {
		return this.#byArticle.get(article)?.get(id);
	}

	set(article: string, id: string, value: V): void {
		const own = this.#byArticle.get(article);
		if (own) own.set(id, value);
		else this.#byArticle.set(article, new Map([[id, value]]));
	}
}
