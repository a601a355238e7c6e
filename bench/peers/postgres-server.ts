import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { owner, programs } from "../../tests/servers/postgres/programs.ts";
import { openClient } from "./postgres-client.ts";

export type Server = {
	/** Runs one statement and gives its rows, the columns of each joined by `|`. */
	run(sql: string): Promise<string[]>;
	/** Bytes of memory that the server's processes take; what they share counts once. */
	memory(): number;
	stop(): Promise<void>;
};

/** Starts a server of its own on a Unix socket in the folder, which is set up where it is empty. */
export async function startServer(folder: string): Promise<Server> {
	const bin = programs();
	const user = owner();
	if (!bin || !user)
		throw new Error("PostgreSQL cannot run here: its programs or a user for it are missing.");
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
