import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAtomFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../src/app/config.ts";
import { type App, createApp } from "../../../src/app/serving/app.ts";
import { openReader } from "../../../src/app/serving/reader.ts";
import { writeCorpus } from "../../../src/corpus/index.ts";
import { keepCorrection } from "../../../src/corrections/correction-files.ts";
import { articlePlaceOf, claimPlaceOf } from "../../../src/corrections/same-place.ts";
import type { Article } from "../../../src/domain/article.ts";
import {
	exportFormatKeys,
	exportFormats,
	holdsKind,
} from "../../../src/domain/sets/export-formats.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { openStore, statePath } from "../../../src/storage/open.ts";
import { openDatabase } from "../../../src/storage/sqlite/database.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";
import { readPage } from "../../servers/reader/page-check.ts";
import { recordsOf } from "../../unit/export/read-csv.ts";

const secret = "sixteen letters at least";
const origin = "https://reader.test";
let folder: string;
let app: App;
let store: Store;
let reader: NonNullable<ReturnType<typeof openReader>>;
let session: string;
let now = Date.UTC(2024, 5, 1);
const articles = harbourArticles();

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "isnad-exports-"));
	await writeCorpus(join(folder, "corpus"), { put: articles });
	const config = readConfig({
		...{ ISNAD_CORPUS: join(folder, "corpus"), ISNAD_DATA: join(folder, "data") },
		...{ PUBLIC_URL: `${origin}/news`, ISNAD_READER_SECRET: secret, ISNAD_READER_LINK_DAYS: "7" },
	});
	app = await createApp(config, () => {});
	const data = join(folder, "state");
	store = await openStore({ data });
	const { changes } = store.of("harbour");
	const [first, ...more] = articles.map(noted);
	if (!first) throw new Error("no articles");
	await changes.append([first]);
	// As if another collection had noted so much in between.
	const db = await openDatabase(statePath({ data }));
	await db.updateTable("counters").set({ value: 20_000 }).execute();
	await db.destroy();
	await changes.append(more);
	const opened = openReader({
		...{ app, config, now: () => now, log: () => {}, changes },
		answering: (work) => work(app),
	});
	if (!opened) throw new Error("no reader is served");
	reader = opened;
	const entered = await reader.request("/login", {
		method: "POST",
		body: new URLSearchParams({ secret, next: "/" }),
	});
	session = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
});
afterAll(async () => {
	await app.close();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

function noted(article: Article, n: number) {
	const newClaims = article.claims.map(({ id }) => id);
	const at = Date.UTC(2024, 4, 1 + n);
	return {
		...{ at, kind: "added" as const, article: article.id, before: null },
		...{ newClaims, goneClaims: [] },
	};
}

/** With the secret, unless told otherwise; the limit of a client is no matter of these tests. */
function open(path: string, cookie = session): Promise<Response> {
	now += 60_000;
	return Promise.resolve(reader.request(path, { headers: { cookie } }));
}

/** Paths below the public address. */
const paths = (html: string) =>
	readPage(html)
		.links.filter((link) => link.includes("/x/"))
		.map((link) => link.replace(/^\/news/, ""));

describe("a file for other programs", () => {
	it.each(exportFormatKeys)("%s has its type and name, and asks for the secret", async (format) => {
		const path = `/x/claims.${format}?lang=en`;
		const response = await open(path);
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe(exportFormats[format].type);
		expect(response.headers.get("content-disposition")).toBe(
			`attachment; filename="isnad-claims.${exportFormats[format].extension}"`,
		);
		expect(response.headers.get("cache-control")).toBe("no-store");
		expect(await response.text()).not.toBe("");
		expect((await open(path, "")).status).toBe(401);
	});

	it("holds the claims with their place, their chain and a link that leads there", async () => {
		const rows = recordsOf(await (await open("/x/claims.csv?lang=ar")).text());
		expect(rows.map(({ id }) => id)).toEqual(["harbour-c1", "harbour-c2", "marfa-c1", "marfa-c2"]);
		const [first] = rows;
		expect(first?.["quotation"]).toBe("the ministry had dumped sludge near the reef");
		expect(first?.["contradicted_by"]).toBe("harbour-c2");
		const link = first?.["reader"] ?? "";
		expect(link.startsWith(`${origin}/news/a/harbour?`)).toBe(true);
		const page = await open(link.slice(`${origin}/news`.length), "");
		expect(readPage(await page.text()).texts("mark")).toEqual([first?.["quotation"]]);
	});

	it("keeps to a topic and to filters", async () => {
		const ids = async (query: string) =>
			recordsOf(await (await open(`/x/claims.csv?${query}`)).text()).map(({ id }) => id);
		expect(await ids("stance=denies")).toEqual(["harbour-c2", "marfa-c2"]);
		expect(await ids("q=sludge+reef&stance=denies&lang=en")).toContain("harbour-c2");
		expect(await ids("q=zeppelin&lang=en")).toEqual([]);
		const events = recordsOf(
			await (await open("/x/events.csv?from=2024-02-01&to=2024-02-28")).text(),
		);
		expect(events).toEqual([expect.objectContaining({ day: "2024-02-04", article: "harbour" })]);
	});

	it("refuses what it cannot hold, and days that are none", async () => {
		for (const name of ["figures.atom", "claims.exe", "claims", "claims.csv.csv", "events.jsonld"])
			expect((await open(`/x/${name}`)).status, name).toBe(404);
		const bad = await open("/x/claims.csv?from=yesterday&lang=en");
		expect(bad.status).toBe(400);
		expect(bad.headers.get("content-type")).toContain("text/html");
		expect(
			readPage(await bad.text())
				.texts("p")
				.join(),
		).toContain("yesterday");
	});

	it.each(["/?q=sludge&kind=claims", "/w/Nadia%20Rahal", "/s/Harbour%20Post", "/t?q=boats"])(
		"is linked from %s, and every link leads to one",
		async (path) => {
			const kind = path.startsWith("/t") ? "events" : "claims";
			const links = paths(await (await open(path)).text());
			expect(links).toHaveLength(exportFormatKeys.filter((key) => holdsKind(key, kind)).length);
			for (const link of links) expect((await open(link)).status, link).toBe(200);
		},
	);
});

describe("the feed", () => {
	const feedOf = async (path: string) => {
		const links = paths(await (await open(path)).text());
		return links.find((link) => link.includes(".atom")) ?? "";
	};

	it("is opened by its signed link alone, until that ends, and by no other's", async () => {
		const link = await feedOf("/?q=sludge&stance=denies&kind=claims&lang=en");
		const feed = parseAtomFeed(await (await open(link, "")).text());
		expect(feed.entries?.map((entry) => entry.content?.value)).toEqual([
			"it had dumped any sludge near the reef",
		]);
		expect(feed.entries?.[0]?.updated).toBe("2024-05-01T00:00:00.000Z");
		expect(feed.links?.[0]?.href).toBe(`${origin}/news${link}`);
		const page = feed.entries?.[0]?.links?.[0]?.href ?? "";
		expect((await open(page.slice(`${origin}/news`.length), "")).status).toBe(200);
		for (const other of [
			link.replace("stance=denies", "stance=accuses"),
			link.replace("q=sludge", "q=reef"),
			link.replace("claims.atom", "claims.csv"),
			link.replace(/x=\d+/, "x=99999"),
			link.replace(/k=[\w-]+/, ""),
		])
			expect((await open(other, "")).status, other).toBe(401);
		const before = now;
		now += 9 * 86_400_000;
		expect((await open(link, "")).status).toBe(401);
		now = before;
	});

	it("tells the newest first", async () => {
		const feed = parseAtomFeed(await (await open("/x/claims.atom?lang=ar")).text());
		const days = feed.entries?.map(({ updated }) => updated?.slice(0, 10));
		expect(days).toEqual(["2024-05-02", "2024-05-02", "2024-05-01", "2024-05-01"]);
	});
});

describe("what an operator says", () => {
	it("holds in every export from the next one on", async () => {
		const [english, arabic] = articles;
		const claim = english?.claims[0];
		if (!english || !arabic || !claim) throw new Error("no claim");
		const told = { by: "op", why: "wrong" };
		const made = [
			{ kind: "hide_article" as const, ...told, article: articlePlaceOf(arabic) },
			{
				...{ kind: "speaker" as const, ...told, article: articlePlaceOf(english) },
				claim: claimPlaceOf(claim),
				to: { name: "Salma Haddad", kind: "person" as const },
			},
		];
		for (const each of made) await keepCorrection(join(folder, "corpus"), each, () => now);
		for (const format of exportFormatKeys) {
			const text = await (await open(`/x/claims.${format}?lang=en`)).text();
			expect(text, format).not.toMatch(/marfa|الحمأة|بريد المرفأ/);
			if (format !== "ris" && format !== "csl") expect(text, format).toContain("Salma Haddad");
		}
		const [row] = recordsOf(await (await open("/x/claims.csv")).text());
		expect(row).toMatchObject({ speaker: "Salma Haddad", operator_set: "speaker" });
	});
});
