/** What was translated, so that nothing is sent twice, and how much was sent on a day. */
export interface TranslationStore {
	/** Null where nothing is kept for the key. */
	get(key: string): Promise<string | null>;
	/** The same key again takes the new text. `at`: milliseconds since the epoch. */
	put(key: string, text: string, at: number): Promise<void>;
	/**
	 * Notes that `count` characters are sent on a day (ISO), or says false and notes nothing where that
	 * would be more than `most`. Of several at the same moment no two are let through beyond it.
	 */
	spend(day: string, count: number, most: number): Promise<boolean>;
	/** Drops texts that were kept before; how many. Days are dropped with them. */
	dropBefore(at: number): Promise<number>;
}
