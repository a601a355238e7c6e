import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { McpSessions } from "../../../adapters/mcp/http-sessions.ts";
import { ProgramDesk } from "../../../adapters/shared/programs/program-desk.ts";
import { noMetrics } from "../../../src/domain/metrics.ts";
import { type Doors, openTestDoors } from "../../servers/programs/doors.ts";
import { call, connect, overHttp } from "../../servers/programs/mcp-client.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";
import { readerOver } from "../../servers/reader/server.ts";
import { mcpSuite } from "./mcp-suite.ts";

const articles = harbourArticles();
const publicEnv = {
	PUBLIC_URL: "https://isnad.example",
	ISNAD_READER_SECRET: "sixteen letters here",
};
let doors: Doors;
let client: Client;
let tokens: string[];
beforeAll(async () => {
	doors = await openTestDoors(articles, publicEnv);
	tokens = [await doors.token("one"), await doors.token("two")];
	// Each message a minute later: the limit of a token is looked at by itself.
	client = await connect(overHttp(doors.url("/mcp"), tokens[0]));
	const send = client.transport?.send.bind(client.transport);
	if (client.transport && send)
		client.transport.send = async (...what) => {
			doors.clock.now += 20_000;
			return send(...what);
		};
});
afterAll(async () => {
	await client.close();
	await doors.close();
});

const initialize = {
	...{ jsonrpc: "2.0", id: 1, method: "initialize" },
	params: {
		...{ protocolVersion: "2025-06-18", capabilities: {} },
		clientInfo: { name: "raw", version: "1" },
	},
};
const accept = "application/json, text/event-stream";
const json = { "content-type": "application/json", accept };

function post(body: unknown, more: Record<string, string> = {}, token = tokens[0]) {
	doors.clock.now += 20_000;
	const text = typeof body === "string" ? body : JSON.stringify(body);
	const headers = { ...json, authorization: `Bearer ${token}`, ...more };
	return fetch(doors.url("/mcp"), { method: "POST", body: text, headers });
}

/** Begins a session by hand; the header that goes on in it. */
async function begin(token = tokens[0]): Promise<Record<string, string>> {
	const answer = await post(initialize, {}, token);
	return { "mcp-session-id": answer.headers.get("mcp-session-id") ?? "" };
}

