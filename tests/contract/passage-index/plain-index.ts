import type { Article } from "../../../src/domain/article.ts";
import type {
	PassageHit,
	PassageHits,
	PassageIndex,
	PassageJudge,
	PassageQuery,
} from "../../../src/domain/passage-search.ts";
import { tokens } from "../../../src/language/text/tokens.ts";

/** Finds passages by shared words alone: the port as plainly as it can be kept. */
export class PlainIndex implements PassageIndex {
	readonly #articles = new Map<string, Article>();
	#version = 0;

	constructor(articles: readonly Article[] = []) {
		for (const article of articles) this.#articles.set(article.id, article);
	}

	get size(): number {
		return [...this.#articles.values()].reduce((sum, { passages }) => sum + passages.length, 0);
	}

	get version(): number {
		return this.#version;
	}

	async add(article: Article): Promise<void> {
		this.#version++;
		this.#articles.delete(article.id);
		this.#articles.set(article.id, article);
	}

	async exchange(article: Article): Promise<boolean> {
		const texts = (of: Article | undefined) => JSON.stringify(of?.passages);
		if (texts(this.#articles.get(article.id)) !== texts(article)) return false;
		this.#version++;
		this.#articles.set(article.id, article);
		return true;
	}

	async remove(articleId: string): Promise<void> {
		this.#version++;
		this.#articles.delete(articleId);
	}

	async search(
		{ text, limit, within, prefer }: PassageQuery,
		judge: PassageJudge,
	): Promise<PassageHits> {
		const accept = within && judge.accepts(within);
		const preferred = prefer && judge.prefers(prefer);
		const asked = new Set(wordsOf(text));
		const known = new Set<string>();
		const hits: PassageHit[] = [];
		for (const article of this.#articles.values())
			for (const passage of article.passages) {
				const ref = { article, passage };
				const own = new Set(wordsOf(passage.text));
				const matched = new Set([...asked].filter((word) => own.has(word)));
				for (const word of matched) known.add(word);
				const lift = preferred?.(ref) ?? 0;
				const score = asked.size === 0 ? lift : matched.size * (1 + lift);
				if (score === 0 || (accept && !accept(ref))) continue;
				const words = [...asked].map((word) => ({
					word,
					share: 1 / asked.size,
					held: own.has(word) ? 1 : 0,
				}));
				const coverage = asked.size === 0 ? 1 : matched.size / asked.size;
				hits.push({ ...ref, score, coverage, matched, asked: words });
			}
		hits.sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
		return {
			hits: hits.slice(0, limit),
			unknownWords: [...asked].filter((word) => !known.has(word)),
			expansions: [],
		};
	}
}

function wordsOf(text: string): string[] {
	return tokens(text).map((token) => token.text);
}
