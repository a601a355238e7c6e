import { describe, expect, it } from "vitest";
import { type Fault, faults } from "./faults.ts";
import { type SimulationReport, simulate } from "./simulation.ts";

const runs = new Map<number, Promise<SimulationReport>>();

/** An hour from this seed, gone through once for all tests. */
function hourFrom(seed: number): Promise<SimulationReport> {
	const run = runs.get(seed) ?? simulate({ seed, hours: 1 });
	runs.set(seed, run);
	return run;
}

describe("several processes over one database", () => {
	// 1129: a version that is noted behind the one that followed it.
	it.each([1, 55, 1129])(
		"keep what is promised through kills, cuts and delays: seed %i",
		async (seed) => {
			const { violations, ...report } = await hourFrom(seed);
			expect(violations).toEqual([]);
			expect(report.messages).toBeGreaterThan(25);
			expect(Math.min(report.kills, report.cuts, report.freezes)).toBeGreaterThan(1);
		},
	);

	it("go the same way again from the same seed", async () => {
		expect(await simulate({ seed: 55, hours: 1 })).toEqual(await hourFrom(55));
	});

	it("bear clocks that are minutes apart: a digest comes once all the same", async () => {
		const { violations } = await simulate({ seed: 5, hours: 1, skewMs: 300_000 });
		expect(violations).toEqual([]);
	});

	// What finds nothing wrong has to find what is wrong.
	it.each(Object.keys(faults) as Fault[])("are caught where %s", async (fault) => {
		const found = await simulate({ seed: 1, hours: 1, fault });
		expect(found.violations.length).toBeGreaterThan(0);
	});
});