describe("MCP over HTTP", () => {
	mcpSuite(articles, () => client);

	it("links each citation to the page that shows it", async () => {
		const { told } = await call(client, "claims", { text: "sludge reef" });
		for (const { citation } of told.items)
			expect(citation.reader).toMatch(/^https:\/\/isnad\.example\/a\//);
	});

	it("keeps two sessions apart, and each to the token that began it", async () => {
		const second = await connect(overHttp(doors.url("/mcp"), tokens[1]));
		const asked = [client, second].map((one) => call(one, "claims", { text: "sludge" }));
		for (const { told } of await Promise.all(asked)) expect(told.answered).toBe(true);
		const own = await begin();
		expect(own["mcp-session-id"]).toMatch(/^[\w-]{32}$/);
		const list = { jsonrpc: "2.0", id: 2, method: "tools/list" };
		expect((await post(list, own)).status).toBe(200);
		expect((await post(list, own, tokens[1])).status).toBe(404);
		await second.close();
		expect((await call(client, "sources", {})).told.total).toBe(2);
	});

	it("ends a session that its client ends", async () => {
		const own = await begin();
		const headers = { ...own, authorization: `Bearer ${tokens[0]}` };
		const ends = await fetch(doors.url("/mcp"), { method: "DELETE", headers });
		expect(ends.status).toBe(200);
		expect((await post({ jsonrpc: "2.0", id: 2, method: "tools/list" }, own)).status).toBe(404);
	});

	it.each<[string, unknown, number]>([
		["no JSON", "{", 400],
		["nothing", "", 400],
		["a list", [initialize], 400],
		["no message", { hello: 1 }, 400],
		["a number", 7, 400],
		["nothing begun", { jsonrpc: "2.0", id: 1, method: "tools/list" }, 400],
		["an unfinished beginning", { ...initialize, params: {} }, 400],
	])("refuses what is no message, and goes on: %s", async (_, body, status) => {
		const answer = await post(body);
		expect(answer.status).toBe(status);
		expect(await answer.json()).toMatchObject({
			jsonrpc: "2.0",
			error: { code: expect.any(Number) },
		});
		expect((await call(client, "sources", {})).isError).toBe(false);
	});

	it("holds no stream open, takes no larger body, and no other media", async () => {
		const own = await begin();
		const headers = { ...own, authorization: `Bearer ${tokens[0]}`, accept: "text/event-stream" };
		expect((await fetch(doors.url("/mcp"), { headers })).status).toBe(405);
		expect((await post(`"${"x".repeat(1_100_000)}"`)).status).toBe(413);
		expect((await post(initialize, { "content-type": "text/plain" })).status).toBe(415);
		expect((await post(initialize, { accept: "text/html" })).status).toBe(406);
		const { headers: told } = await post({ jsonrpc: "2.0", id: 2, method: "tools/list" }, own);
		expect(told.get("content-type")).toBe("application/json");
		expect(told.get("cache-control")).toBe("no-store");
	});

	it("logs nothing that was asked", async () => {
		await call(client, "claims", { text: "qzxplanted" });
		await post({ jsonrpc: "2.0", id: 9, method: "qzxplanted" }, await begin());
		expect(doors.logged.join("\n")).not.toContain("qzxplanted");
		expect(doors.counted).toContainEqual({
			...{ door: "mcp", operation: "claims", outcome: "not_in_corpus" },
		});
	});
});

describe("sessions", () => {
	/** Sessions over a desk that answers when it is told to. */
	function sessions() {
		let now = 0;
		let ids = 0;
		const waits = Promise.withResolvers<void>();
		const { answering, room, say, log } = readerOver(articles);
		const desk = new ProgramDesk({
			...{ room, say, log, metrics: noMetrics, now: () => now, isWhole: false },
			answering: { answer: async (request) => waits.promise.then(() => answering.answer(request)) },
			quotation: async () => null,
		});
		const parts = { desk, say, log, language: "en", version: "1", now: () => now } as const;
		const open = new McpSessions({ ...parts, newId: () => `session${++ids}` });
		const send = (body: unknown, id?: string, token: string | null = "t") =>
			open.handle(
				new Request("http://127.0.0.1/mcp", {
					...{ method: "POST", body: JSON.stringify(body) },
					headers: { ...json, ...(id === undefined ? {} : { "mcp-session-id": id }) },
				}),
				{ token },
			);
		const start = async (token?: string) =>
			(await send(initialize, undefined, token)).headers.get("mcp-session-id") ?? "";
		return { open, send, start, answer: waits.resolve, later: (ms: number) => (now += ms) };
	}
	const list = { jsonrpc: "2.0", id: 2, method: "tools/list" };
	const ask = (id: number) => ({
		...{ jsonrpc: "2.0", id, method: "tools/call" },
		params: { name: "claims", arguments: { text: "sludge" } },
	});

	it("end where nobody used them for half an hour, or after a day", async () => {
		const { open, send, start, later } = sessions();
		const [idle, used] = [await start(), await start()];
		for (let minutes = 0; minutes < 40; minutes += 20) {
			later(20 * 60_000);
			expect((await send(list, used)).status).toBe(200);
		}
		expect((await send(list, idle)).status).toBe(404);
		expect(open.size).toBe(1);
		for (let hours = 0; hours < 24; hours += 0.4) {
			await send(list, used);
			later(0.4 * 3_600_000);
		}
		expect((await send(list, used)).status).toBe(404);
		expect(open.size).toBe(0);
	});

	it("are bounded for one token, which ends its own, and in all", async () => {
		const { open, send, start, later } = sessions();
		const first = await start("one");
		for (let n = 0; n < 16; n++) {
			later(1);
			await start("one");
		}
		expect(open.size).toBe(16);
		expect((await send(list, first, "one")).status).toBe(404);
		for (let n = 0; n < 24 * 16; n++) await start(`other${n % 24}`);
		expect(open.size).toBe(400);
		expect((await send(initialize, undefined, "late")).status).toBe(503);
		expect((await send(initialize, undefined, "one")).status).toBe(200);
	});

	it("answer at once where a call is given up, take no more than wait, and leave nothing behind", async () => {
		const { send, start, answer } = sessions();
		const id = await start();
		const asked = Array.from({ length: 16 }, (_, n) => send(ask(n), id));
		expect((await send(ask(99), id)).status).toBe(429);
		const cancel = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 0 } };
		expect((await send(cancel, id)).status).toBe(202);
		expect((await asked[0])?.status).toBe(202);
		answer();
		const rest = await Promise.all(asked.slice(1));
		for (const each of rest) expect(each.status).toBe(200);
		expect((await send(ask(0), id)).status).toBe(200);
	});
});
