import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReader } from "../../../adapters/web/reader/create-reader.ts";
import type { ReaderParts } from "../../../adapters/web/reader/reader-parts.ts";
import { readConfig } from "../../../src/app/config.ts";
import { type App, createApp } from "../../../src/app/serving/app.ts";
import { openReader } from "../../../src/app/serving/reader.ts";
import { citationLinks, readerProblem } from "../../../src/app/serving/reader-access.ts";
import { writeCorpus } from "../../../src/corpus/index.ts";
import { keepCorrection } from "../../../src/corrections/correction-files.ts";
import {
	articlePlaceOf,
	claimPlaceOf,
	passagePlaceOf,
} from "../../../src/corrections/same-place.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";
import { readPage } from "../../servers/reader/page-check.ts";
import { readerOver, type ServedReader, serveReader } from "../../servers/reader/server.ts";

const secret = "sixteen letters at least";
const day = 86_400_000;
let now = 100 * day;
const guarded: ReaderParts["settings"] = {
	isWhole: true,
	base: "",
	access: { kind: "guarded", secret, linkDays: 7, isSecure: true, isBehindProxy: true },
};
const env = { PUBLIC_URL: "http://reader.test", ISNAD_READER_SECRET: secret };

const articles = harbourArticles();
let reader: ServedReader;
let sent = 0;
beforeAll(async () => {
	const parts = readerOver(articles, { settings: guarded, now: () => now });
	reader = await serveReader(createReader(parts));
});
afterAll(() => reader.close());

/** Each request from a client of its own, so that no test meets the limit by accident. */
async function open(path: string, init: RequestInit = {}) {
	const headers = { "x-forwarded-for": `192.0.2.${++sent % 250}`, ...init.headers };
	const response = await fetch(reader.url(path), { redirect: "manual", ...init, headers });
	const html = await response.text();
	return {
		response,
		html,
		page: readPage(html, new Set(articles.flatMap(({ url }) => url ?? []))),
	};
}

/** A link as messages have it. */
async function linkOf(settings: Record<string, string> = {}): Promise<string> {
	const pageOf = citationLinks(readConfig({ ...env, ...settings }), () => now);
	const item = await readerOver(articles).room();
	const claim = item.claim("harbour-c1", "en");
	if (!claim || !pageOf) throw new Error("no claim, or nothing is linked");
	const link = pageOf(claim.citation, "en", { stated: claim.claim.id, quote: claim.quote });
	return link.slice(env.PUBLIC_URL.length);
}

