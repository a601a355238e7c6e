import type { BuiltArticle } from "../build-article.ts";
import type { IntakeMoves } from "../commit-intake.ts";
import { DuplicateIndex } from "./duplicates.ts";
import { isKin } from "./kinship.ts";
import { isSameFile, shinglesOf } from "./same-file.ts";

/** Bodies that share this much under one file name or address are two versions of one article. */
const sameFileShare = 0.5;

/** Which articles of the corpus, or of this run, a page's article is: a copy, a version, what stood there before. */
export class KnownArticles {
	readonly #moves: IntakeMoves;
	readonly #duplicates = new DuplicateIndex();
	/** By address: the stored articles that stand there. */
	readonly #byUrl = new Map<string, string[]>();

	constructor(moves: IntakeMoves) {
		this.#moves = moves;
		for (const article of moves.stored.values()) {
			this.#duplicates.add(article.id, shinglesOf(article));
			for (const { url } of [article, ...(article.reprints ?? [])])
				if (url !== null) this.#byUrl.set(url, [...(this.#byUrl.get(url) ?? []), article.id]);
		}
	}

	add({ article, shingles }: BuiltArticle): void {
		this.#duplicates.add(article.id, shingles);
	}

	remove(id: string): void {
		this.#duplicates.remove(id);
	}

	/** The article that this one repeats under another name, or null. */
	twinOf({ article, shingles }: BuiltArticle): string | null {
		const { stored, taken, left } = this.#moves;
		if (taken.has(article.id)) return article.id;
		const same = stored.get(article.id);
		if (same && !left.has(article.id)) return isSameFile(same, article) ? null : article.id;
		const near = this.#duplicates.find(shingles);
		if (near === null) return null;
		const other = stored.get(near);
		return other && !taken.has(near) && isSameFile(other, article) ? null : near;
	}

	/** Earlier versions of the same file: its text was edited since. */
	versionsOf({ article, shingles }: BuiltArticle): string[] {
		const { stored, taken } = this.#moves;
		const out: string[] = [];
		for (const old of stored.values()) {
			if (old.id === article.id || taken.has(old.id) || !isSameFile(old, article)) continue;
			if (this.#duplicates.isLike(old.id, shingles, sameFileShare)) out.push(old.id);
		}
		return out;
	}

	/** Stored articles that the same address, or the same item there, gave before. */
	earlierAt(url: string | null, replaces: string | null): string[] {
		const here = url === null ? [] : (this.#byUrl.get(url) ?? []);
		const all = replaces === null || here.includes(replaces) ? here : [replaces, ...here];
		return all.filter((id) => this.#moves.stored.has(id));
	}

	/** Whether a stored article can be an earlier version of this one; true where none has that id. */
	isVersion(id: string, { article, shingles }: BuiltArticle): boolean {
		const old = this.#moves.stored.get(id);
		if (!old || id === article.id) return true;
		return isKin(
			{ body: old.passages, shingles: shinglesOf(old) },
			{ body: article.passages, shingles },
		);
	}
}
