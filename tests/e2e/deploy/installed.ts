import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { project } from "../run.ts";

type Lock = { packages: Record<string, { dev?: true; optional?: true; devOptional?: true }> };

/** Lays into a folder what a container is made of: these paths of the project, and the packages that it runs with. */
export function installInto(folder: string, paths: readonly string[]): void {
	const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as Lock;
	const packages = Object.entries(lock.packages)
		.filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
		// Of what is optional there is what this machine takes, but for a second Node.
		.filter(([path, { optional }]) => !optional || isTaken(path))
		.map(([path]) => path);
	// Those inside of another package come with it.
	const outermost = packages.filter((path) => path.lastIndexOf("node_modules/") === 0);
	for (const path of [...paths, ...outermost]) copy(path, folder);
}

function isTaken(path: string): boolean {
	return !path.startsWith("node_modules/node-linux-") && existsSync(join(project, path));
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