describe("a signed link", () => {
	it("leads to its page and to what stands against it, and nowhere else", async () => {
		const { response, page } = await open(await linkOf());
		expect(response.status).toBe(200);
		expect(page.strange).toEqual([]);
		expect(page.texts("mark")).toEqual(["the ministry had dumped sludge near the reef"]);
		// The operator's leave to show whole articles is for those who have the secret.
		expect(page.texts("p.passage")).toHaveLength(3);
		const onward = page.links.filter((link) => link.startsWith("/") && !link.startsWith("/assets"));
		expect(onward.length).toBeGreaterThan(2);
		for (const link of onward) {
			expect(link).toMatch(/^\/(a|c)\//);
			expect((await open(link)).response.status, link).toBe(200);
		}
	});

	it.each([
		["another place", (link: string) => link.replace(/s=\d+/, "s=1")],
		["another article", (link: string) => link.replace("/a/harbour", "/a/marfa")],
		["another claim", (link: string) => link.replace("c=.c1", "c=.c2")],
		["no signature", (link: string) => link.replace(/&k=[^&]+/, "")],
		["a made-up signature", (link: string) => link.replace(/&k=[^&]+/, `&k=${"A".repeat(22)}`)],
		["a later day", (link: string) => link.replace(/x=\d+/, "x=99999")],
		["no day", (link: string) => link.replace(/&x=\d+/, "")],
		["all articles", () => "/?lang=en"],
		["a name", () => "/w/Nadia%20Rahal"],
	])("does not lead to %s", async (_, changed) => {
		const { response, page } = await open(changed(await linkOf({ ISNAD_READER_LINK_DAYS: "7" })));
		expect(response.status).toBe(401);
		expect(page.texts("mark")).toEqual([]);
		expect(page.texts("h1")).toEqual(["These pages are not public"]);
	});

	it("holds for as many days as it was given, and for good without", async () => {
		const [short, long] = [await linkOf({ ISNAD_READER_LINK_DAYS: "7" }), await linkOf()];
		const before = now;
		now += 6 * day;
		expect((await open(short)).response.status).toBe(200);
		now += 3 * day;
		expect((await open(short)).response.status).toBe(401);
		expect((await open(long)).response.status).toBe(200);
		now = before;
	});
});

describe("the secret", () => {
	const enter = (named: string, next = "/t?q=boats&lang=en") =>
		open("/login?lang=en", {
			method: "POST",
			body: new URLSearchParams({ secret: named, next }),
		});

	it("opens everything, for thirty days", async () => {
		const { response } = await enter(secret);
		expect(response.status).toBe(303);
		expect(response.headers.get("location")).toBe("/t?q=boats&lang=en");
		const set = response.headers.get("set-cookie") ?? "";
		expect(set).toMatch(/HttpOnly/i);
		expect(set).toMatch(/SameSite=Lax/i);
		expect(set).toMatch(/Secure/i);
		const cookie = set.split(";")[0] ?? "";
		const before = now;
		expect((await open("/?lang=en", { headers: { cookie } })).response.status).toBe(200);
		now += 31 * day;
		expect((await open("/?lang=en", { headers: { cookie } })).response.status).toBe(401);
		now = before;
		const forged = cookie.replace(/=\d+/, "=99999");
		expect((await open("/?lang=en", { headers: { cookie: forged } })).response.status).toBe(401);
	});

	it("is asked for again where it is wrong", async () => {
		for (const wrong of ["", "sixteen letters at leasT", `${secret}x`]) {
			const { response, page } = await enter(wrong);
			expect(response.status).toBe(401);
			expect(response.headers.get("set-cookie")).toBeNull();
			expect(page.strange).toEqual([]);
		}
	});

	it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: a=b"])(
		"leads to no page of others: %s",
		async (next) => {
			const { response } = await enter(secret, next);
			expect(response.headers.get("location")).toBe("/");
		},
	);

	it("cannot be tried often, and a form may not be large", async () => {
		const headers = { "x-forwarded-for": "198.51.100.7" };
		const post = (body: string) =>
			open("/login", { method: "POST", body: new URLSearchParams({ secret: body }), headers });
		const statuses = [];
		for (let n = 0; n < 11; n++) statuses.push((await post("guess")).response.status);
		expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
		expect(statuses[10]).toBe(429);
		expect((await post("x".repeat(20_000))).response.status).toBe(413);
	});
});

describe("one client", () => {
	it("may look at so many pages at once, and is told when to come again", async () => {
		const headers = { "x-forwarded-for": "203.0.113.9" };
		const link = await linkOf();
		let status = 200;
		for (let n = 0; n < 120 && status === 200; n++)
			status = (await open(link, { headers })).response.status;
		expect(status).toBe(200);
		const refused = await open(link, { headers });
		expect(refused.response.status).toBe(429);
		expect(refused.response.headers.get("retry-after")).toBe("1");
		expect((await open(link)).response.status).toBe(200);
		now += 1_000;
		expect((await open(link, { headers })).response.status).toBe(200);
	});
});

