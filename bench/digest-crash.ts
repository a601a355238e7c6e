import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { crashRun } from "../tests/e2e/digest/crash.ts";
import { seeded } from "../tests/unit/storage/kills.ts";

/**
 * Delivers digests on both platforms with workers that are killed and frozen:
 * `node bench/digest-crash.ts --digests 420 --kills 150 --seed 1`. Ends with 1 where one was lost
 * or doubled, or a subscription was paused.
 */
const { values } = parseArgs({
	options: {
		digests: { type: "string", default: "420" },
		kills: { type: "string", default: "150" },
		seed: { type: "string", default: `${Date.now() % 1_000_000}` },
	},
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
const seed = Number(values.seed);
console.log(`seed ${seed}`);
const data = await mkdtemp(join(tmpdir(), "isnad-crash-"));
try {
	const report = await crashRun({
		data,
		digests: Number(values.digests),
		kills: Number(values.kills),
		strange: 0.25,
		revocations: 20,
		freezes: 0.15,
		random: seeded(seed),
		timing: {
			requestMs: 800,
			leaseMs: 3_500,
			settleMs: 1_000,
			retryMs: 300,
			longestRetryMs: 2_000,
			lookMs: 250,
			watchMs: 20,
			restMs: 50,
			longestRestMs: 500,
			leastWaitMs: 50,
			longestWaitMs: 2_000,
		},
		anywhereMs: 700,
		livesMs: [50, 3_000],
		patienceMs: 900_000,
	});
	console.log(JSON.stringify(report, null, "\t"));
	const { slack, discord } = report;
	const wrong = [slack, discord].flatMap(({ lost, doubled, paused }) => [
		...lost,
		...doubled,
		...paused,
	]);
	process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
	await rm(data, { recursive: true, force: true });
}
