import { rmSync, writeFileSync } from "node:fs";
import { type ErrorCode, IsnadError } from "../../domain/errors.ts";
import { reason, systemLimit } from "../../files/system-error.ts";

type Told = { code: ErrorCode; says: (path: string) => string };

/** SQLite's primary result codes, https://sqlite.org/rescode.html, that an operator can do something about. */
const known: Record<number, Told> = {
	5: {
		code: "store_busy",
		says: (path) => `The state ${path} is in use by another process: try again in a moment.`,
	},
	8: {
		code: "store_unwritable",
		says: (path) => `The state ${path} may only be read: make it writable.`,
	},
	10: {
		code: "store_unwritable",
		says: (path) => `The disk of the state ${path} reports an error: look at the disk.`,
	},
	11: {
		code: "store_corrupt",
		says: (path) => `The state ${path} is damaged: restore a backup with isnad restore FILE.`,
	},
	13: {
		code: "store_unwritable",
		says: (path) => `The disk of the state ${path} is full: make room.`,
	},
	14: {
		code: "store_unwritable",
		says: (path) =>
			`The state ${path} cannot be opened: name a folder in ISNAD_DATA that can be written to.`,
	},
	26: {
		code: "store_corrupt",
		says: (path) =>
			`${path} is no state of Isnad's: restore a backup with isnad restore FILE, or move it away.`,
	},
};

/** SQLite's code for a disk without room. */
const full = 13;

/** `code`: the extended result code; its lowest byte is the primary one. */
export function storeError(path: string, message: string, code: number | null): IsnadError {
	const primary = code === null ? null : code & 0xff;
	const told = primary === null ? undefined : known[primary];
	const limit = primary === null || !saysLittle.has(primary) ? null : behind(path);
	if (limit) return limit;
	const says = told?.says(path) ?? `The state ${path} refused a statement: ${message}.`;
	const cause = Object.assign(new Error(message), primary === full ? { code: "ENOSPC" } : {});
	return new IsnadError(told?.code ?? "store_failed", says, { cause });
}

/** Codes behind which SQLite hides what the system said: an input or output error, and a file that cannot be opened. */
const saysLittle: ReadonlySet<number> = new Set([10, 14]);

/** A page of SQLite's shared memory, which a full disk has no room for. */
const probeBytes = 32_768;

/** What the system says when the same is tried again: a file beside the state opened and written. */
function behind(path: string): IsnadError | null {
	const probe = `${path}.probe-${process.pid}`;
	try {
		writeFileSync(probe, Buffer.alloc(probeBytes, 1), { mode: 0o600 });
		return null;
	} catch (error) {
		return systemLimit(error, `The state ${path}`);
	} finally {
		rmSync(probe, { force: true });
	}
}

/** The error for a state or a copy of it that the system would not let be made. */
export function unwritable(what: string, error: unknown, mend: string): IsnadError {
	const said = error instanceof IsnadError ? error.cause : error;
	const sentence = `${what} cannot be written${reason(said, mend)}.`;
	return new IsnadError("store_unwritable", sentence, { cause: error });
}