describe("whether it is served", () => {
	const problem = (settings: Record<string, string>) => readerProblem(readConfig(settings));

	it("needs a secret wherever others than this machine may come", () => {
		expect(problem({})).toBeNull();
		expect(problem({ HOST: "::1" })).toBeNull();
		expect(problem({ HOST: "0.0.0.0" })).toMatch(/HOST is 0\.0\.0\.0.*ISNAD_READER_SECRET/);
		expect(problem({ PUBLIC_URL: env.PUBLIC_URL })).toMatch(/PUBLIC_URL.*ISNAD_READER_SECRET/);
		expect(problem(env)).toBeNull();
		expect(problem({ PUBLIC_URL: env.PUBLIC_URL, ISNAD_READER: "off" })).toBeNull();
		expect(() => readConfig({ ...env, ISNAD_READER_SECRET: "short" })).toThrow(/16 characters/);
	});

	it("is said in the log where it is not, and nothing is linked then", async () => {
		const config = readConfig({ PUBLIC_URL: env.PUBLIC_URL });
		const lines: string[] = [];
		const app = { answerer: {}, say: () => "" } as unknown as App;
		const log = (_: string, line: string) => void lines.push(line);
		expect(
			openReader({ app, answering: (work) => work(app), config, now: () => 0, log }),
		).toBeNull();
		expect(lines).toEqual([expect.stringContaining("ISNAD_READER_SECRET")]);
		expect(citationLinks(config, () => 0)).toBeNull();
		expect(citationLinks(readConfig({}), () => 0)).toBeNull();
	});

	it("answers without a secret to names of this machine alone", async () => {
		const app = createReader(readerOver(articles));
		const as = (host: string) => app.request("/", { headers: { host } });
		for (const host of ["localhost:3000", "127.0.0.1", "[::1]:3000"])
			expect((await as(host)).status, host).toBe(200);
		for (const host of ["evil.example", "127.0.0.1.evil.example:3000", ""])
			expect((await as(host)).status, host).toBe(403);
	});
});

describe("what an operator takes down", () => {
	it("is gone from every page at once, and corrections hold", async () => {
		const folder = mkdtempSync(join(tmpdir(), "isnad-reader-"));
		const data = join(folder, "data");
		await writeCorpus(join(folder, "corpus"), { put: harbourArticles() });
		const config = readConfig({ ISNAD_CORPUS: join(folder, "corpus"), ISNAD_DATA: data });
		const app = await createApp(config, () => {});
		try {
			const pages = openReader({
				app,
				answering: (work) => work(app),
				config,
				now: () => 0,
				log: () => {},
			});
			const look = async (path: string) => {
				const response = await pages?.request(path, { headers: { host: "localhost" } });
				return { status: response?.status, html: (await response?.text()) ?? "" };
			};
			const [english] = harbourArticles();
			const [accused, denied] = english?.claims ?? [];
			const [, second] = english?.passages ?? [];
			if (!english || !accused || !denied || !second) throw new Error("no article");
			const told = { by: "test", why: "asked for" };
			const place = articlePlaceOf(english);
			const keep = (made: Parameters<typeof keepCorrection>[1]) =>
				keepCorrection(app.opened.folder, made, () => 1);
			const cited = "/a/harbour?p=.p2&l=2&lang=en";
			expect((await look(cited)).html).toContain("<mark");

			const to = { name: "The harbour office", kind: "organisation" } as const;
			await keep({ kind: "speaker", ...told, article: place, claim: claimPlaceOf(denied), to });
			const after = (await look("/c/harbour-c1?lang=en")).html;
			expect(after).toContain("The harbour office");

			await keep({
				kind: "hide_passage",
				...told,
				article: place,
				passage: passagePlaceOf(second),
			});
			expect((await look(cited)).status).toBe(404);
			expect((await look("/c/harbour-c1")).status).toBe(404);
			await keep({ kind: "hide_article", ...told, article: place });
			for (const path of ["/a/harbour", "/c/harbour-c2", "/a/harbour?p=.p3&l=3"])
				expect((await look(path)).status, path).toBe(404);
			const search = await look("/?q=sludge+reef&kind=search&lang=en");
			expect(search.html).not.toContain("dumped any sludge");
		} finally {
			await app.close();
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
