import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../src/storage/open.ts";
import { startServer } from "../tests/servers/postgres/server.ts";
import { killWriters, seeded } from "../tests/unit/storage/kills.ts";

/**
 * The state under kills and under load: `node bench/digest-storage.ts --kills 200 --seed 1`; with
 * `--commits N` it commits N rows instead, `--at-once M` of them under way at a time, to be watched
 * by `strace -f -c -e trace=fsync,fdatasync`; `--postgres`: into a PostgreSQL of its own, `--appends`:
 * of changes to the journal instead of views.
 */
const { values } = parseArgs({
	options: {
		kills: { type: "string", default: "200" },
		seed: { type: "string", default: `${Date.now() % 1_000_000}` },
		commits: { type: "string" },
		"at-once": { type: "string", default: "1" },
		postgres: { type: "boolean", default: false },
		appends: { type: "boolean", default: false },
	},
});
const data = await mkdtemp(join(tmpdir(), "isnad-kills-"));
const change = (n: number) => ({
	...{ at: n, kind: "added" as const, article: `a${n}`, before: null },
	...{ newClaims: [], goneClaims: [] },
});
const view = (n: number) => ({ id: `v${n}`, request: null, answer: null, places: [], at: n });
try {
	if (values.commits) await commits(Number(values.commits), Number(values["at-once"]));
	else {
		const seed = Number(values.seed);
		const { kills, acknowledged, lost } = await killWriters(
			data,
			Number(values.kills),
			seeded(seed),
		);
		console.log(JSON.stringify({ seed, kills, acknowledged, lost: lost.length }));
		process.exitCode = lost.length > 0 ? 1 : 0;
	}
} finally {
	await rm(data, { recursive: true, force: true });
}

async function commits(count: number, atOnce: number): Promise<void> {
	const server = values.postgres ? await startServer({ fsync: "on" }) : undefined;
	const databaseUrl = server?.database("commits");
	const store = await openStore({ data, databaseUrl });
	const keep = (n: number) =>
		values.appends ? store.changes.append([change(n)]) : store.views.put(view(n));
	const times: number[] = [];
	let next = 0;
	const lane = async () => {
		while (next < count) {
			const began = performance.now();
			await keep(next++);
			times.push(performance.now() - began);
		}
	};
	const began = performance.now();
	await Promise.all(Array.from({ length: atOnce }, lane));
	const seconds = (performance.now() - began) / 1_000;
	await store.close();
	await server?.remove();
	times.sort((a, b) => a - b);
	const at = (share: number) => Number((times[Math.floor(share * (count - 1))] ?? 0).toFixed(2));
	const ms = { p50: at(0.5), p99: at(0.99), max: at(1) };
	console.log(
		JSON.stringify({ commits: count, atOnce, perSecond: Math.round(count / seconds), ms }),
	);
}
