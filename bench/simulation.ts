import { parseArgs } from "node:util";
import { whyNoServer } from "../tests/servers/postgres/programs.ts";
import { startServer } from "../tests/servers/postgres/server.ts";
import { type Fault, faults } from "../tests/unit/simulation/faults.ts";
import { postgresDatabase, serverSettings } from "../tests/unit/simulation/postgres-database.ts";
import { simulate } from "../tests/unit/simulation/simulation.ts";

/**
 * Several processes with clocks of their own over one database, killed, frozen, cut off and delayed as a seed says:
 *   npm run bench -- simulation [--seeds 50] [--from 1] [--hours 6] [--processes 3] [--skew 15] [--fault NAME]
 *     [--postgres [--unlocked]]
 * `--postgres`: over a server's tables and locks, where its programs are installed, instead of SQLite;
 * `--unlocked`: without its locks, to see what that breaks.
 * `--skew`: seconds that a clock may lie off, to both sides. `--fault` plants one, to see it found. Ends
 * with 1 where a promise was broken, and names the seed.
 */
const { values } = parseArgs({
	options: {
		seeds: { type: "string", default: "50" },
		from: { type: "string", default: "1" },
		hours: { type: "string", default: "6" },
		processes: { type: "string", default: "3" },
		skew: { type: "string", default: "15" },
		fault: { type: "string" },
		postgres: { type: "boolean", default: false },
		unlocked: { type: "boolean", default: false },
	},
});
const { fault } = values;
if (fault !== undefined && !(fault in faults))
	throw new Error(`No fault "${fault}": name one of ${Object.keys(faults).join("; ")}.`);
const why = values.postgres ? whyNoServer() : undefined;
if (why) throw new Error(`--postgres ${why}.`);
const server = values.postgres ? await startServer(serverSettings) : null;
const [from, seeds] = [Number(values.from), Number(values.seeds)];
const sums = { changes: 0, messages: 0, kills: 0, cuts: 0, freezes: 0, hintsLost: 0 };
let together = 0;
let broken = 0;
for (let seed = from; seed < from + seeds; seed++) {
	const { violations, longestTogetherMs, ...report } = await simulate({
		...{ seed, hours: Number(values.hours), processes: Number(values.processes) },
		...{ skewMs: Number(values.skew) * 1_000, fault: fault as Fault | undefined },
		database:
			server === null
				? undefined
				: (...world) => {
						const address = server.database(`seed${seed}`);
						return postgresDatabase({ address, isUnlocked: values.unlocked }, ...world);
					},
	});
	for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += report[name];
	together = Math.max(together, longestTogetherMs);
	if (violations.length > 0) broken++;
	for (const violation of violations) console.log(`seed ${seed}: ${violation}`);
}
console.log(`${seeds} seeds of ${values.hours} h: ${JSON.stringify(sums)}`);
console.log(
	`two looked at one source at the same time for at most ${(together / 1_000).toFixed(0)} s`,
);
console.log(`seeds in which a promise was broken: ${broken}`);
if (broken > 0) process.exitCode = 1;
await server?.remove();
// Processes that were killed wait for ever.
process.exit();
