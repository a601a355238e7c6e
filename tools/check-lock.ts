import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./files.ts";

type Locked = { version?: string; dev?: boolean; optionalDependencies?: Record<string, string> };
export type Lock = { packages: Record<string, Locked & Record<string, unknown>> };
type Missing = { name: string; version: string; dev: boolean };

/**
 * Optional packages that a locked package names and the lock lacks. npm leaves out those of other
 * platforms that it could not ask its registry for, and `npm ci` then refuses the whole lock.
 */
export function missingFromLock({ packages }: Lock): Missing[] {
	const missing = new Map<string, Missing>();
	for (const [path, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
		for (const [name, version] of Object.entries(optionalDependencies))
			if (!isReachable(packages, path, name)) missing.set(name, { name, version, dev });
	}
	return [...missing.values()];
}

/** Node's own way of looking: beside the package, then in every folder above it. */
function isReachable(packages: Lock["packages"], from: string, name: string): boolean {
	for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
		if (packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
		if (!base.includes("/node_modules/"))
			return base !== "" && packages[`node_modules/${name}`] !== undefined;
	}
}

const platform =
	/(android|darwin|linux|win32|freebsd|openharmony)-(arm64|x64|ia32|ppc64|s390x|riscv64|arm)(?:-(\w+))?$/;

/** What the lock needs to know of a package for another platform, in order to pass it over. */
export function platformEntry({ name, version, dev }: Missing): Lock["packages"][string] | null {
	const [, os, cpu, abi = ""] = platform.exec(name) ?? [];
	if (!os || !cpu || !/^\d+\.\d+\.\d+/.test(version)) return null;
	const libc = abi.startsWith("musl") ? "musl" : "glibc";
	return {
		version,
		cpu: [cpu],
		...(dev ? { dev } : {}),
		...(os === "linux" ? { libc: [libc] } : {}),
		optional: true,
		os: [os],
	};
}

/** The check of package-lock.json. */
export function checkLock(): { findings: string[]; looked: string } {
	const lock = readLock();
	const findings = missingFromLock(lock).map(
		({ name, version }) => `${name}@${version} is not locked; npm run lock -- --mend adds it`,
	);
	return { findings, looked: `${Object.keys(lock.packages).length} packages` };
}

const file = join(root, "package-lock.json");

function readLock(): Lock {
	return JSON.parse(readFileSync(file, "utf8"));
}

/** `check-lock [--mend]`: says what the lock lacks; with --mend it adds what other platforms need. */
function main(args: string[]): number {
	const { values } = parseArgs({ args, options: { mend: { type: "boolean" } } });
	if (values.mend) {
		const lock = readLock();
		for (const missing of missingFromLock(lock)) {
			const entry = platformEntry(missing);
			if (entry) lock.packages[`node_modules/${missing.name}`] = entry;
		}
		const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
		const text = JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2);
		writeFileSync(file, `${text}\n`);
	}
	const { findings, looked } = checkLock();
	for (const finding of findings) process.stderr.write(`${finding}\n`);
	process.stdout.write(`lock: ${looked}, ${findings.length} findings\n`);
	return findings.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
