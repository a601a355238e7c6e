import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { run } from "../unit/app/doubles.ts";

export const project: string = fileURLToPath(new URL("../..", import.meta.url));
const main = join(project, "src", "main.ts");

export type Ended = { status: number | null; stdout: string; stderr: string };
/** Where a command keeps a state that no test looks at. */
const unused = join(tmpdir(), "isnad-e2e");
type Options = { input?: string; env?: Record<string, string> };

/** Starts the real program, as a user would, with none of the machine's settings nor a `.env`. */
export function start(args: string[], options: Options = {}): ChildProcess {
	return startFile(main, args, options);
}

/** The same with another file than the program's. */
export function startFile(file: string, args: string[], { env = {} }: Options = {}): ChildProcess {
	const clean = {
		PATH: process.env.PATH ?? "",
		HOME: tmpdir(),
		ISNAD_DATA: unused,
		// The program makes itself one too, but only once its first file was read.
		NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
	};
	const child = spawn(process.execPath, [file, ...args], {
		cwd: tmpdir(),
		env: { ...clean, ...env },
	});
	// A test that fails half-way leaves nothing running.
	onTestFinished(() => void child.kill("SIGKILL"));
	return child;
}

/** Runs it to its end. */
export function isnad(args: string[], options: Options = {}): Promise<Ended> {
	const child = start(args, options);
	child.stdin?.on("error", () => {});
	child.stdin?.end(options.input ?? "");
	return ended(child);
}

/**
 * Runs it in this process, as `main.ts` does in its own: a start takes a second, most commands the tenth of
 * it. What only a process shows (signals, pipes, how it ends) is looked at by those that start one.
 */
export function isnadHere(args: string[], options: Options = {}): Promise<Ended> {
	return run(args, { ...options, now: Date.now, env: { ISNAD_DATA: unused, ...options.env } });
}

export function ended(child: ChildProcess): Promise<Ended> {
	let stdout = "";
	let stderr = "";
	child.stdout?.setEncoding("utf8").on("data", (text: string) => {
		stdout += text;
	});
	child.stderr?.setEncoding("utf8").on("data", (text: string) => {
		stderr += text;
	});
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (status) => resolve({ status, stdout, stderr }));
	});
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "isnad-e2e-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** One sentence on one line, as every refusal must be. */
export function isOneLine(text: string): boolean {
	return /^[^\n]+[.!?]\n$/.test(text);
}
