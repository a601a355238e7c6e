import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { owner, whyNoServer } from "./programs.ts";
import { freePort, password } from "./server.ts";

export const poolModes = ["session", "transaction", "statement"] as const;
export type PoolMode = (typeof poolModes)[number];

/** Debian puts it where only root looks. */
function program(): string | undefined {
	const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
	return folders.map((folder) => join(folder, "pgbouncer")).find((path) => existsSync(path));
}

/** What a test that needs PgBouncer says where it is left out; undefined where it can run. */
export function whyNoPooler(): string | undefined {
	return whyNoServer() ?? (program() ? undefined : "needs PgBouncer");
}

/** PgBouncer before a server of `startServer`; everything but the mode is as it comes. */
export async function startPooler(
	target: number,
	mode: PoolMode,
): Promise<{ port: number; stop(): Promise<void> }> {
	const [path, user] = [program(), owner()];
	if (!path || !user) throw new Error("PgBouncer or a user for it is missing.");
	const folder = mkdtempSync(join(tmpdir(), "isnad-pooler-"));
	const port = await freePort();
	const settings = {
		...{ listen_addr: "127.0.0.1", listen_port: port, pool_mode: mode, unix_socket_dir: "" },
		...{ auth_type: "scram-sha-256", auth_file: join(folder, "users") },
	};
	const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
	const databases = ["[databases]", `* = host=127.0.0.1 port=${target}`, "[pgbouncer]"];
	writeFileSync(join(folder, "users"), `"isnad" "${password}"\n`);
	writeFileSync(join(folder, "pooler.ini"), [...databases, ...lines, ""].join("\n"));
	if (user.uid !== undefined)
		for (const name of ["", "users", "pooler.ini"])
			chownSync(join(folder, name), user.uid, user.uid);
	const pooler = spawn(path, ["-q", join(folder, "pooler.ini")], { ...user, stdio: "ignore" });
	const kill = () => pooler.kill("SIGKILL");
	process.once("exit", kill);
	while (pooler.exitCode === null && !(await isThere(port))) await wait(20);
	return {
		port,
		async stop() {
			const over = once(pooler, "exit");
			if (pooler.exitCode === null && kill()) await over;
			process.off("exit", kill);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function isThere(port: number): Promise<boolean> {
	const socket = connect(port, "127.0.0.1");
	const isOpen = await new Promise<boolean>((resolve) => {
		socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
	});
	socket.destroy();
	return isOpen;
}
