import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Clock } from "../../domain/ports.ts";

const Note = z.object({ address: z.string() });
const Ended = z.record(z.string(), z.object({ times: z.int(), at: z.number() }));

/** Once may have been a power cut or an impatient operator. */
const endingsOfCulprit = 2;
/** After which a page may have changed. */
const rememberedMs = 24 * 3_600_000;

/**
 * Which page a process is reading, noted before it is read. A thread that runs out of memory may take
 * its process with it, and the next process has to know on which page the last ones ended. Written
 * without waiting for the disk: what has to be outlived is the process, not a power cut.
 */
export class ReadingNotes {
	readonly #folder: string;
	readonly #own: string;
	readonly #now: Clock;
	#ended: z.infer<typeof Ended> = {};

	constructor(folder: string, pid: number, now: Clock, isRunning: (pid: number) => boolean) {
		this.#folder = folder;
		this.#own = join(folder, `${pid}.reading`);
		this.#now = now;
		this.#ended = parsed(Ended, join(folder, "ended.json")) ?? {};
		helpful(() => this.#collect(pid, isRunning));
	}

	/** Counts what processes that are gone were reading when they ended. */
	#collect(pid: number, isRunning: (pid: number) => boolean): void {
		const folder = this.#folder;
		mkdirSync(folder, { recursive: true });
		for (const name of readdirSync(folder)) {
			const [, of] = /^(\d{1,10})\.reading$/.exec(name) ?? [];
			// A note of our own number was left by a process before us, or by a thread that was given up.
			if (of === undefined || (Number(of) !== pid && isRunning(Number(of)))) continue;
			const note = parsed(Note, join(folder, name));
			if (note) this.#count(note.address);
			rmSync(join(folder, name), { force: true });
		}
	}

	/** Whether processes ended on this page again and again. */
	isCulprit(address: string): boolean {
		const { times = 0, at = 0 } = this.#ended[address] ?? {};
		return times >= endingsOfCulprit && this.#now() - at < rememberedMs;
	}

	begin(address: string): void {
		const note: z.infer<typeof Note> = { address };
		helpful(() => writeFileSync(this.#own, JSON.stringify(note)));
	}

	/** It was read, whatever came of it. */
	end(address: string): void {
		helpful(() => rmSync(this.#own, { force: true }));
		if (!this.#ended[address]) return;
		delete this.#ended[address];
		this.#keep();
	}

	#count(address: string): void {
		const now = this.#now();
		const recent = Object.entries(this.#ended).filter(([, { at }]) => now - at < rememberedMs);
		this.#ended = Object.fromEntries(recent);
		this.#ended[address] = { times: (this.#ended[address]?.times ?? 0) + 1, at: now };
		this.#keep();
	}

	#keep(): void {
		const path = join(this.#folder, "ended.json");
		helpful(() => {
			writeFileSync(`${path}.new`, JSON.stringify(this.#ended));
			renameSync(`${path}.new`, path);
		});
	}
}

/** The notes of this process. */
export function openNotes(folder: string, now: Clock): ReadingNotes {
	return new ReadingNotes(folder, process.pid, now, isRunning);
}

export function notesFolder(data: string): string {
	return join(data, "reading");
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// It runs, as somebody else.
		return (error as { code?: string }).code === "EPERM";
	}
}

/** A note is a help: a full disk, or a folder that may not be written to, keeps no page from being read. */
function helpful(work: () => void): void {
	try {
		work();
	} catch {
		// Pages are read without notes then.
	}
}

/** Null where it is not there or cannot be read. */
function parsed<T>(schema: z.ZodType<T>, path: string): T | null {
	try {
		return schema.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		return null;
	}
}
