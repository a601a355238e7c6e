import { type ChildProcess, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What somebody holds open, and the command that meets it. */
export type Hold = {
	args: string[];
	env?: Record<string, string>;
	/** Written to its input, which stays open. */
	input?: string;
	/** Nobody reads what it writes. */
	isUnread?: true;
	/** Resolves once the command is held; told what it has written so far. */
	isHeld(written: () => string, child: ChildProcess): Promise<void>;
	/** The status that it is to end with. */
	status: number;
	end(): void | Promise<void>;
};

const signingSecret = "0123456789abcdef0123456789abcdef";

/** A server that takes connections and never says a word. */
async function silent(): Promise<{ server: Server; url: string; asked: Promise<unknown> }> {
	const server = createServer(() => {});
	const asked = once(server, "request");
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return { server, url: `http://127.0.0.1:${port}`, asked };
}

function close(server: Server): void {
	server.close();
	server.closeAllConnections();
}

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A Slack that answers what a start asks, so that the program serves over HTTP. */
async function slackThatStarts(): Promise<{ server: Server; url: string }> {
	const server = createServer((request, response) => {
		request.resume();
		response.writeHead(200, { "content-type": "application/json" });
		response.end(JSON.stringify({ ok: true, team_id: "T1", bot_id: "B1", user_id: "U1" }));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` };
}

/** A port that is free for now. */
async function freePort(): Promise<number> {
	const { server, url } = await silent();
	close(server);
	return Number(new URL(url).port);
}

/** A stranger who sends the beginning of a request to the program and then nothing more. */
async function halfSent(folder: string, bytes: string): Promise<Hold> {
	const slack = await slackThatStarts();
	const port = await freePort();
	let stranger: Socket | undefined;
	return {
		args: ["serve"],
		env: {
			ISNAD_DATA: join(folder, "data"),
			LOG_FORMAT: "json",
			PORT: String(port),
			SLACK_BOT_TOKEN: "xoxb-1",
			SLACK_SIGNING_SECRET: signingSecret,
			SLACK_API_URL: slack.url,
		},
		async isHeld(written) {
			await until(() => written().includes('"msg":"ready"'));
			stranger = connect(port, "127.0.0.1");
			stranger.on("error", () => {});
			await once(stranger, "connect");
			stranger.write(bytes);
			await new Promise((resolve) => setTimeout(resolve, 200));
		},
		status: 0,
		end() {
			stranger?.destroy();
			close(slack.server);
		},
	};
}

/** A Slack that takes a command's first call and never answers it. */
async function silentSlack(folder: string, command: string, status: number): Promise<Hold> {
	const { server, url, asked } = await silent();
	return {
		args: [command],
		env: {
			ISNAD_DATA: join(folder, "data"),
			SLACK_BOT_TOKEN: "xoxb-1",
			SLACK_SIGNING_SECRET: signingSecret,
			SLACK_API_URL: `${url}/api/`,
		},
		isHeld: async () => void (await asked),
		status,
		end: () => close(server),
	};
}

/** Each in an empty folder of its own. */
export const holds: Record<string, (folder: string) => Promise<Hold>> = {
	"a body of which half was sent, without a signature": (folder) =>
		halfSent(
			folder,
			"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{",
		),
	"a head of which half was sent": (folder) =>
		halfSent(folder, "POST /slack/events HTTP/1.1\r\nHost: x\r\nX-"),
	"a Slack that never answers a start": (folder) => silentSlack(folder, "serve", 0),
	"a Slack that never answers doctor": (folder) => silentSlack(folder, "doctor", 1),
	"an address that is read and never answers": async (folder) => {
		const { server, url, asked } = await silent();
		return {
			args: ["ingest", url, "--corpus", join(folder, "corpus")],
			env: { ISNAD_ALLOW_ADDRESSES: new URL(url).host },
			isHeld: async () => void (await asked),
			status: 1,
			end: () => close(server),
		};
	},
	"a source that never answers": async (folder) => {
		const { server, url, asked } = await silent();
		return {
			args: ["source", "add", `${url}/feed`],
			env: { ISNAD_DATA: join(folder, "data"), ISNAD_ALLOW_ADDRESSES: new URL(url).host },
			isHeld: async () => void (await asked),
			status: 1,
			end: () => close(server),
		};
	},
	"an input that never ends": async () => ({
		args: ["batch"],
		input: '{"command":"sources","text":""}\n',
		isHeld: (written) => until(() => written().includes("\n")),
		status: 0,
		end: () => {},
	}),
	"an output that nobody reads": async () => ({
		args: ["batch"],
		input: '{"command":"sources","text":"","limit":50}\n'.repeat(200),
		isUnread: true,
		// Whoever looks whether there is something to read takes what fits, and no more after that.
		async isHeld(_written, { stdout }) {
			stdout?.on("readable", () => {});
			await until(() => (stdout?.readableLength ?? 0) >= (stdout?.readableHighWaterMark ?? 0));
			// The pipe behind it takes some more, which can be seen by nobody but the writer.
			await new Promise((resolve) => setTimeout(resolve, 4_000));
		},
		status: 1,
		end: () => {},
	}),
	"an input that never ends, of the console that is served": async (folder) => ({
		args: ["serve"],
		env: { ISNAD_DATA: join(folder, "data"), LOG_FORMAT: "json" },
		isHeld: (written) => until(() => written().includes('"msg":"ready"')),
		status: 0,
		end: () => {},
	}),
	"a state that another process has locked": async (folder) => {
		const data = join(folder, "data");
		mkdirSync(data);
		const held = new DatabaseSync(join(data, "isnad.db"));
		held.exec("create table t (a); begin exclusive; insert into t values (1)");
		return {
			args: ["digest", "list"],
			env: { ISNAD_DATA: data },
			// It says nothing while it waits.
			isHeld: () => new Promise((resolve) => setTimeout(resolve, 1_500)),
			status: 1,
			end: () => held.close(),
		};
	},
};

/** Names in a folder behind which no file is, or the folder itself; what they are called by. */
export function plantTraps(folder: string, page: string): Record<string, string> {
	copyFileSync(page, join(folder, "good.txt"));
	pipe(join(folder, "pipe.txt"));
	symlinkSync("/dev/zero", join(folder, "endless.txt"));
	symlinkSync(".", join(folder, "loop"));
	mkdirSync(join(folder, "inner"));
	symlinkSync("..", join(folder, "inner", "back"));
	writeFileSync(Buffer.from(`${folder}/caf\xe9.txt`, "latin1"), "text");
	return {
		"pipe.txt": "a named pipe",
		"endless.txt": "a device",
		loop: "read already",
		"inner/back": "read already",
		"caf\ufffd.txt": "not written in UTF-8",
	};
}

export function pipe(path: string): void {
	const { status, error } = spawnSync("mkfifo", [path]);
	if (status !== 0) throw error ?? new Error(`mkfifo ended with ${status}`);
}
