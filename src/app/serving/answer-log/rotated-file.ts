import { constants } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import type { Logger } from "../../../domain/ports.ts";
import { NotRegularError, otherKind } from "../../../files/regular-file.ts";
import { systemCode } from "../../../files/system-error.ts";

export type Rotation = {
	/** A file that would grow beyond this gives way to a new one. */
	bytes: number;
	/** Older ones that are kept, one at least: `FILE.1`, the newest, to `FILE.9`. */
	kept: number;
};

const usual: Rotation = { bytes: 10_000_000, kept: 9 };
/** Characters that wait for the disk; what comes in meanwhile is lost. */
const mostWaiting = 1_000_000;

/**
 * Lines into a file of bounded size. Who adds one never waits and never fails: where the file cannot
 * be written the lines are lost, which is said once until it can be written again.
 */
export class RotatedFile {
	readonly #path: string;
	readonly #log: Logger;
	readonly #rotation: Rotation;
	#waiting: string[] = [];
	#size = 0;
	#writing: Promise<void> | undefined;
	#lost = 0;

	constructor(path: string, log: Logger, rotation: Rotation = usual) {
		this.#path = path;
		this.#log = log;
		this.#rotation = rotation;
	}

	/** A line without its end. */
	add(line: string): void {
		if (this.#size + line.length > mostWaiting) {
			this.#lose(1, "waits_too_long");
			return;
		}
		this.#waiting.push(`${line}\n`);
		this.#size += line.length;
		this.#writing ??= this.#writeAll().finally(() => {
			this.#writing = undefined;
		});
	}

	async close(): Promise<void> {
		while (this.#writing) await this.#writing;
	}

	async #writeAll(): Promise<void> {
		while (this.#waiting.length > 0) {
			const lines = this.#waiting.splice(0);
			this.#size = 0;
			try {
				await this.#write(lines);
				this.#found();
			} catch (error) {
				this.#lose(lines.length, systemCode(error) ?? "unwritable");
			}
		}
	}

	async #write(lines: readonly string[]): Promise<void> {
		for (let rest = lines; rest.length > 0; ) {
			const written = await this.#append(rest);
			if (written === 0) await this.#rotate();
			rest = rest.slice(written);
		}
	}

	/** As many of the lines as there is room for; at least one into an empty file. */
	async #append(lines: readonly string[]): Promise<number> {
		const file = await openToAppend(this.#path);
		try {
			const { size } = await file.stat();
			const room = fitting(lines, this.#rotation.bytes - size);
			const count = size === 0 ? Math.max(room, 1) : room;
			try {
				if (count > 0) await file.writeFile(lines.slice(0, count).join(""));
			} catch (error) {
				// A disk that filled up in the middle leaves half a line, which the next one would go on from.
				await file.truncate(size);
				throw error;
			}
			return count;
		} finally {
			await file.close();
		}
	}

	async #rotate(): Promise<void> {
		const name = (n: number) => (n === 0 ? this.#path : `${this.#path}.${n}`);
		for (let n = this.#rotation.kept - 1; n >= 0; n--)
			await rename(name(n), name(n + 1)).catch(unlessGone);
	}

	#lose(count: number, code: string): void {
		if (this.#lost === 0)
			this.#log("warn", "The answer log cannot be written: make ISNAD_ANSWER_LOG writable.", {
				code,
			});
		this.#lost += count;
	}

	#found(): void {
		if (this.#lost > 0) this.#log("info", "The answer log is written again.", { lost: this.#lost });
		this.#lost = 0;
	}
}

/** For its owner alone. A pipe would wait for a reader. */
async function openToAppend(path: string): Promise<FileHandle> {
	const { O_APPEND, O_CREAT, O_WRONLY, O_NONBLOCK } = constants;
	const file = await open(path, O_APPEND | O_CREAT | O_WRONLY | (O_NONBLOCK ?? 0), 0o600);
	const other = otherKind(await file.stat());
	if (other === null) return file;
	await file.close();
	throw new NotRegularError(path, other);
}

/** How many of the lines have room in so many bytes. */
function fitting(lines: readonly string[], bytes: number): number {
	let left = bytes;
	let count = 0;
	for (const line of lines) {
		left -= Buffer.byteLength(line);
		if (left < 0) break;
		count++;
	}
	return count;
}

function unlessGone(error: unknown): void {
	if ((error as { code?: string }).code !== "ENOENT") throw error;
}
