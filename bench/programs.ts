/**
 * How long a program waits for the first byte of each answer of the API, over HTTP on this machine with a
 * token, and for a call of MCP by the SDK's own client; over the corpus of `bench/reader.ts`.
 *   node bench/programs.ts [--passages 10000] [--requests 400]
 */

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { hashOf, makeToken } from "../adapters/shared/access-token.ts";
import { operatingRoutes } from "../adapters/web/server/operating.ts";
import { WebServer } from "../adapters/web/server/web-server.ts";
import { openDoors } from "../src/app/serving/programs.ts";
import type { Article } from "../src/domain/article.ts";
import { noMetrics } from "../src/domain/metrics.ts";
import { openStore } from "../src/storage/open.ts";
import { claimedApp, firstByte, msAt } from "./claimed.ts";

const { values } = parseArgs({
	options: {
		passages: { type: "string", default: "10000" },
		requests: { type: "string", default: "400" },
	},
});
const requests = Number(values.requests);

const folder = mkdtempSync(join(tmpdir(), "isnad-bench-programs-"));
try {
	const { articles, config, app } = await claimedApp(folder, Number(values.passages));
	// Tokens are looked up in a state on this disk, as where it is served.
	const store = await openStore(config);
	const { id, secret, token } = makeToken(randomBytes);
	await store.tokens.add({
		...{ id, name: "bench", hash: hashOf(secret), createdAt: 0, expires: null },
		...{ collection: "default", revokedAt: null, lastUsed: null },
	});
	// A second later each time it is asked for: the limit of a token is not what is measured.
	let asked = 0;
	const now = () => ++asked * 1_000;
	const tokens = store.tokens;
	const given = { say: app.say, config, metrics: noMetrics, tokens, now, log: () => {} };
	const operating = operatingRoutes({
		isStopping: () => false,
		readiness: async () => ({ ready: true, parts: {} }),
		metrics: async () => ({ type: "text/plain", text: "" }),
		token: undefined,
	});
	const server = new WebServer({
		...{ host: "127.0.0.1", port: 0, operating, log: () => {} },
		...{ newId: () => "bench", asRequest: (work) => work() },
	});
	await server.start();
	server.open(await openDoors({ ...given, answering: (work) => work(app) }));
	const origin = `http://127.0.0.1:${server.port}`;
	const agent = new Agent({ keepAlive: true });
	const headers = { authorization: `Bearer ${token}` };
	const of = (n: number) => articles[(n * 37) % articles.length] as Article;
	const text = (n: number) => of(n).passages[n % 10]?.text.split(" ").slice(2, 5).join(" ") ?? "";
	const q = (n: number) => encodeURIComponent(text(n));
	const claim = (n: number) => of(n).claims[n % of(n).claims.length] as Article["claims"][number];
	const place = (n: number) => {
		const { passage, source, id: of_ } = claim(n);
		const { line, start, end } = source;
		return `article=${of(n).id}&passage=${passage}&line=${line}&start=${start}&end=${end}&claim=${of_}`;
	};
	const paths: [what: string, path: (n: number) => string][] = [
		["quote", (n) => `quote?${place(n)}`],
		["articles/ID", (n) => `articles/${of(n).id}`],
		["sources", () => "sources"],
		["who", (n) => `who?text=${encodeURIComponent(claim(n).speaker.name)}`],
		["claims", (n) => `claims?text=${q(n)}`],
		["ask", (n) => `ask?text=${q(n)}`],
		["search", (n) => `search?text=${q(n)}`],
		["timeline", (n) => `timeline?text=${q(n)}`],
	];
	console.log(
		`${articles.length} articles, ${values.passages} passages, ${requests} requests each.`,
	);
	console.log("| path | first byte p50 | p99 | processor time p50 | p99 | largest answer |");
	console.log("| --- | --- | --- | --- | --- | --- |");
	const row = (what: string, seen: { ms: number; usedMs: number; bytes: number }[]) => {
		const [first, used] = [seen.map(({ ms }) => ms), seen.map(({ usedMs }) => usedMs)];
		const largest = Math.max(...seen.map(({ bytes }) => bytes)) / 1_000;
		const figures = [msAt(first, 0.5), msAt(first, 0.99), msAt(used, 0.5), msAt(used, 0.99)];
		console.log(`| ${what} | ${figures.join(" | ")} | ${largest.toFixed(1)} KB |`);
	};
	for (const [what, path] of paths) {
		const get = (n: number) => firstByte(`${origin}/api/v1/${path(n)}`, agent, headers);
		for (let n = 0; n < 30; n++) await get(n + 5_000);
		const seen: { ms: number; bytes: number; usedMs: number }[] = [];
		for (let n = 0; n < requests; n++) {
			const before = process.threadCpuUsage();
			const answer = await get(n);
			const { user, system } = process.threadCpuUsage(before);
			if (answer.status !== 200) throw new Error(`${path(n)} answers ${answer.status}`);
			seen.push({ ...answer, usedMs: (user + system) / 1_000 });
		}
		row(`\`${what}\``, seen);
	}
	const client = new Client({ name: "bench", version: "1" });
	const transport = new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), {
		requestInit: { headers },
	});
	await client.connect(transport);
	const seen: { ms: number; bytes: number; usedMs: number }[] = [];
	for (let n = 0; n < requests; n++) {
		const [begun, before] = [performance.now(), process.threadCpuUsage()];
		const told = await client.callTool({ name: "claims", arguments: { text: text(n) } });
		const { user, system } = process.threadCpuUsage(before);
		const bytes = JSON.stringify(told).length;
		seen.push({ ms: performance.now() - begun, bytes, usedMs: (user + system) / 1_000 });
	}
	row("MCP `claims`, whole call and client", seen);
	await client.close();
	agent.destroy();
	await server.stop();
	await store.close();
	await app.close();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
