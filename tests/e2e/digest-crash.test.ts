import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { whyNoServer } from "../servers/postgres/programs.ts";
import { seeded } from "../unit/storage/kills.ts";
import { crashRun } from "./digest/crash.ts";
import { startCutDatabase } from "./digest/cut-connections.ts";

const timing = {
	requestMs: 600,
	leaseMs: 2_000,
	settleMs: 800,
	retryMs: 100,
	longestRetryMs: 500,
	lookMs: 100,
	watchMs: 20,
	restMs: 50,
	longestRestMs: 500,
	leastWaitMs: 50,
	longestWaitMs: 2_000,
};

/** Half a minute beside patience on the busiest machine: it bounds a failure alone. */
const timeLimitMs = 6 * 60_000 + 30_000;

// The long run is bench/digest-crash.ts; docs/digests.md has its figures.
it(
	"loses and doubles no digest while its workers are killed and frozen",
	async () => {
		const data = await mkdtemp(join(tmpdir(), "isnad-crash-"));
		try {
			const report = await crashRun({
				place: { data },
				aheadMs: [0, 0],
				digests: 4,
				kills: 2,
				strange: 0.4,
				revocations: 2,
				freezes: 0.5,
				random: seeded(Number(process.env.ISNAD_TEST_SEED)),
				timing,
				anywhereMs: 60,
				livesMs: [20, 400],
				patienceMs: 60_000,
			});
			expect(report).toMatchObject({
				slack: { digests: 4, posted: 4, lost: [], doubled: [], paused: [] },
				discord: { digests: 4, posted: 4, lost: [], doubled: [], paused: [] },
			});
			expect(report.kills).toBeGreaterThanOrEqual(2);
		} finally {
			await rm(data, { recursive: true, force: true });
		}
	},
	timeLimitMs,
);

it.skipIf(whyNoServer())(
	"loses and doubles none in three processes on one PostgreSQL, with clocks that differ and connections that are cut",
	async () => {
		const random = seeded(Number(process.env.ISNAD_TEST_SEED));
		const database = await startCutDatabase(random);
		try {
			const report = await crashRun({
				place: database.place,
				workerPlace: database.cutPlace,
				aheadMs: [-200, 0, 200],
				disturb: database.cut,
				digests: 4,
				kills: 2,
				strange: 0.2,
				revocations: 0,
				freezes: 0.2,
				random,
				timing,
				anywhereMs: 60,
				livesMs: [300, 900],
				patienceMs: 60_000,
			});
			expect(report).toMatchObject({
				slack: { digests: 4, posted: 4, lost: [], doubled: [], paused: [] },
				discord: { digests: 4, posted: 4, lost: [], doubled: [], paused: [] },
			});
			expect(database.cuts()).toBeGreaterThan(0);
		} finally {
			await database.remove();
		}
	},
	timeLimitMs,
);
