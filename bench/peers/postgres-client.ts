import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type Client = {
	/** Runs one statement (for a COPY: with its data) and gives its rows. */
	run(sql: string): Promise<string[]>;
	close(): Promise<void>;
};

type Waiting = {
	rows: string[];
	resolve: (rows: string[]) => void;
	reject: (error: Error) => void;
};

/** Printed after each statement; no row of the benchmark looks like it. */
const end = "--end--";

/** One `psql` that stays open: PostgreSQL's protocol without a package that speaks it. */
export function openClient(psql: string, folder: string): Client {
	const args = ["-h", folder, "-U", "bench", "-d", "postgres", "-XAtq", "-v", "ON_ERROR_STOP=1"];
	const client = spawn(psql, args, { stdio: ["pipe", "pipe", "pipe"] });
	const waiting: Waiting[] = [];
	let errors = "";
	client.stderr.on("data", (text) => {
		errors += text;
	});
	createInterface({ input: client.stdout }).on("line", (line) => {
		if (line === end) {
			const first = waiting.shift();
			first?.resolve(first.rows);
		} else waiting[0]?.rows.push(line);
	});
	client.on("exit", () => {
		for (const { reject } of waiting.splice(0)) reject(new Error(`psql ended: ${errors}`));
	});
	return {
		run: (sql) =>
			new Promise((resolve, reject) => {
				waiting.push({ rows: [], resolve, reject });
				client.stdin.write(`${sql}\n\\echo ${end}\n`);
			}),
		close: async () => {
			if (client.exitCode !== null) return;
			client.stdin.end();
			await once(client, "exit");
		},
	};
}
