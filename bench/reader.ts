/**
 * How long a browser waits for the first byte of each page of the reader, over HTTP on this machine, and
 * how large the pages are. A claim in each passage, a third of them contested. The processor time, of the
 * asking side too, says what of it is work where other programs keep the machine busy.
 *   node bench/reader.ts [--passages 10000] [--requests 400]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createAdaptorServer } from "@hono/node-server";
import { createReadingRoom } from "../src/answers/reading-room.ts";
import { openReader } from "../src/app/serving/reader.ts";
import type { Article } from "../src/domain/article.ts";
import { claimedApp, firstByte, msAt } from "./claimed.ts";

const { values } = parseArgs({
	options: {
		passages: { type: "string", default: "10000" },
		requests: { type: "string", default: "400" },
	},
});
const requests = Number(values.requests);

const folder = mkdtempSync(join(tmpdir(), "isnad-bench-reader-"));
const server = { close: () => {} };
try {
	const { articles, config, app } = await claimedApp(folder, Number(values.passages), {
		ISNAD_READER: "articles",
	});
	// A minute later each time: the limit of a client is not what is measured.
	let asked = 0;
	const reader = openReader({
		app,
		answering: (work) => work(app),
		config,
		now: () => ++asked * 60_000,
		log: () => {},
	});
	if (!reader) throw new Error("the reader is not served");
	const listening = createAdaptorServer({ fetch: reader.fetch });
	await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", () => resolve()));
	server.close = () => void listening.close();
	const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
	const agent = new Agent({ keepAlive: true });
	const of = (n: number) => articles[(n * 37) % articles.length] as Article;
	const q = (n: number, count = 3) =>
		encodeURIComponent(
			of(n)
				.passages[n % 10]?.text.split(" ")
				// A question of words of grammar alone is refused.
				.filter((word) => word.length > 4)
				.slice(2, 2 + count)
				.join(" ") ?? "",
		);
	const claim = (n: number) => of(n).claims[n % of(n).claims.length] as Article["claims"][number];
	const cited = (n: number) => {
		const { passage, source, id } = claim(n);
		const { line, start, end } = source;
		return `/a/${of(n).id}?p=${passage}&l=${line}&s=${start}&e=${end}&c=${id}`;
	};
	const room = createReadingRoom(app.answerer.library, app.answerer.who());
	const bearer = (n: number) => room.bearers(claim(n).speaker.name, "ar")[0]?.key ?? "";
	const pages: [what: string, path: (n: number) => string][] = [
		["a citation in its whole article", cited],
		["an article", (n) => `/a/${of(n).id}`],
		["a claim", (n) => `/c/${claim(n).id}`],
		["a source", (n) => `/s/${encodeURIComponent(of(n).outlet ?? "")}`],
		["a name that several bear", (n) => `/w/${encodeURIComponent(claim(n).speaker.name)}`],
		["one of them", (n) => `/w/${encodeURIComponent(claim(n).speaker.name)}?who=${bearer(n)}`],
		["a question, claims", (n) => `/?kind=claims&q=${q(n)}`],
		["a question, the answer", (n) => `/?q=${q(n)}`],
		["a timeline", (n) => `/t?q=${q(n)}`],
		["the start", () => "/"],
	];
	console.log(
		`${articles.length} articles, ${values.passages} passages, ${requests} requests each.`,
	);
	console.log("| page | first byte p50 | p99 | processor time p50 | p99 | largest page |");
	console.log("| --- | --- | --- | --- | --- | --- |");
	for (const [what, path] of pages) {
		for (let n = 0; n < 30; n++) await firstByte(`${origin}${path(n + 5_000)}`, agent);
		const seen: { ms: number; bytes: number; usedMs: number }[] = [];
		for (let n = 0; n < requests; n++) {
			const before = process.threadCpuUsage();
			const page = await firstByte(`${origin}${path(n)}`, agent);
			const { user, system } = process.threadCpuUsage(before);
			if (page.status !== 200) throw new Error(`${path(n)} answers ${page.status}`);
			seen.push({ ...page, usedMs: (user + system) / 1_000 });
		}
		const [first, used] = [seen.map(({ ms }) => ms), seen.map(({ usedMs }) => usedMs)];
		const largest = Math.max(...seen.map(({ bytes }) => bytes)) / 1_000;
		const figures = [msAt(first, 0.5), msAt(first, 0.99), msAt(used, 0.5), msAt(used, 0.99)];
		console.log(`| ${what} | ${figures.join(" | ")} | ${largest.toFixed(1)} KB |`);
	}
	agent.destroy();
	await app.close();
} finally {
	server.close();
	rmSync(folder, { recursive: true, force: true });
}
