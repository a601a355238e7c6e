import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type CrashOrder, crashRun } from "../tests/e2e/digest/crash.ts";
import { type CutDatabase, startCutDatabase } from "../tests/e2e/digest/cut-connections.ts";
import { seeded } from "../tests/unit/storage/kills.ts";

/**
 * Delivers digests on both platforms with workers that are killed and frozen:
 * `node bench/digest-crash.ts --digests 420 --kills 150 --seed 1`. With `--postgres` three processes
 * share one PostgreSQL, their clocks differ by two seconds, their connections are cut, at commits
 * among them, and the server itself is away for some seconds. Ends with 1 where a digest was lost
 * or doubled, or a subscription was paused.
 */
const { values } = parseArgs({
	options: {
		digests: { type: "string", default: "420" },
		kills: { type: "string", default: "150" },
		seed: { type: "string", default: `${Date.now() % 1_000_000}` },
		postgres: { type: "boolean", default: false },
	},
});
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
	process.once(signal, () => process.exit(1));
const seed = Number(values.seed);
console.log(`seed ${seed}`);
const random = seeded(seed);
const data = await mkdtemp(join(tmpdir(), "isnad-crash-"));
const database = values.postgres ? await startCutDatabase(random) : undefined;

/** When the server goes away, and for how long. */
const awayMs = { after: 20_000, for: 5_000 };

function onPostgres({ place, cutPlace, cut, away }: CutDatabase) {
	return {
		place,
		workerPlace: cutPlace,
		aheadMs: [-1_000, 0, 1_000],
		async disturb(isOver: () => boolean) {
			const cutting = cut(isOver);
			await wait(awayMs.after);
			if (!isOver()) await away(awayMs.for);
			await cutting;
		},
	} satisfies Partial<CrashOrder>;
}

try {
	const report = await crashRun({
		...(database ? onPostgres(database) : { place: { data }, aheadMs: [0, 0] }),
		digests: Number(values.digests),
		kills: Number(values.kills),
		strange: 0.25,
		revocations: 20,
		freezes: 0.15,
		random,
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
	console.log(JSON.stringify({ ...report, cuts: database?.cuts() ?? 0 }, null, "\t"));
	const { slack, discord } = report;
	const wrong = [slack, discord].flatMap(({ lost, doubled, paused }) => [
		...lost,
		...doubled,
		...paused,
	]);
	process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
	await database?.remove();
	await rm(data, { recursive: true, force: true });
}
