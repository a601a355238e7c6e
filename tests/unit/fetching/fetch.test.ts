import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ResolvedAddress } from "../../../src/fetching/address.ts";
import { createFetcher, type FetcherParts } from "../../../src/fetching/fetch.ts";
import { fetchLimits } from "../../../src/fetching/limits.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";

let web: Web;
beforeAll(async () => {
	web = await startWeb();
});
afterAll(() => web.close());

const now = Date.UTC(2025, 4, 1, 12);
const fetcher = (change: Partial<FetcherParts> = {}) =>
	createFetcher({
		resolve: async () => [],
		allowed: new Set([web.host]),
		limits: fetchLimits,
		userAgent: "isnad-test",
		now: () => now,
		...change,
	});
const small = (change: Partial<typeof fetchLimits>) => ({ limits: { ...fetchLimits, ...change } });
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");
const failure = (code: string) => ({ kind: "failed", error: expect.objectContaining({ code }) });

describe("a page", () => {
	it("comes with its type, charset and validators, asked for under our name", async () => {
		web.serve("/a", {
			body: "hello",
			headers: { "Content-Type": 'Text/HTML; charset="Windows-1256"' },
			etag: '"1"',
			lastModified: "Thu, 01 May 2025 08:00:00 GMT",
		});
		expect(await fetcher()(web.url("/a"))).toEqual({
			kind: "body",
			address: web.url("/a"),
			bytes: expect.anything(),
			type: "text/html",
			charset: "windows-1256",
			validators: { etag: '"1"', lastModified: "Thu, 01 May 2025 08:00:00 GMT" },
		});
		expect(web.seen.at(-1)?.headers).toMatchObject({ "user-agent": "isnad-test", host: web.host });
	});

	it("is not sent again where it is still the same", async () => {
		web.serve("/same", { body: "hello", etag: '"7"' });
		const validators = { etag: '"7"', lastModified: null };
		expect(await fetcher()(web.url("/same"), { validators })).toEqual({
			kind: "unchanged",
			validators,
		});
	});

	it.each([
		["gzip", gzipSync],
		["x-gzip", gzipSync],
		["br", brotliCompressSync],
		["deflate", deflateSync],
		["deflate", deflateRawSync],
	])("is unpacked from %s", async (encoding, pack) => {
		const body = pack("سلام ".repeat(500));
		web.serve("/packed", { body, headers: { "Content-Encoding": encoding } });
		const fetched = await fetcher()(web.url("/packed"));
		expect(fetched.kind === "body" && text(fetched.bytes)).toBe("سلام ".repeat(500));
	});

	it("is found behind redirects, and its address is the last one", async () => {
		web.serve("/old", { status: 301, headers: { Location: "/older?x=1" } });
		web.serve("/older?x=1", { status: 302, headers: { Location: web.url("/new") } });
		web.serve("/new", "here");
		expect(await fetcher()(web.url("/old"))).toMatchObject({ address: web.url("/new") });
	});
});

describe("a server that does not give the page", () => {
	it.each([
		[429, { "Retry-After": "120" }, "fetch_wait", 120_000, null],
		[503, { "Retry-After": "Thu, 01 May 2025 12:00:30 GMT" }, "fetch_wait", 30_000, null],
		[503, {}, "fetch_wait", null, null],
		[429, { "Retry-After": "99999999" }, "fetch_wait", 86_400_000, null],
		[404, {}, "fetch_gone", null, "missing"],
		[410, {}, "fetch_gone", null, "gone"],
		[403, {}, "fetch_failed", null, null],
		[500, {}, "fetch_failed", null, null],
		[204, {}, "fetch_failed", null, null],
	])("%i %o", async (status, headers, code, retryAfterMs, absent) => {
		web.serve("/no", { status, headers: headers as Record<string, string> });
		expect(await fetcher()(web.url("/no"))).toMatchObject({
			...failure(code),
			retryAfterMs,
			absent,
		});
	});

	it("leads in circles", async () => {
		web.serve("/circle", { status: 302, headers: { Location: "/circle" } });
		expect(await fetcher()(web.url("/circle"))).toMatchObject(failure("fetch_redirects"));
		expect(web.seen.filter(({ path }) => path === "/circle")).toHaveLength(6);
	});

	it("hangs up, or never was there", async () => {
		web.serve("/cut", (_request, response) => void response.destroy());
		expect(await fetcher()(web.url("/cut"))).toMatchObject(failure("fetch_failed"));
		const gone = await startWeb();
		await gone.close();
		const all = fetcher({ allowed: new Set([gone.host]) });
		expect(await all(gone.url("/"))).toMatchObject(failure("fetch_failed"));
	});

	it("breaks off in the middle", async () => {
		web.serve("/half", (_request, response) => {
			response.writeHead(200, { "Content-Length": "1000" });
			response.write("half", () => response.destroy());
		});
		expect(await fetcher()(web.url("/half"))).toMatchObject(failure("fetch_failed"));
	});
});

