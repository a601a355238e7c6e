import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, makePages, rssOf, shortReads } from "../../../../bench/live/pages.ts";
import { startWeb, type Web } from "../../../servers/web/web.ts";
import { isOneLine, run } from "../doubles.ts";

const pages = makePages(6, 11, shortReads);
let web: Web;
beforeAll(async () => {
	web = await startWeb();
	for (const page of pages) web.serve(page.path, { body: htmlOf(page), etag: `"${page.path}"` });
	web.serve("/feed.xml", { body: rssOf(pages, web.url("")), etag: '"feed"' });
});
afterAll(() => web.close());

describe("isnad source", () => {
	it("adds, lists, reads again and removes; articles answer beside the shipped ones", async () => {
		const data = mkdtempSync(join(tmpdir(), "isnad-source-"));
		onTestFinished(() => rmSync(data, { recursive: true, force: true }));
		const env = { ISNAD_DATA: data, ISNAD_ALLOW_ADDRESSES: web.host };
		const source = (...args: string[]) => run(["source", ...args], { env });
		expect(await source("list")).toMatchObject({
			status: 0,
			stdout: expect.stringMatching(/No feed/),
		});
		const added = await source("add", web.url("/feed.xml"));
		expect(added).toMatchObject({ status: 0, stderr: "" });
		expect(added.stdout).toMatch(/a feed with 6 items/);
		expect(added.stdout).toMatch(/6 articles read, 0 pages not read/);
		const id = /\((\w{6})\)/.exec(added.stdout)?.[1] ?? "";
		expect(await source("add", web.url("/feed.xml"))).toMatchObject({
			status: 1,
			stderr: expect.stringMatching(/followed already/),
		});

		const asked = web.seen.length;
		expect((await source("check", id)).stdout).toMatch(/0 articles read/);
		expect(web.seen.slice(asked).map(({ path, status }) => [path, status])).toEqual([
			["/feed.xml", 304],
		]);
		expect((await source("list")).stdout).toMatch(new RegExp(`${id}: last read 2024-06-01`));

		const sources = await run(["sources", "--limit", "100", "--json"], { env });
		expect(JSON.parse(sources.stdout).total).toBe(5 + 6);
		const quoted = pages[0]?.paragraphs[0]?.split(". ")[0] ?? "";
		const answer = await run(["search", quoted, "--json"], { env });
		expect(JSON.parse(answer.stdout).items[0].citation.url).toBe(web.url(pages[0]?.path ?? ""));

		expect((await source("remove", id)).stdout).toMatch(/stay in the corpus/);
	});

	it("has ingest read the same addresses once, and twice changes nothing", async () => {
		const data = mkdtempSync(join(tmpdir(), "isnad-source-"));
		onTestFinished(() => rmSync(data, { recursive: true, force: true }));
		const corpus = join(data, "corpus");
		const env = { ISNAD_DATA: data, ISNAD_ALLOW_ADDRESSES: web.host };
		const [feed, none] = [web.url("/feed.xml"), web.url("/none.html")];
		const ingest = () => run(["ingest", feed, none, "--corpus", corpus, "--json"], { env });
		const first = await ingest();
		expect(JSON.parse(first.stdout)).toMatchObject({
			articles: 6,
			added: 6,
			skipped: [{ path: none, code: "fetch_gone" }],
		});
		expect([first.status, isOneLine(first.stderr)]).toEqual([0, true]);
		const before = readFileSync(join(corpus, "corpus.json"), "utf8");
		expect(JSON.parse((await ingest()).stdout)).toMatchObject({
			added: 0,
			updated: 0,
			unchanged: 6,
		});
		expect(readFileSync(join(corpus, "corpus.json"), "utf8")).toBe(before);
	});

	it("does without an address that leads inside, in ingest as well", async () => {
		const data = mkdtempSync(join(tmpdir(), "isnad-source-"));
		onTestFinished(() => rmSync(data, { recursive: true, force: true }));
		const corpus = join(data, "corpus");
		const { status, stderr } = await run(["ingest", "http://127.0.0.1:1/", "--corpus", corpus]);
		expect(stderr).toMatch(/ISNAD_ALLOW_ADDRESSES/);
		expect(isOneLine(stderr)).toBe(true);
		expect(status).toBe(1);
	});

	it.each([
		[["add"], 2, /add ADDRESS/],
		[["rename", "x"], 2, /add ADDRESS/],
		[["list", "x"], 2, /add ADDRESS/],
		[["add", "https://example.org/", "more"], 2, /add ADDRESS/],
		[["add", "example.org"], 1, /in full/],
		[["add", "ftp://example.org/"], 1, /only http and https/],
		[["add", "http://169.254.169.254/latest/"], 1, /private network/],
		[["remove", "abc234"], 1, /no source abc234/],
	])("%j ends with %i and one sentence", async (args, status, sentence) => {
		const data = mkdtempSync(join(tmpdir(), "isnad-source-"));
		onTestFinished(() => rmSync(data, { recursive: true, force: true }));
		const ended = await run(["source", ...args], { env: { ISNAD_DATA: data } });
		expect(ended.stderr).toMatch(sentence);
		expect(isOneLine(ended.stderr)).toBe(true);
		expect([ended.status, ended.stdout]).toEqual([status, ""]);
	});

	it("says what must be mended in ISNAD_ALLOW_ADDRESSES", async () => {
		const ended = await run(["source", "list"], { env: { ISNAD_ALLOW_ADDRESSES: "127.0.0.1" } });
		expect(ended).toMatchObject({
			status: 1,
			stderr: expect.stringMatching(/^ISNAD_ALLOW_ADDRESSES .*8080/),
		});
	});
});
