import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectFolder } from "../../src/app/paths.ts";

/** A program of this project in a process of its own, with what it writes. */
export class Program {
	readonly #child: ChildProcess;
	readonly #lines: string[] = [];
	readonly #waiting = new Set<{ is: (line: string) => boolean; take: (line: string) => void }>();
	readonly #end: Promise<unknown>;

	constructor(file: string, args: string[], env: NodeJS.ProcessEnv = {}) {
		const { PATH, HOME } = process.env;
		this.#child = spawn(process.execPath, [join(projectFolder, file), ...args], {
			cwd: join(projectFolder, "tests"),
			env: { PATH, HOME, ...env },
			stdio: ["ignore", "pipe", "pipe"],
		});
		this.#end = once(this.#child, "exit");
		for (const stream of [this.#child.stdout, this.#child.stderr])
			if (stream) createInterface({ input: stream }).on("line", (line) => this.#note(line));
	}

	/** The first line that is the one, of those that came and those that come. */
	async line(is: (line: string) => boolean): Promise<string> {
		const known = this.#lines.find(is);
		if (known !== undefined) return known;
		const { promise, resolve } = Promise.withResolvers<string>();
		this.#waiting.add({ is, take: resolve });
		const ended = this.#end.then(() => {
			throw new Error(`It ended: ${this.#lines.slice(-5).join("\n")}`);
		});
		return Promise.race([promise, ended]);
	}

	/** Lines that say this. */
	count(message: string): number {
		return this.#lines.filter((line) => line.includes(`"msg":"${message}"`)).length;
	}

	/** Lines of warnings and errors, each message with its count. */
	warnings(): Record<string, number> {
		const out: Record<string, number> = {};
		for (const line of this.#lines) {
			const { level, msg } = line.startsWith("{") ? JSON.parse(line) : { level: "", msg: "" };
			if (level === "warn" || level === "error") out[msg] = (out[msg] ?? 0) + 1;
		}
		return out;
	}

	/** What is in use in its heap and beside it, in megabytes; see `live-heap.ts`. */
	async live(): Promise<number> {
		const told = this.#lines.length;
		this.#child.kill("SIGUSR2");
		const isNew = (line: string) =>
			line.includes('"msg":"live heap"') && this.#lines.indexOf(line, told) >= 0;
		return (JSON.parse(await this.line(isNew)) as { megabytes: number }).megabytes;
	}

	/** Resident memory, in megabytes. */
	memory(): number {
		const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
		return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
	}

	/** Seconds of processor time so far. */
	used(): number {
		const stat = readFileSync(`/proc/${this.#child.pid}/stat`, "utf8");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return (Number(fields[11]) + Number(fields[12])) / 100;
	}

	async stop(): Promise<number | null> {
		this.#child.kill("SIGTERM");
		await this.#end;
		return this.#child.exitCode;
	}

	#note(line: string): void {
		this.#lines.push(line);
		for (const one of this.#waiting) {
			if (!one.is(line)) continue;
			this.#waiting.delete(one);
			one.take(line);
		}
	}
}

/** A test server of a platform, and what it says of itself in its first line. */
export class Platform<Told extends { controlUrl: string }> {
	readonly told: Told;
	readonly #program: Program;

	private constructor(program: Program, told: Told) {
		this.#program = program;
		this.told = told;
	}

	static async start<Told extends { controlUrl: string }>(name: string, args: string[]) {
		const program = new Program(`tests/servers/${name}/main.ts`, args);
		return new Platform(program, JSON.parse(await program.line(() => true)) as Told);
	}

	async order<T>(path: string, body: object = {}): Promise<T> {
		const response = await fetch(this.told.controlUrl + path, {
			method: "POST",
			// A server that is busy closes a connection that rests, just as the next order is sent on it.
			headers: { connection: "close" },
			body: JSON.stringify(body),
		});
		return (await response.json()) as T;
	}

	stop(): Promise<number | null> {
		return this.#program.stop();
	}
}
