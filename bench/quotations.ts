import type { Article } from "../src/domain/article.ts";

type Cited = {
	quote: string;
	citation: { article: string; passage: string; line: number; start: number; end: number };
};

/** Checks what answers quote against the articles that they were made from. */
export class Quotations {
	readonly #passages = new Map<string, { text: string; line: number; start: number }>();
	readonly #all: string;

	constructor(articles: readonly Article[]) {
		for (const { id, passages } of articles)
			for (const { id: passage, text, source } of passages)
				this.#passages.set(`${id} ${passage}`, { text, ...source, start: source.start ?? 0 });
		this.#all = articles
			.flatMap(({ passages }) => passages.map(({ text }) => text))
			.concat(articles.map(({ title }) => title ?? ""))
			.join("\n");
	}

	/** How many quotations stand anywhere in an answer, and those that are not word for word where they are said to stand. */
	check(answer: unknown): { count: number; wrong: string[] } {
		const out = { count: 0, wrong: [] as string[] };
		const walk = (value: unknown): void => {
			if (typeof value !== "object" || value === null) return;
			const { quote, citation } = value as Partial<Cited>;
			if (typeof quote === "string") {
				out.count++;
				const isThere = citation ? this.#stands({ quote, citation }) : this.#all.includes(quote);
				if (!isThere) out.wrong.push(quote);
			}
			for (const each of Object.values(value)) walk(each);
		};
		walk(answer);
		return out;
	}

	#stands({ quote, citation: { article, passage, line, start, end } }: Cited): boolean {
		const cited = this.#passages.get(`${article} ${passage}`);
		if (!cited || cited.line !== line) return false;
		return quote !== "" && cited.text.slice(start - cited.start, end - cited.start) === quote;
	}
}
