/** Holds an intake that has begun, and prints the number of the process that reads. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntakeProcess } from "../../../../src/app/live/intake/intake-process.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";

const [data = ""] = process.argv.slice(2);
const intake = new IntakeProcess(
	{
		...{ corpusDir: join(data, "corpus"), indexData: indexDataFolder, served: new Map() },
		...{ intents: join(data, "changes"), notes: join(data, "reading") },
	},
	() => {},
	Date.now,
);
await intake.news();
const [child] = readdirSync("/proc").filter((pid) => {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === String(process.pid);
	} catch {
		return false;
	}
});
process.stdout.write(`${child}\n`);
setInterval(() => {}, 1_000);
