import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { mayLook } from "../../adapters/web/server/may-look.ts";
import type { WebServer } from "../../adapters/web/server/web-server.ts";
import { openWebServer } from "../servers/web/own.ts";

let server: WebServer | undefined;
afterEach(async () => {
	await server?.stop();
	server = undefined;
});

const at = (path: string) => `http://127.0.0.1:${server?.port}${path}`;
const status = async (path: string, init?: RequestInit) => (await fetch(at(path), init)).status;
const token = "a".repeat(32);

/** A page of ours that answers when it is told to. */
function pages() {
	const asked = Promise.withResolvers<void>();
	const told = Promise.withResolvers<void>();
	const app = new Hono();
	app.get("/page", (c) => c.text("page"));
	app.post("/page", async (c) => c.text(String((await c.req.text()).length)));
	app.get("/slow", async (c) => {
		asked.resolve();
		await told.promise;
		return c.text("late");
	});
	app.get("/broken", () => {
		throw new Error("the secret of the page");
	});
	return { app, asked: asked.promise, answer: () => told.resolve() };
}

describe("the HTTP server", () => {
	it("answers its paths, each with an id of its own, and says of others that they are not there", async () => {
		server = await openWebServer();
		server.open([pages().app]);
		const answers = await Promise.all(["/page", "/healthz", "/elsewhere"].map((p) => fetch(at(p))));
		expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404]);
		expect(await answers[2]?.text()).toBe("not found\n");
		expect(answers[2]?.headers.get("content-type")).toMatch(/^text\/plain/);
		const ids = answers.map(({ headers }) => headers.get("x-request-id"));
		expect(ids.every((id) => /^request\d+$/.test(id ?? ""))).toBe(true);
		expect(new Set(ids).size).toBe(3);
		expect(await status("/page", { method: "DELETE" })).toBe(404);
	});

	it("keeps a connection for longer than a proxy does", async () => {
		server = await openWebServer();
		server.open([pages().app]);
		const { headers } = await fetch(at("/page"));
		expect(headers.get("connection")).toBe("keep-alive");
		expect(Number(/timeout=(\d+)/.exec(headers.get("keep-alive") ?? "")?.[1])).toBeGreaterThan(60);
	});

	it("gives a path to a handler until that is taken away", async () => {
		server = await openWebServer();
		server.open([]);
		const unmount = server.mount("/hook", (request, response) => {
			response.end(`${request.method} ${request.url}`);
		});
		const answer = await fetch(at("/hook?x=1"), { method: "POST", body: "x" });
		expect(await answer.text()).toBe("POST /hook?x=1");
		expect(answer.headers.get("x-request-id")).toMatch(/^request/);
		expect(await status("/hook/more")).toBe(404);
		unmount();
		expect(await status("/hook")).toBe(404);
	});

	it("answers nothing but its operating paths until everything is there", async () => {
		server = await openWebServer();
		server.mount("/hook", (_, response) => void response.end());
		expect(await Promise.all(["/healthz", "/page", "/hook"].map((path) => status(path)))).toEqual([
			200, 503, 503,
		]);
		server.open([pages().app]);
		expect(await Promise.all(["/page", "/hook"].map((path) => status(path)))).toEqual([200, 200]);
	});

	it("takes no more than a megabyte, whose length is named", async () => {
		server = await openWebServer();
		server.open([pages().app]);
		expect(await status("/page", { method: "POST", body: "x".repeat(900_000) })).toBe(200);
		expect(await status("/page", { method: "POST", body: "x".repeat(1_100_000) })).toBe(413);
		const body = new Blob(["x"]).stream();
		const chunked = { method: "POST", body, duplex: "half" } as RequestInit;
		expect(await status("/page", chunked)).toBe(411);
	});

	it("says nothing of what broke a page, and logs its code alone", async () => {
		const logged: unknown[] = [];
		server = await openWebServer({ log: (...line) => void logged.push(line) });
		server.open([pages().app]);
		const answer = await fetch(at("/broken"));
		expect([answer.status, await answer.text()]).toEqual([500, "internal error\n"]);
		expect(logged).toEqual([["error", "A page could not be made.", { code: "internal" }]]);
	});

	it("answers what came whole before it stops, and waits for nobody who is still sending", async () => {
		server = await openWebServer();
		const { app, asked, answer } = pages();
		server.open([app]);
		const slow = fetch(at("/slow"));
		await asked;
		const half = connect(server.port, "127.0.0.1");
		half.on("error", () => {});
		half.write("POST /page HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf");
		const idle = connect(server.port, "127.0.0.1");
		idle.on("error", () => {});
		await Promise.all([half, idle].map((socket: Socket) => once(socket, "connect")));
		const stopping = server.stop();
		const cut = new Promise((resolve) => half.resume().once("close", resolve));
		answer();
		expect(await (await slow).text()).toBe("late");
		await stopping;
		await cut;
		idle.destroy();
		await expect(fetch(at("/healthz"))).rejects.toThrow();
	});

	it("says on a connection that stands that it is stopping", async () => {
		server = await openWebServer();
		const { app, asked, answer } = pages();
		server.open([app]);
		// Two on one connection: the second is answered after the first, while the server stops.
		const socket = connect(server.port, "127.0.0.1");
		const ask = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;
		socket.write(ask("/slow"));
		await asked;
		const stopping = server.stop();
		expect(server.isStopping).toBe(true);
		socket.write(ask("/healthz"));
		let text = "";
		socket.on("error", () => {});
		socket.on("data", (chunk) => {
			text += String(chunk);
		});
		const closed = new Promise((resolve) => socket.once("close", resolve));
		answer();
		await Promise.all([stopping, closed]);
		expect(text).toContain("late");
		expect(text.match(/HTTP\/1\.1 \d+/g)?.slice(1) ?? []).not.toContain("HTTP/1.1 200");
	});

	it("names host and port where another listens there", async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
		const { port } = other.address() as AddressInfo;
		await expect(openWebServer({ port })).rejects.toThrow(
			/^127\.0\.0\.1:\d+ cannot be listened on \(EADDRINUSE\): set HOST and PORT/,
		);
		other.close();
	});
});

