import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { owner, programs } from "./programs.ts";

export type TestServer = {
	port: number;
	/** The address of a database that is made here, empty, with the password in it. */
	database(name: string): string;
	/** Of the server's own user: what an operator would do by hand. */
	run(sql: string, database?: string): string;
	/** Away, as for an upgrade: whoever is connected is cut off. */
	halt(): Promise<void>;
	start(): Promise<void>;
	/** Ends it and removes what it wrote. */
	remove(): Promise<void>;
};

/** A password that would be seen wherever it leaked, with letters that an address has to escape. */
export const password = "pass@word/leaks";

// No disk is waited for: what a test needs of the server are its locks and its answers.
const settings = { fsync: "off", max_connections: "60", log_min_messages: "panic" };

/** A server of its own on a free port of 127.0.0.1, in a temporary folder, with passwords asked for. */
export async function startServer(extra: Record<string, string> = {}): Promise<TestServer> {
	const [bin, user] = [programs(), owner()];
	if (!bin || !user) throw new Error("PostgreSQL's programs or a user for them are missing.");
	const folder = mkdtempSync(join(tmpdir(), "isnad-postgres-"));
	const data = join(folder, "data");
	writeFileSync(join(folder, "password"), password);
	chmodSync(join(folder, "password"), 0o644);
	if (user.uid !== undefined) chownSync(folder, user.uid, user.uid);
	const asked = ["-A", "scram-sha-256", "-U", "isnad", "--pwfile", join(folder, "password")];
	const made = spawnSync(
		join(bin, "initdb"),
		["-D", data, "-N", "-E", "UTF8", "--locale=C.UTF-8", ...asked],
		{ ...user, cwd: folder, encoding: "utf8" },
	);
	if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
	const port = await freePort();
	const all = { ...settings, ...extra, port: `${port}`, unix_socket_directories: folder };
	const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
	let server: ChildProcess | undefined;
	// A run that is called off leaves nothing behind.
	const kill = () => server?.kill("SIGQUIT");
	process.once("exit", kill);

	const run = (sql: string, database = "postgres") => {
		const env = { ...process.env, PGPASSWORD: password };
		const args = ["-h", "127.0.0.1", "-p", `${port}`, "-U", "isnad", "-d", database, "-XAtqc", sql];
		const told = spawnSync(join(bin, "psql"), args, { encoding: "utf8", env });
		if (told.status !== 0) throw new Error(told.stderr);
		return told.stdout.trim();
	};
	const start = async () => {
		server = spawn(join(bin, "postgres"), ["-D", data, ...options], {
			...user,
			cwd: folder,
			stdio: "ignore",
		});
		for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
			const args = ["-h", "127.0.0.1", "-p", `${port}`, "-q"];
			if (spawnSync(join(bin, "pg_isready"), args).status === 0) return;
			await wait(25);
		}
		throw new Error(`PostgreSQL does not start in ${data}.`);
	};
	const halt = async () => {
		if (!server || server.exitCode !== null) return;
		const over = once(server, "exit");
		server.kill("SIGINT");
		await over;
	};
	await start();
	return {
		port,
		run,
		start,
		halt,
		database(name) {
			run(`create database ${name}`);
			return addressOf(name, port);
		},
		async remove() {
			await halt();
			process.off("exit", kill);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export function addressOf(database: string, port: number): string {
	return `postgres://isnad:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string") throw new Error("There is no free port.");
	return address.port;
}
