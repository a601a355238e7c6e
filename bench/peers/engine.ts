import type { Article } from "../../src/domain/article.ts";
import type { Language } from "../../src/domain/sets/languages.ts";

/** Passages are told apart by their number: their place in the corpus, counted from 0. */
export type Index = {
	/** Numbers of passages, best first, at most `limit`. */
	search(text: string, language: Language, limit: number): number[] | Promise<number[]>;
	/** Keeps the index in an empty folder. */
	save(folder: string): void | Promise<void>;
	/** Bytes that it takes outside of this process; absent for an index within it. */
	outside?(): number;
	close?(): void | Promise<void>;
};

/** A search engine as the benchmark drives it, set up as its own documentation does for Arabic. */
export type Engine = {
	title: string;
	/** How it was set up. */
	setup: string;
	/** Why it cannot run here. */
	missing?(): string | undefined;
	/** What an application does once at its start, whatever it then indexes. */
	prepare?(): Promise<void>;
	/** `folder` is empty and the engine's own. */
	build(articles: readonly Article[], folder: string): Index | Promise<Index>;
	/** From what `save` kept, in another process. */
	load(folder: string, articles: readonly Article[]): Index | Promise<Index>;
};

export type NumberedText = { id: number; text: string };

/** Every passage's text, in the order that numbers them. */
export function numbered(articles: readonly Article[]): NumberedText[] {
	return articles
		.flatMap((article) => article.passages)
		.map((passage, id) => ({ id, text: passage.text }));
}