describe("what is told to operators", () => {
	const told = {
		readiness: async () => ({ ready: false, parts: { store: { ok: false, code: "store_busy" } } }),
		metrics: async () => ({ type: "text/plain; version=0.0.4", text: "isnad_x 1\n" }),
	};

	it("is told on this machine: what is not ready says which part, metrics are as they were made", async () => {
		server = await openWebServer(told);
		const ready = await fetch(at("/readyz"));
		expect([ready.status, await ready.json()]).toEqual([503, await told.readiness()]);
		const metrics = await fetch(at("/metrics"));
		expect([metrics.status, await metrics.text()]).toEqual([200, "isnad_x 1\n"]);
		expect(metrics.headers.get("content-type")).toBe("text/plain; version=0.0.4");
	});

	it("is not there for whoever comes through a proxy on this machine, but with the token", async () => {
		server = await openWebServer({ ...told, token });
		const proxied = { "x-forwarded-for": "203.0.113.5" };
		const as = (authorization?: string) =>
			status("/metrics", { headers: authorization ? { ...proxied, authorization } : proxied });
		expect(await as()).toBe(404);
		expect(await as(`Bearer ${token}`)).toBe(200);
		expect(await as(`bearer  ${token}`)).toBe(200);
		for (const wrong of [`Bearer ${token}a`, `Basic ${token}`, "Bearer ", token])
			expect(await as(wrong)).toBe(404);
		expect(await status("/healthz", { headers: proxied })).toBe(200);
	});

	it("is for this machine by its address alone", () => {
		const from = (address: string | undefined) => mayLook({ from: address, headers: {} }, token);
		expect(["127.0.0.1", "127.9.8.7", "::1", "::ffff:127.0.0.1"].map(from)).not.toContain(false);
		const beyond = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
		const outside = beyond.filter(({ internal }) => !internal).map(({ address }) => address);
		for (const address of [
			...outside,
			"128.0.0.1",
			"10.0.0.1",
			"::2",
			"127.0.0.1.example",
			undefined,
		])
			expect(from(address)).toBe(false);
		expect(
			mayLook({ from: "10.0.0.1", headers: { authorization: "Bearer undefined" } }, undefined),
		).toBe(false);
	});
});
