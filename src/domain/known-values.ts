/** Values that come again and again, each held once. What it has seen goes with it. */
export class KnownValues {
	readonly #texts = new Map<string, string>();
	readonly #records = new Map<string, unknown>();

	text<T extends string>(text: T): T {
		// What is kept under a text is that text.
		const known = this.#texts.get(text) as T | undefined;
		if (known !== undefined) return known;
		this.#texts.set(text, text);
		return text;
	}

	/** A record that is not to be written to. */
	record<T extends object>(record: T): T {
		const key = JSON.stringify(record);
		const known = this.#records.get(key) as T | undefined;
		if (known !== undefined) return known;
		this.#records.set(key, record);
		return record;
	}
}
