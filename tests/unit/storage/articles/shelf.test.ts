import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openCorpus } from "../../../../src/corpus/store/read-corpus.ts";
import { Article } from "../../../../src/domain/article.ts";
import {
	countsOf,
	isShelved,
	outlineOf,
	readOutline,
} from "../../../../src/domain/article-outline.ts";
import { shelvedOwner, TextShelf } from "../../../../src/domain/text-shelf.ts";
import { openArticleRows } from "../../../../src/storage/articles/open.ts";

const { articles } = await openCorpus("index-data/corpus");
const file = { digest: "", stamp: null };

function shelfOf(most?: number) {
	const folder = mkdtempSync(join(tmpdir(), "isnad-shelf-"));
	const place = { path: join(folder, "rows"), now: () => 0, onProblem: () => {} };
	const rows = openArticleRows(place, "1");
	let read = 0;
	const part: typeof rows.part = (row, key) => {
		read++;
		return SqlitePart(row, key);
	};
	const SqlitePart = rows.part.bind(rows);
	rows.part = part;
	const shelf = new TextShelf(rows, most);
	onTestFinished(async () => {
		await shelf.close();
		rmSync(folder, { recursive: true, force: true });
	});
	return { shelf, reads: () => read };
}

describe("an article on the shelf", () => {
	it("is the article, field by field and in the order of its fields", () => {
		const { shelf } = shelfOf();
		for (const article of articles) {
			const shelved = shelf.put(article, file);
			expect(isShelved(shelved)).toBe(true);
			expect(shelved).toEqual(article);
			expect({ ...shelved }).toEqual(article);
			expect(structuredClone(shelved)).toEqual(article);
			expect(JSON.stringify(shelved)).toBe(JSON.stringify(Article.parse(article)));
		}
	});

	it("has what it said before only where it said something", () => {
		const { shelf } = shelfOf();
		const [article] = articles as [Article];
		const { id, title, source, published, passages, claims } = article;
		const until = "2024-01-01";
		const version = { id, until, title, source, published, passages, claims, became: {} };
		expect(Object.hasOwn(shelf.put(article, file), "earlier")).toBe(false);
		expect(shelf.put({ ...article, earlier: [version] }, file).earlier).toEqual([version]);
	});

	it("tells what is asked of all articles without its text", () => {
		const { shelf, reads } = shelfOf();
		for (const article of articles) {
			const shelved = shelf.put(article, file);
			expect(outlineOf(shelved)).toEqual(readOutline(article));
			expect(countsOf(shelved).claims).toBe(article.claims.length);
			expect(shelved.title).toBe(article.title);
		}
		expect(reads()).toBe(0);
	});

	it("is read again where others were asked for, and what is held of it stays the very same", () => {
		const { shelf, reads } = shelfOf(1);
		const [one, other] = articles.map((article) => shelf.put(article, file)) as [Article, Article];
		const [passage] = one.passages;
		const [claim] = one.claims;
		if (!passage || !claim) throw new Error("nothing is read");
		expect(other.passages.length).toBeGreaterThan(0);
		expect(one.passages[0]).toBe(passage);
		expect(one.claims[0]).toBe(claim);
		expect(shelvedOwner(claim)).toBe(one);
		const before = reads();
		void [one.passages, one.claims, one.passages];
		expect(reads(), "what is held is not read again").toBe(before);
	});

	it("has other contradictions in another article, which its first one knows nothing of", async () => {
		const { shelf } = shelfOf();
		const [article] = articles as [Article];
		const one = shelf.put(article, file);
		await shelf.written();
		const next = shelf.putPairs(one, [], file);
		expect(next).toEqual({ ...article, contradictions: [] });
		expect(outlineOf(next).opposed.claims).toEqual([]);
		expect(one).toEqual(article);
	});
});
