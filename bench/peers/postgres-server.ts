import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openClient } from "./postgres-client.ts";

export type Server = {
	/** Runs one statement and gives its rows, the columns of each joined by `|`. */
	run(sql: string): Promise<string[]>;
	/** Bytes of memory that the server's processes take; what they share counts once. */
	memory(): number;
	stop(): Promise<void>;
};

const needed = ["initdb", "postgres", "psql"];
const debian = "/usr/lib/postgresql";

/** The folder with PostgreSQL's programs: beside the `postgres` of the PATH, or Debian's newest. */
export function programs(): string | undefined {
	const found = (process.env.PATH ?? "")
		.split(delimiter)
		.map((folder) => join(folder, "postgres"))
		.filter((path) => existsSync(path))
		.map((path) => dirname(realpathSync(path)));
	if (existsSync(debian)) {
		const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
		found.push(...versions.map((version) => join(debian, version, "bin")));
	}
	return found.find((folder) => needed.every((name) => existsSync(join(folder, name))));
}

/** PostgreSQL refuses to run as root: it then runs as the user `postgres`, where there is one. */
export function owner(): { uid?: number; gid?: number } | undefined {
	if (process.getuid?.() !== 0) return {};
	const { stdout } = spawnSync("id", ["-u", "postgres"], { encoding: "utf8" });
	const uid = Number.parseInt(stdout, 10);
	return Number.isNaN(uid) ? undefined : { uid, gid: uid };
}

/** Starts a server of its own on a Unix socket in the folder, which is set up where it is empty. */
export async function startServer(folder: string): Promise<Server> {
	const bin = programs();
	const user = owner();
	if (!bin || !user)
		throw new Error(
			`PostgreSQL cannot run here: ${needed.join(", ")} or a user for it is missing.`,
		);
	const options = { ...user, cwd: folder };
	if (readdirSync(folder).length === 0) {
		if (user.uid !== undefined) chownSync(folder, user.uid, user.uid);
		const args = ["-D", folder, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"];
		const { status, stderr } = spawnSync(join(bin, "initdb"), args, {
			...options,
			encoding: "utf8",
		});
		if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
	}
	const settings = ["-k", folder, "-c", "listen_addresses=", "-c", "autovacuum=off"];
	const server = spawn(join(bin, "postgres"), ["-D", folder, ...settings], {
		...options,
		stdio: "ignore",
	});
	const kill = () => server.kill("SIGINT");
	process.once("exit", kill);
	await ready(bin, folder, server);
	const client = openClient(join(bin, "psql"), folder);
	return {
		run: client.run,
		memory: () =>
			[server.pid ?? 0, ...childrenOf(server.pid ?? 0)].reduce((sum, pid) => sum + share(pid), 0),
		stop: async () => {
			await client.close();
			process.off("exit", kill);
			if (server.exitCode !== null) return;
			kill();
			await once(server, "exit");
		},
	};
}

/** Waits for the server to take connections, at most half a minute. */
async function ready(bin: string, folder: string, server: ChildProcess): Promise<void> {
	const args = ["-h", folder, "-U", "bench", "-d", "postgres", "-XAtc", "SELECT 1"];
	const end = performance.now() + 30_000;
	while (performance.now() < end && server.exitCode === null) {
		if (spawnSync(join(bin, "psql"), args).status === 0) return;
		await wait(20);
	}
	throw new Error(`PostgreSQL does not start in ${folder}.`);
}

function childrenOf(pid: number): number[] {
	const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
	return text ? text.split(" ").map(Number) : [];
}

/** The process's share of memory (Pss), in bytes. */
function share(pid: number): number {
	const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
	return 1024 * Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}
