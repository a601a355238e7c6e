import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../src/storage/open.ts";
import { killWriters, seeded } from "../tests/unit/storage/kills.ts";

/**
 * The state under kills and under load: `node bench/digest-storage.ts --kills 200 --seed 1`; with
 * `--commits N` alone it commits N rows one after the other, to be watched by
 * `strace -f -c -e trace=fsync,fdatasync`.
 */
const { values } = parseArgs({
	options: {
		kills: { type: "string", default: "200" },
		seed: { type: "string", default: `${Date.now() % 1_000_000}` },
		commits: { type: "string" },
	},
});
const data = await mkdtemp(join(tmpdir(), "isnad-kills-"));
const view = (n: number) => ({ id: `v${n}`, request: null, answer: null, places: [], at: n });
try {
	if (values.commits) await commits(Number(values.commits));
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

async function commits(count: number): Promise<void> {
	const store = await openStore({ data });
	const times: number[] = [];
	for (let n = 0; n < count; n++) {
		const began = performance.now();
		await store.views.put(view(n));
		times.push(performance.now() - began);
	}
	await store.close();
	times.sort((a, b) => a - b);
	const at = (share: number) => Number((times[Math.floor(share * (count - 1))] ?? 0).toFixed(2));
	console.log(JSON.stringify({ commits: count, ms: { p50: at(0.5), p99: at(0.99), max: at(1) } }));
}