describe("a server that means harm", () => {
	it("drips its head, or its body, and is given up", async () => {
		const limits = small({ totalMs: 200 });
		web.serve("/silent", () => {});
		expect(await fetcher(limits)(web.url("/silent"))).toMatchObject(failure("fetch_timeout"));
		web.serve("/drip", (_request, response) => {
			response.writeHead(200);
			const drip = setInterval(() => response.write("a"), 10);
			response.on("close", () => clearInterval(drip));
		});
		expect(await fetcher(limits)(web.url("/drip"))).toMatchObject(failure("fetch_timeout"));
	});

	it("falls silent after its head, and is given up before its time is over", async () => {
		web.serve("/stall", (_request, response) => {
			response.writeHead(200);
			response.write("a");
		});
		const fetched = await fetcher(small({ idleMs: 50 }))(web.url("/stall"));
		expect(fetched).toMatchObject(failure("fetch_timeout"));
	});

	it("sends more than is read", async () => {
		let sent = 0;
		web.serve("/endless", (_request, response) => {
			response.writeHead(200);
			const more = () => {
				if (response.destroyed) return;
				sent += 65_536;
				response.write(Buffer.alloc(65_536), more);
			};
			more();
		});
		const fetched = await fetcher(small({ bodyBytes: 2 ** 20 }))(web.url("/endless"));
		expect(fetched).toMatchObject(failure("fetch_too_large"));
		expect(sent).toBeLessThan(50 * 2 ** 20);
	});

	it.each([
		["gzip", gzipSync],
		["br", brotliCompressSync],
		["deflate", deflateSync],
	])("sends a small body that unpacks to a huge one: %s", async (encoding, pack) => {
		const bomb = pack(Buffer.alloc(24 * 2 ** 20));
		web.serve("/bomb", { body: bomb, headers: { "Content-Encoding": encoding } });
		const before = process.memoryUsage().arrayBuffers;
		expect(await fetcher(small({ unpackedBytes: 2 ** 20 }))(web.url("/bomb"))).toMatchObject(
			failure("fetch_too_large"),
		);
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(12 * 2 ** 20);
	});

	it.each(["gzip, gzip", "compress", "x-strange"])("packs its body as %s", async (encoding) => {
		web.serve("/twice", { body: "x", headers: { "Content-Encoding": encoding } });
		expect(await fetcher()(web.url("/twice"))).toMatchObject(failure("fetch_encoding"));
	});

	it("says gzip and sends something else", async () => {
		web.serve("/lie", { body: "no gzip", headers: { "Content-Encoding": "gzip" } });
		expect(await fetcher()(web.url("/lie"))).toMatchObject(failure("fetch_encoding"));
	});

	it("sends a head without end", async () => {
		web.serve("/head", { body: "x", headers: { "X-Long": "a".repeat(20_000) } });
		expect(await fetcher()(web.url("/head"))).toMatchObject(failure("fetch_too_large"));
	});

	it.each([
		"http://10.0.0.1/",
		"http://169.254.169.254/latest/meta-data/",
		"http://[::1]/",
		"file:///etc/passwd",
		"http://2130706433/",
		"//0x7f000001/",
	])("leads on to the inside: %s", async (location) => {
		web.serve("/in", { status: 302, headers: { Location: location } });
		expect(await fetcher()(web.url("/in"))).toMatchObject(failure("address_refused"));
	});

	it("leads on to nowhere", async () => {
		web.serve("/nowhere", { status: 302, headers: { Location: "http://" } });
		expect(await fetcher()(web.url("/nowhere"))).toMatchObject(failure("fetch_failed"));
	});
});

describe("a name", () => {
	const loopback: ResolvedAddress = { address: "127.0.0.1", family: 4 };
	const port = () => Number(web.host.split(":")[1]);

	it("is refused where any of its addresses is inside", async () => {
		const resolve = async (): Promise<ResolvedAddress[]> => [
			{ address: "93.184.215.14", family: 4 },
			loopback,
		];
		const all = fetcher({ resolve, allowed: new Set() });
		expect(await all("http://news.example/")).toMatchObject(failure("address_refused"));
	});

	it("is connected to at the address that was checked, whatever it stands for the next moment", async () => {
		const answers: ResolvedAddress[][] = [[loopback], [{ address: "127.0.0.2", family: 4 }]];
		let asked = 0;
		const resolve = async () => answers[asked++] ?? [];
		web.serve("/named", "hello");
		// The name is not allowed, its first address at this port is.
		const all = fetcher({ resolve, allowed: new Set([web.host, `news.example:${port()}`]) });
		const fetched = await all(`http://news.example:${port()}/named`);
		expect(fetched).toMatchObject({ kind: "body" });
		expect(asked).toBe(1);
		expect(web.seen.at(-1)?.headers.host).toBe(`news.example:${port()}`);
	});

	it("is looked up and checked anew after a redirect to itself", async () => {
		const outside: ResolvedAddress = { address: "93.184.215.14", family: 4 };
		let asked = 0;
		const resolve = async () => (asked++ === 0 ? [loopback] : [outside, loopback]);
		web.serve("/again", { status: 302, headers: { Location: "http://news.example/again" } });
		const all = fetcher({ resolve, allowed: new Set([`first.example:${port()}`]) });
		const fetched = await all(`http://first.example:${port()}/again`);
		expect(fetched).toMatchObject(failure("address_refused"));
		expect(asked).toBe(2);
	});

	it("is not waited for longer than the whole may take", async () => {
		const all = fetcher({ ...small({ totalMs: 50 }), resolve: () => new Promise(() => {}) });
		expect(await all("http://news.example/")).toMatchObject(failure("fetch_timeout"));
	});

	it("is told where nobody knows it", async () => {
		const resolve = () => Promise.reject(Object.assign(new Error(), { code: "ENOTFOUND" }));
		expect(await fetcher({ resolve })("http://news.example/")).toMatchObject({
			...failure("fetch_failed"),
			error: { told: { key: "fetch_host", params: { host: "news.example" } } },
		});
	});
});

it("ends with the caller's reason where the caller stops it", async () => {
	web.serve("/slow", () => {});
	const stop = new AbortController();
	const fetched = fetcher()(web.url("/slow"), { signal: stop.signal });
	stop.abort(new Error("stopped"));
	await expect(fetched).rejects.toThrow("stopped");
});
