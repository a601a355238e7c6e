import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { project } from "../run.ts";

type Lock = { packages: Record<string, { dev?: true; optional?: true; devOptional?: true }> };

/** Lays into a folder what a container is made of: these paths of the project, and the packages that it runs with. */
export function installInto(folder: string, paths: readonly string[]): void {
	const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as Lock;
	const packages = Object.entries(lock.packages)
		.filter(([path, { dev, optional, devOptional }]) => path && !dev && !optional && !devOptional)
		.map(([path]) => path);
	// Those inside of another package come with it.
	const outermost = packages.filter((path) => path.lastIndexOf("node_modules/") === 0);
	for (const path of [...paths, ...outermost]) copy(path, folder);
}

/** As links where both are on one disk: it is read only. */
function copy(path: string, folder: string): void {
	const [from, to] = [join(project, path), join(folder, path)];
	mkdirSync(dirname(to), { recursive: true });
	try {
		execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
	} catch {
		cpSync(from, to, { recursive: true });
	}
}
