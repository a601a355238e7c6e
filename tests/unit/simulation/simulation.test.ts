import { describe, expect, it } from "vitest";
import { type Fault, faults } from "./faults.ts";
import { simulate } from "./simulation.ts";

describe("several processes over one database", () => {
	// 1129: a version that is noted behind the one that followed it.
	it.each([1, 55, 1129])(
		"keep what is promised through kills, cuts and delays: seed %i",
		async (seed) => {
			const { violations, ...report } = await simulate({ seed, hours: 1 });
			expect(violations).toEqual([]);
			expect(report.messages).toBeGreaterThan(25);
			expect(Math.min(report.kills, report.cuts, report.freezes)).toBeGreaterThan(1);
		},
	);

	it("go the same way again from the same seed", async () => {
		const once = await simulate({ seed: 3, hours: 0.5 });
		expect(await simulate({ seed: 3, hours: 0.5 })).toEqual(once);
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
