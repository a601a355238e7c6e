/**
 * Two processes of the real `serve` over one PostgreSQL that is away for a minute while digests come due, people ask
 * and an article comes in: nothing may be lost or doubled, and it is said plainly.
 *   npm run bench -- away [--seconds 60] [--digests 60] [--per-second 2]
 * Needs PostgreSQL's programs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { projectFolder } from "../src/app/paths.ts";
import { localDay } from "../src/digest/local-days.ts";
import type { Store } from "../src/domain/state/store.ts";
import { openStore } from "../src/storage/open.ts";
import { whyNoServer } from "../tests/servers/postgres/programs.ts";
import { startServer } from "../tests/servers/postgres/server.ts";
import type { LoadOrder, LoadReport } from "../tests/servers/slack/load.ts";
import { Platform, Program } from "./load/processes.ts";

const { values } = parseArgs({
	options: {
		seconds: { type: "string", default: "60" },
		digests: { type: "string", default: "60" },
		"per-second": { type: "string", default: "2" },
	},
});
const [seconds, digests] = [Number(values.seconds), Number(values.digests)];
const minute = 60_000;
/** Digests come due in so many minutes, the first of them before the database goes. */
const minutes = 3;
/** What was not delivered so long after the return is lost. */
const patienceMs = 5 * minute;

const why = whyNoServer();
if (why) throw new Error(why);
const missed: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "isnad-away-"));
const corpus = join(folder, "corpus");
const ingest = (name: string, text: string) => {
	const file = join(folder, name);
	writeFileSync(file, text);
	const args = ["src/main.ts", "ingest", file, "--corpus", corpus];
	const { status, stderr } = spawnSync(process.execPath, args, { cwd: projectFolder });
	if (status !== 0) throw new Error(String(stderr));
};
const story = (what: string) =>
	`${what}\n\nThe minister of transport said on 2 May 2024 that the ${what} would open in June. "We are ready," he said.\n\nOfficials in the port denied that the ${what} had been delayed by the strike of the dockers last month.\n`;

const server = await startServer({ fsync: "on" });
const databaseUrl = server.database("away");
type SlackTold = { apiUrl: string; controlUrl: string; channels: string[] } & Record<
	"botToken" | "appToken",
	string
>;
const slack = await Platform.start<SlackTold>("slack", ["--channels", "20", "--gap", "0"]);
const programs: Program[] = [];
try {
	ingest("first.txt", story("rail link"));
	const store = await openStore({ data: folder, databaseUrl });
	for (let n = 0; n < 2; n++)
		programs.push(
			new Program("src/main.ts", ["serve"], {
				...{ SLACK_BOT_TOKEN: slack.told.botToken, SLACK_APP_TOKEN: slack.told.appToken },
				...{ SLACK_API_URL: slack.told.apiUrl, DATABASE_URL: databaseUrl },
				...{ ISNAD_DATA: join(folder, `data${n}`), ISNAD_CORPUS: corpus },
				...{ ISNAD_QUESTIONS_PER_MINUTE: "100000", LOG_FORMAT: "json", LOG_LEVEL: "info" },
			}),
		);
	for (const program of programs) await program.line((text) => text.includes('"msg":"ready"'));
	// From the next whole minute on.
	const first = Math.ceil((Date.now() + 10_000) / minute) * minute;
	await subscribe(store, first);
	await sleep(first + minute - 5_000 - Date.now());

	const ask = (count: number) =>
		slack.order<LoadReport>("/load", {
			...{ count, perSecond: Number(values["per-second"]) },
			questions: [["claims", "rail link"]],
		} satisfies LoadOrder);
	const wentAt = Date.now();
	await server.halt();
	const asking = ask(seconds * Number(values["per-second"]));
	ingest("second.txt", story("gas terminal"));
	await sleep(seconds * 1_000 - (Date.now() - wentAt));
	await server.start();
	const backAt = Date.now();
	const asked = await asking;
	const after = await ask(20);

	const keys = await keysPosted(backAt);
	const doubled = keys.length - new Set(keys).size;
	const delivered = Math.round((Date.now() - backAt) / 100) / 10;
	const articles = new Set((await store.changes.after(0, 1_000)).map(({ article }) => article));
	await store.close();
	const told = programs.map((program) => ({
		...program.warnings(),
		again: program.count("The database is there again."),
	}));
	console.log(
		`away for ${Math.round((backAt - wentAt) / 1_000)} s; load ${loadavg()[0]?.toFixed(1)}`,
	);
	console.log(
		`digests: ${new Set(keys).size} of ${digests}, ${doubled} doubled, all there ${delivered} s after the return`,
	);
	console.log(
		`asked meanwhile: ${asked.answered} of ${asked.sent} replied to, ${asked.doubled} twice; p50 / longest ${asked.answer.p50} / ${asked.answer.max} ms; acknowledged within ${asked.acknowledged.max} ms`,
	);
	console.log(
		`asked afterwards: ${after.answered} of ${after.sent}, ${after.answer.p50} / ${after.answer.max} ms`,
	);
	console.log(`articles in the journal: ${articles.size} of 2`);
	for (const lines of told) console.log(`the log of a process: ${JSON.stringify(lines)}`);
	const { violations } = await slack.order<{ violations: string[] }>("/state");
	missed.push(
		...violations.map((violation) => `Slack's rules: ${violation}`),
		...[
			new Set(keys).size < digests && "digests lost",
			doubled > 0 && "digests doubled",
			asked.lost + after.lost > 0 && "people without a reply",
			asked.doubled > 0 && "people with two replies",
			articles.size < 2 && "an article that the journal lacks",
			told.some(({ again }) => again !== 1) && "the return was not told once",
		].filter((each) => each !== false),
	);
} finally {
	for (const program of programs) await program.stop();
	await slack.stop();
	await server.remove();
	rmSync(folder, { recursive: true, force: true });
}
for (const what of missed) console.log(`MISSED ${what}`);
if (missed.length > 0) process.exitCode = 1;

async function subscribe(store: Store, first: number): Promise<void> {
	const { channels } = slack.told;
	for (let n = 0; n < digests; n++) {
		const due = new Date(first + (n % minutes) * minute);
		await store.subscriptions.add(
			{
				...{ id: `away${n}`.padEnd(12, "x"), maker: "U1", language: "en", when: "daily" },
				place: {
					platform: "slack",
					space: null,
					channel: channels[n % channels.length] ?? "",
					thread: null,
				},
				request: { command: "claims", text: "rail link" },
				...{ at: due.toISOString().slice(11, 16), zone: "UTC", empty: "say", paused: null },
				days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
				...{ createdAt: n, from: localDay(first, "UTC"), since: 0, lastDay: null, nextDue: 0 },
			},
			digests,
		);
	}
}

/** All that reached their channels, waited for. */
async function keysPosted(since: number): Promise<string[]> {
	for (;;) {
		const { posts } = await slack.order<{ posts: { key: string | null }[] }>("/state");
		const keys = posts.flatMap(({ key }) => key ?? []);
		if (new Set(keys).size >= digests || Date.now() - since > patienceMs) return keys;
		await sleep(500);
	}
}
