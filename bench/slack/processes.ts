import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../tools/files.ts";

export type Mode = "socket" | "http";

type Addresses = {
	apiUrl: string;
	controlUrl: string;
	botToken: string;
	appToken: string;
	signingSecret: string;
};

/** `server`: Slack and the people who ask. */
export type ProcessorTime = { bot: number; server: number };

export type Served = {
	mode: Mode;
	/** The checkout whose bot is served; this one where absent. */
	checkout?: string | undefined;
	/** A folder for what the bot's processor time went to, as V8 samples it. */
	profile?: string | undefined;
};

/** The Slack server and the bot, each a process of its own, so that neither slows the other's clock. */
export type Running = {
	/** One order to the server; what it answers. */
	order<T>(path: string, body?: object): Promise<T>;
	/** Resident memory of the bot, in megabytes. */
	memory(): Promise<number>;
	/** Processor time that each has taken so far, in milliseconds. */
	processor(): Promise<ProcessorTime>;
	/** Ends both, the bot as a signal would; its exit status. */
	stop(): Promise<number | null>;
};

export async function start({ mode, checkout = root, profile }: Served): Promise<Running> {
	const server = child([join(root, "tests/servers/slack/main.ts")], {});
	const served = JSON.parse(await firstLine(server, () => true)) as Addresses;
	const data = await mkdtemp(join(tmpdir(), "isnad-slack-"));
	const port = 20_000 + Math.floor(Math.random() * 20_000);
	const sampled = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
	const bot = child([...sampled, join(checkout, "src/main.ts"), "serve"], {
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
		async processor() {
			return { bot: await processorMs(bot), server: await processorMs(server) };
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

function child(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
	const { PATH, HOME } = process.env;
	return spawn(process.execPath, args, {
		cwd: join(root, "tests"),
		env: { PATH, HOME, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/** Of the user and of the system, in all threads: `utime` and `stime` of proc_pid_stat(5), in hundredths of a second. */
async function processorMs({ pid }: ChildProcess): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, "utf8");
	// The program's name, in brackets, may hold blanks.
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) * 10;
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
