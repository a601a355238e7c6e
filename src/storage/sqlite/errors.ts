import { type ErrorCode, IsnadError } from "../../domain/errors.ts";

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

/** `code`: the extended result code; its lowest byte is the primary one. */
export function storeError(path: string, message: string, code: number | null): IsnadError {
	const told = code === null ? undefined : known[code & 0xff];
	const says = told?.says(path) ?? `The state ${path} refused a statement: ${message}.`;
	return new IsnadError(told?.code ?? "store_failed", says, { cause: new Error(message) });
}
