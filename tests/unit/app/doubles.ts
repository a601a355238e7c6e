import { PassThrough, Readable } from "node:stream";
import { runCli } from "../../../src/app/cli/cli.ts";
import type { Io } from "../../../src/app/io.ts";

export type Ended = { status: number; stdout: string; stderr: string };

type Around = { input?: string; env?: Record<string, string>; now?: () => number };

/** Runs the command line in this process, on streams of its own. */
export async function run(
	args: string[],
	{ input = "", env = {}, now = () => Date.UTC(2024, 5, 1) }: Around = {},
): Promise<Ended> {
	const [stdout, stderr] = [new PassThrough(), new PassThrough()];
	const io: Io = {
		stdin: Readable.from(input ? [Buffer.from(input)] : []),
		stdout,
		stderr,
		env,
		cwd: "/nonexistent",
		now,
		signal: new AbortController().signal,
	};
	const [out, err] = [read(stdout), read(stderr)];
	const status = await runCli(args, io);
	stdout.end();
	stderr.end();
	return { status, stdout: await out, stderr: await err };
}

async function read(stream: PassThrough): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString("utf8");
}

/** One sentence on one line, as every refusal must be. */
export function isOneLine(text: string): boolean {
	return /^[^\n]+[.!?]\n$/.test(text);
}
