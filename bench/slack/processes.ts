import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../tools/files.ts";

export type Mode = "socket" | "http";

type Served = {
	apiUrl: string;
	controlUrl: string;
	botToken: string;
	appToken: string;
	signingSecret: string;
};

/** The Slack server and the bot, each a process of its own, so that neither slows the other's clock. */
export type Running = {
	/** One order to the server; what it answers. */
	order<T>(path: string, body?: object): Promise<T>;
	/** Resident memory of the bot, in megabytes. */
	memory(): Promise<number>;
	/** Ends both, the bot as a signal would; its exit status. */
	stop(): Promise<number | null>;
};

export async function start(mode: Mode): Promise<Running> {
	const server = child("tests/servers/slack/main.ts", [], {});
	const served = JSON.parse(await firstLine(server, () => true)) as Served;
	const data = await mkdtemp(join(tmpdir(), "isnad-slack-"));
	const port = 20_000 + Math.floor(Math.random() * 20_000);
	const bot = child("src/main.ts", ["serve"], {
		SLACK_BOT_TOKEN: served.botToken,
		SLACK_API_URL: served.apiUrl,
		...(mode === "socket"
			? { SLACK_APP_TOKEN: served.appToken }
			: { SLACK_SIGNING_SECRET: served.signingSecret }),
		ISNAD_DATA: data,
		ISNAD_QUESTIONS_PER_MINUTE: "100000",
		PORT: String(port),
		LOG_FORMAT: "json",
		LOG_LEVEL: "info",
	});
	await firstLine(bot, (line) => line.includes('"msg":"ready"'));
	const order = async <T>(path: string, body: object = {}): Promise<T> => {
		const response = await fetch(served.controlUrl + path, {
			method: "POST",
			body: JSON.stringify(body),
		});
		return (await response.json()) as T;
	};
	if (mode === "http") await order("/http", { url: `http://127.0.0.1:${port}/slack/events` });
	return {
		order,
		async memory() {
			const status = await readFile(`/proc/${bot.pid}/status`, "utf8");
			return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
		},
		async stop() {
			bot.kill("SIGTERM");
			if (bot.exitCode === null) await once(bot, "exit");
			server.kill("SIGTERM");
			if (server.exitCode === null) await once(server, "exit");
			await rm(data, { recursive: true, force: true });
			return bot.exitCode;
		},
	};
}

function child(file: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
	const { PATH, HOME } = process.env;
	return spawn(process.execPath, [join(root, file), ...args], {
		cwd: join(root, "tests"),
		env: { PATH, HOME, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/** The first line, of either stream, that is the one; what comes after is read and dropped. */
async function firstLine(from: ChildProcess, is: (line: string) => boolean): Promise<string> {
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const lines: string[] = [];
	for (const stream of [from.stdout, from.stderr]) {
		if (!stream) continue;
		createInterface({ input: stream }).on("line", (line) => {
			if (lines.length < 50) lines.push(line);
			if (is(line)) resolve(line);
		});
	}
	from.once("exit", (code) => reject(new Error(`ended with ${code}: ${lines.join("\n")}`)));
	return promise;
}
