import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Clock } from "../domain/ports.ts";
import { jsonLine } from "./printable.ts";

/** What a command may touch of the process: passed in, so that tests can stand in for it. */
export type Io = {
	stdin: Readable & { isTTY?: boolean };
	stdout: Writable & { isTTY?: boolean; columns?: number; rows?: number };
	stderr: Writable & { isTTY?: boolean; columns?: number };
	env: NodeJS.ProcessEnv;
	/** The folder whose `.env` is read. */
	cwd: string;
	now: Clock;
	/** Fires once when the process is asked to end. */
	signal: AbortSignal;
};

/** Writes, and waits where the reader is slower than the writer. False once nobody reads any more. */
export async function write(out: Writable, text: string): Promise<boolean> {
	if (out.destroyed || out.writableEnded || out.errored) return false;
	if (out.write(text)) return true;
	try {
		await once(out, "drain");
		return true;
	} catch (error) {
		if ((error as { code?: string }).code === "EPIPE") return false;
		throw error;
	}
}

export async function writeJson(out: Writable, value: unknown): Promise<boolean> {
	return write(out, `${jsonLine(value)}\n`);
}
