import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { IsnadError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/ports.ts";
import { systemCode } from "../../files/system-error.ts";
import type { StoreFiles } from "./files.ts";

/** Another machine's holder is believed dead after this long without a sign of life. */
const silentMs = 10 * 60_000;
/** Breaking a stale lock takes a moment; a break that takes longer was itself killed. */
const breakMs = 10_000;

type Holder = { pid: number; host: string; started: string | null; token: string };

export type CorpusLock = {
	/** A sign of life, for holders on other machines to be told apart from dead ones. */
	beat(): Promise<void>;
	release(): Promise<void>;
};

/** Tokens of the locks that this process holds: after a restart in a container the process id may be the same. */
const held = new Set<string>();

/**
 * Takes the lock of a corpus folder: one writer at a time. A lock whose holder is dead is taken over.
 * Errors: `corpus_unwritable` where another ingest holds it.
 */
export async function lockCorpus(
	folder: string,
	files: StoreFiles,
	now: Clock = Date.now,
): Promise<CorpusLock> {
	const path = join(folder, "ingest.lock");
	const me: Holder = {
		pid: process.pid,
		host: hostname(),
		started: startOf(process.pid),
		token: randomUUID(),
	};
	for (let attempt = 0; attempt < 5; attempt++) {
		try {
			await files.create(path, JSON.stringify(me));
			held.add(me.token);
			return {
				beat: () => files.touch(path, now()).catch(() => undefined),
				release: () => release(path, me, files),
			};
		} catch (error) {
			if (systemCode(error) !== "EEXIST") {
				// A lock that was created and not filled (a full disk) is ours to take away.
				await release(path, me, files).catch(() => undefined);
				throw error;
			}
		}
		if (!(await isStale(path, files, now))) break;
		await breakLock(path, files, now);
	}
	throw new IsnadError(
		"corpus_unwritable",
		`Another ingest is writing to ${folder}: wait until it has finished (its lock is ${path}).`,
	);
}

async function release(path: string, me: Holder, files: StoreFiles): Promise<void> {
	held.delete(me.token);
	const holder = await readHolder(path, files);
	if (holder === "empty" || (holder !== "gone" && holder.token === me.token))
		await files.remove(path);
}

async function readHolder(path: string, files: StoreFiles): Promise<Holder | "gone" | "empty"> {
	try {
		return JSON.parse((await files.read(path)).toString("utf8")) as Holder;
	} catch (error) {
		return systemCode(error) === "ENOENT" ? "gone" : "empty";
	}
}

async function isStale(path: string, files: StoreFiles, now: Clock): Promise<boolean> {
	const holder = await readHolder(path, files);
	if (holder === "gone") return true;
	const silent = now() - (await files.changedAt(path).catch(() => 0));
	// Created and not yet filled, or the writer died between the two.
	if (holder === "empty") return silent > breakMs;
	if (holder.host !== hostname()) return silent > silentMs;
	if (holder.pid === process.pid) return !held.has(holder.token);
	return !isRunning(holder);
}

function isRunning({ pid, started }: Holder): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		// EPERM: it runs, as somebody else.
		if (systemCode(error) !== "EPERM") return false;
	}
	const today = startOf(pid);
	return started === null || today === null || started === today;
}

/** When a process started, to tell it from a later one with the same id; null where the system does not say. */
function startOf(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch {
		return null;
	}
}

// Two processes may both find the lock stale. Only the one that holds the second lock may take it
// away, and it looks again first; otherwise the slower one would remove the faster one's new lock.
async function breakLock(path: string, files: StoreFiles, now: Clock): Promise<void> {
	const second = `${path}.break`;
	try {
		await files.create(second, "");
	} catch (error) {
		if (systemCode(error) !== "EEXIST") throw error;
		const age = now() - (await files.changedAt(second).catch(() => now()));
		if (age > breakMs) await files.remove(second);
		return;
	}
	try {
		if (await isStale(path, files, now)) await files.remove(path);
	} finally {
		await files.remove(second);
	}
}
