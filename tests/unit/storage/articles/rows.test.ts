import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openCorpus } from "../../../../src/corpus/store/read-corpus.ts";
import type { Article } from "../../../../src/domain/article.ts";
import { outlineOf } from "../../../../src/domain/article-outline.ts";
import { bodyKeys, withoutBody } from "../../../../src/domain/article-rows.ts";
import { openArticleRows } from "../../../../src/storage/articles/open.ts";
import type { SqliteArticles } from "../../../../src/storage/articles/sqlite-articles.ts";

const { articles } = await openCorpus("index-data/corpus");
const [first, second] = articles as [Article, Article];
const file = (digest: string) => ({ digest, stamp: null });
const hour = 60 * 60_000;

let path: string;
let now: number;
let problems: unknown[];
beforeEach(() => {
	const folder = mkdtempSync(join(tmpdir(), "isnad-rows-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	path = join(folder, "index", "corpus.articles");
	now = 0;
	problems = [];
});

function open(version = "1"): SqliteArticles {
	const onProblem = (error: unknown) => problems.push(error);
	const rows = openArticleRows({ path, now: () => now, onProblem }, version);
	onTestFinished(() => rows.close().catch(() => undefined));
	return rows;
}

async function filled(): Promise<void> {
	const rows = open();
	rows.put(articles.map((article) => ({ article, file: file(article.id) })));
	await rows.written();
	await rows.close();
}

describe("articles as rows", () => {
	it("are at hand at once, and the same once they are on the disk and in the next process", async () => {
		const rows = open();
		const made = rows.put([{ article: first, file: file("a") }]);
		const texts = () =>
			made.flatMap(({ row }) => bodyKeys.slice(0, 5).map((key) => rows.part(row, key).value));
		const { passages, claims, events, figures, contradictions } = first;
		expect(texts()).toEqual([passages, claims, events, figures, contradictions]);
		await rows.written();
		expect(texts()).toEqual([passages, claims, events, figures, contradictions]);
		await rows.close();
		const [again, ...others] = open().all();
		expect(others).toEqual([]);
		const row = made[0]?.row;
		expect(again).toEqual({
			...{ row, text: made[0]?.text, head: withoutBody(first), isEdited: false },
			...{ outline: outlineOf(first), file: file("a") },
		});
	});

	it("come by id, whatever the order in which they were put", async () => {
		await filled();
		const ids = articles.map(({ id }) => id);
		expect([...open().all()].map(({ head }) => head.id)).toEqual(ids.toSorted());
	});

	it("take each other's place, and what was replaced can be read for an hour", async () => {
		const rows = open();
		const [old] = rows.put([{ article: first, file: file("a") }]);
		await rows.written();
		const [passage] = first.passages;
		const fresh = { ...first, passages: passage ? [{ ...passage, text: "Other words." }] : [] };
		const [next] = rows.put([{ article: fresh, file: file("b") }]);
		await rows.written();
		expect([...rows.all()].map(({ row }) => row)).toEqual([next?.row]);
		now = hour - 1;
		rows.remove([]);
		await rows.written();
		expect(rows.part(old?.row ?? 0, "passages").value).toEqual(first.passages);
		now = hour + 1;
		rows.remove([]);
		await rows.written();
		expect(rows.part(next?.row ?? 0, "passages").value).toEqual(fresh.passages);
		expect(() => rows.part(old?.row ?? 0, "passages")).toThrow(
			expect.objectContaining({ code: "store_failed" }),
		);
	});

	it("keep a text once whose contradictions change, as long as a row needs it", async () => {
		const rows = open();
		const [known] = rows.put([{ article: first, file: file("a") }]);
		if (!known) throw new Error("no row");
		const why = { ar: "لأن", en: "because" };
		const pair = { kind: "denial", strength: "direct", why } as const;
		const claims: [string, string] = [first.claims[0]?.id ?? "", second.claims[0]?.id ?? ""];
		const next = rows.putPairs(known, [{ ...pair, claims }], file("b"));
		const look = () => [
			rows.part(next.row, "claims").value,
			rows.part(next.row, "contradictions").value,
			rows.part(known.row, "contradictions").value,
		];
		const expected = [first.claims, [{ ...pair, claims }], first.contradictions];
		expect(look(), "before it is written").toEqual(expected);
		await rows.written();
		expect(look(), "after it").toEqual(expected);
		expect(next.outline.opposed).not.toEqual(known.outline.opposed);
		now = 2 * hour;
		rows.remove([]);
		await rows.written();
		expect(rows.part(next.row, "claims").value).toEqual(first.claims);
	});

	it("are gone from the list once they are removed", async () => {
		await filled();
		const rows = open();
		rows.remove([first.id]);
		await rows.written();
		expect([...rows.all()].map(({ head }) => head.id)).not.toContain(first.id);
	});

	it("are begun anew by another version of the program, and where the file is damaged", async () => {
		await filled();
		expect([...open("2").all()]).toEqual([]);
		writeFileSync(path, "no database at all, though it is long enough to be one".repeat(100));
		expect([...open("2").all()]).toEqual([]);
	});

	it("tell of a text that is not the one that was written", async () => {
		await filled();
		const database = new DatabaseSync(path);
		database.exec("update part set text = replace(text, 'a', 'b') where name = 'passages'");
		database.close();
		const rows = open();
		const [row] = rows.all();
		expect(() => rows.part(row?.row ?? 0, "passages")).toThrow(
			expect.objectContaining({ code: "store_corrupt" }),
		);
	});

	it("stay in memory where they cannot be written", async () => {
		const rows = open();
		const database = new DatabaseSync(path);
		database.exec("drop table part");
		database.close();
		const [made] = rows.put([{ article: first, file: file("a") }]);
		await expect(rows.written()).rejects.toMatchObject({ code: "store_failed" });
		expect(problems).toHaveLength(1);
		expect(rows.part(made?.row ?? 0, "passages").value).toEqual(first.passages);
	});

	it("of two processes are those of whoever put last", async () => {
		const [one, other] = [open(), open()];
		one.put([{ article: first, file: file("a") }]);
		await one.written();
		const [theirs] = other.put([{ article: first, file: file("b") }]);
		await other.written();
		expect([...one.all()].map(({ row }) => row)).toEqual([theirs?.row]);
	});

	it("of two processes that put the same are one, which both can read as long as one has it", async () => {
		const [one, other] = [open(), open()];
		const [mine] = one.put([{ article: first, file: file("a") }]);
		await one.written();
		const [theirs] = other.put([{ article: first, file: file("a") }]);
		await other.written();
		now = 2 * hour;
		other.remove([]);
		await other.written();
		expect(one.part(mine?.row ?? 0, "passages").value).toEqual(first.passages);
		expect([...one.all()]).toEqual([theirs]);
	});

	it("come back as they were, before and after they are on the disk", async () => {
		const rows = open();
		const [known] = rows.put([{ article: first, file: file("a") }]);
		if (!known) throw new Error("no row");
		await rows.written();
		const why = { ar: "لأن", en: "because" };
		const claims: [string, string] = [first.claims[0]?.id ?? "", second.claims[0]?.id ?? ""];
		const pair = { kind: "denial", strength: "direct", why } as const;
		const other = rows.putPairs(known, [{ ...pair, claims }], file("b"));
		const back = rows.putPairs(other, first.contradictions, file("a"));
		const look = () => [
			rows.part(back.row, "claims").value,
			rows.part(back.row, "contradictions").value,
		];
		expect(look()).toEqual([first.claims, first.contradictions]);
		await rows.written();
		now = 2 * hour;
		rows.remove([]);
		await rows.written();
		expect(look()).toEqual([first.claims, first.contradictions]);
		expect([...rows.all()].map(({ row }) => row)).toEqual([back.row]);
	});
});
