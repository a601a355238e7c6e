/**
 * Runs every benchmark, one process each, so that none warms up or fills the memory of another.
 *   npm run bench
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../src/app/paths.ts";

const benches: { title: string; file: string; needs?: string }[] = [
	{ title: "Start, answers, ingest", file: "start.ts" },
	{
		title: "Search quality (240 paragraphs, 1,190 questions)",
		file: "search-quality.ts",
		needs: "../shared/bench/xquad",
	},
	{ title: "Search speed beside plain MiniSearch", file: "search.ts" },
];

for (const { title, file, needs } of benches) {
	console.log(`\n## ${title}\n`);
	if (needs && !existsSync(join(projectFolder, needs))) {
		console.log(`Left out: it needs ${needs}.`);
		continue;
	}
	const args = ["--expose-gc", join(projectFolder, "bench", file)];
	const { status } = spawnSync(process.execPath, args, { cwd: projectFolder, stdio: "inherit" });
	if (status !== 0) process.exitCode = 1;
}
