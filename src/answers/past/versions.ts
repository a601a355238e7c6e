import type { Article, EarlierVersion, Passage } from "../../domain/article.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { Library } from "../library.ts";

/** A passage of an earlier version, with the article as it is now. */
export type EarlierRef = { article: Article; version: EarlierVersion; passage: Passage };

/** What the articles of a library said before they were edited. It takes no part in search. */
export class Versions {
	/** By article id then. */
	readonly #byId = new Map<string, { article: Article; version: EarlierVersion }[]>();
	/** By id of a passage or claim of an earlier version: the id of today, and its article. */
	readonly #now = new Map<string, { article: string; id: string }>();

	constructor(articles: readonly Article[]) {
		for (const article of articles) {
			const { earlier = [] } = article;
			let current = new Map<string, string>();
			for (const [at, version] of earlier.entries()) {
				push(this.#byId, version.id, { article, version });
				// The newest leads to the article itself, each older one through the version after it.
				const next = Object.entries(version.became).flatMap(([id, became]): [string, string][] => {
					const now = at === 0 ? became : current.get(became);
					return now === undefined ? [] : [[id, now]];
				});
				current = new Map(next);
				for (const [before, id] of next)
					if (!this.#now.has(before)) this.#now.set(before, { article: article.id, id });
			}
		}
	}

	/** The id that a passage or claim has now, or of what stands in its place; its own where it is no earlier one. */
	now(id: string): string {
		return this.#now.get(id)?.id ?? id;
	}

	/** The article that has the passage or claim of today; undefined where this is no earlier one. */
	articleOf(id: string): string | undefined {
		return this.#now.get(id)?.article;
	}

	/** Passages with this id in earlier versions with that id, the newest first. */
	passages(article: string, passage: string): EarlierRef[] {
		return (this.#byId.get(article) ?? []).flatMap(({ article: now, version }) => {
			const found = version.passages.find(({ id }) => id === passage);
			return found ? [{ article: now, version, passage: found }] : [];
		});
	}

	/**
	 * The last words that stood in a passage's place and `differ`, looked for version by version; null
	 * where they never did.
	 */
	before<T>(
		{ article, passage }: PassageRef,
		differ: (ref: EarlierRef) => T | null,
	): { ref: EarlierRef; found: T } | null {
		let ids: ReadonlySet<string> = new Set([passage.id]);
		for (const version of article.earlier ?? []) {
			const old = version.passages.filter(({ id }) => ids.has(version.became[id] ?? ""));
			if (old.length === 0) return null;
			for (const each of old) {
				const ref = { article, version, passage: each };
				const found = differ(ref);
				if (found !== null) return { ref, found };
			}
			ids = new Set(old.map(({ id }) => id));
		}
		return null;
	}
}

const byLibrary = new WeakMap<Library, Versions>();

/** Made once for each state of the corpus. */
export function versionsIn(library: Library): Versions {
	let versions = byLibrary.get(library);
	if (!versions) {
		versions = new Versions(library.articles);
		byLibrary.set(library, versions);
	}
	return versions;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
