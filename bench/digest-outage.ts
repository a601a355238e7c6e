import { parseArgs } from "node:util";
import { outageRun } from "../tests/unit/digest/outage-run.ts";
import { type Outage, outages } from "../tests/unit/digest/platform.ts";
import { seeded } from "../tests/unit/storage/kills.ts";

/**
 * What becomes of the digests that are due while Slack is away for an hour, on a clock of its own:
 * `node bench/digest-outage.ts --per-minute 6 --seed 1`. Ends with 1 where one was lost or doubled,
 * paused, or overtaken by one that was due later.
 */
const { values } = parseArgs({
	options: {
		"per-minute": { type: "string", default: "6" },
		seed: { type: "string", default: "20240506" },
	},
});
const random = seeded(Number(values.seed));
for (const outage of Object.keys(outages) as Outage[]) {
	const report = await outageRun({ outage, perMinute: Number(values["per-minute"]), random });
	console.log(`${outage}: ${JSON.stringify(report)}`);
	const { digests, sent, doubled, overtakenBy, paused } = report;
	if (sent < digests || doubled + overtakenBy + paused > 0) process.exitCode = 1;
}
