/**
 * How long after a signal each command ends that somebody holds open; see tests/e2e/stopping/holds.ts.
 *   node bench/stopping.ts [--runs 3]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "../src/app/paths.ts";
import { holds } from "../tests/e2e/stopping/holds.ts";

const goalMs = 2_000;
const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const main = join(projectFolder, "src", "main.ts");

async function measured(holdIn: (typeof holds)[string]): Promise<{ ms: number; status: string }> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-stopping-"));
	const hold = await holdIn(folder);
	const env = { PATH: process.env.PATH ?? "", HOME: folder, ...hold.env };
	const child = spawn(process.execPath, [main, ...hold.args], { cwd: folder, env });
	try {
		let written = "";
		for (const stream of hold.isUnread ? [child.stderr] : [child.stdout, child.stderr])
			stream.on("data", (chunk: Buffer) => {
				written += String(chunk);
			});
		child.stdin.on("error", () => {});
		child.stdin.write(hold.input ?? "");
		await hold.isHeld(() => written, child);
		const asked = performance.now();
		const end = once(child, "exit");
		child.kill("SIGTERM");
		const [status, signal] = await end;
		return { ms: performance.now() - asked, status: String(status ?? signal) };
	} finally {
		child.kill("SIGKILL");
		await hold.end();
		rmSync(folder, { recursive: true, force: true });
	}
}

console.log("| held open by | slowest end ms | status | goal ms |\n|---|---|---|---|");
for (const [what, holdIn] of Object.entries(holds)) {
	const runs = [];
	for (let n = 0; n < Number(values.runs); n++) runs.push(await measured(holdIn));
	const slowest = Math.max(...runs.map(({ ms }) => ms));
	const statuses = [...new Set(runs.map(({ status }) => status))].join(", ");
	console.log(`| ${what} | ${slowest.toFixed(0)} | ${statuses} | ${goalMs} |`);
	if (slowest > goalMs) process.exitCode = 1;
}
