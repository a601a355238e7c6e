import type { Article, Passage, Span } from "../domain/article.ts";
import { partAt, placeIn } from "../domain/passage-place.ts";
import { type Unwrapped, unwrap } from "../language/text/unwrap.ts";

type Stated = { passage: string; quote: string; source: Span };
type Copied = { passage: Passage; unwrapped: Unwrapped };

/**
 * Passages that were wrapped over lines, each as one line: what finds statements in them need not
 * know how they were printed. What it finds is taken back to the article's own lines and words.
 */
export class ReadingCopy<T extends { passages: readonly Passage[] }> {
	readonly article: T;
	readonly #wrapped = new Map<string, Copied>();

	constructor(article: T) {
		const passages = article.passages.map((passage): Passage => {
			const { end_line, ...source } = passage.source;
			if (end_line === undefined) return passage;
			const unwrapped = unwrap(passage.text);
			this.#wrapped.set(passage.id, { passage, unwrapped });
			const end = (source.start ?? 0) + unwrapped.text.length;
			return { ...passage, text: unwrapped.text, source: { ...source, end } };
		});
		this.article = this.#wrapped.size === 0 ? article : { ...article, passages };
	}

	/** What was found in the copy, where it stands in the article. */
	inArticle<S extends Stated>(found: readonly S[]): S[] {
		return found.map((one) => {
			const copied = this.#wrapped.get(one.passage);
			if (!copied || one.source.start === null || one.source.end === null) return one;
			const { passage, unwrapped } = copied;
			const base = passage.source.start ?? 0;
			const from = unwrapped.rawAt(one.source.start - base);
			// The end belongs to what is before it: behind the last word, not before the next line.
			const to = unwrapped.rawAt(one.source.end - base - 1) + 1;
			return {
				...one,
				quote: passage.text.slice(from, to),
				source: placeIn(passage, from, to),
			};
		});
	}

	/** What an article holds, where it would stand in the copy. */
	inCopy<S extends Stated>(held: readonly S[]): S[] {
		return held.map((one) => {
			const copied = this.#wrapped.get(one.passage);
			const part = copied && partAt(copied.passage, one.source);
			if (!copied || !part) return one;
			const { passage, unwrapped } = copied;
			const base = passage.source.start ?? 0;
			const [from, to] = [unwrapped.offsetOf(part.from), unwrapped.offsetOf(part.to)];
			return {
				...one,
				quote: unwrapped.text.slice(from, to),
				source: { line: passage.source.line, start: base + from, end: base + to },
			};
		});
	}
}

/** An article as it is read: its wrapped passages, and all that was found in them, as single lines. */
export function readingOf(article: Article): Article {
	if (article.passages.every(({ source }) => source.end_line === undefined)) return article;
	const copy = new ReadingCopy(article);
	return {
		...copy.article,
		claims: copy.inCopy(article.claims),
		events: copy.inCopy(article.events),
		figures: copy.inCopy(article.figures),
	};
}
