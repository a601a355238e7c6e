import { type ErrorCode, IsnadError } from "../domain/errors.ts";
import { NotRegularError } from "./regular-file.ts";

/** Node's name of a system error (`ENOSPC`, `EACCES`…), or undefined where it is none. */
export function systemCode(error: unknown): string | undefined {
	const code = (error as { code?: unknown } | null)?.code;
	return typeof code === "string" ? code : undefined;
}

type Cause = {
	/** What is wrong, and what to change. */
	why: string;
	/** Set where no file is at fault: the machine, or what this process may use of it. */
	limit?: ErrorCode;
};

/** System errors that say the same whatever was done to a file. */
const causes: Record<string, Cause> = {
	ENOSPC: { why: "the disk is full: free some space", limit: "disk_full" },
	EDQUOT: { why: "the disk quota is used up: free some space", limit: "disk_full" },
	EMFILE: {
		why: "this process may open no more files: raise its limit (ulimit -n)",
		limit: "too_many_files",
	},
	ENFILE: {
		why: "the system has too many files open: end what is not needed or raise its limit (fs.file-max)",
		limit: "too_many_files",
	},
	EIO: { why: "the disk reports an error: look at the disk" },
	EROFS: { why: "the file system is read-only: choose another folder" },
	ENAMETOOLONG: { why: "the name is too long: give it a shorter one" },
};

/** Why, with what to change; undefined where the caller knows better what the error means. */
export function whyOf(error: unknown): string | undefined {
	const code = systemCode(error);
	return code === undefined ? undefined : causes[code]?.why;
}

/**
 * The end of the sentence "… cannot be read" or "… cannot be written", without its full stop: what is
 * wrong, and what to change. `mend`: what to change where the error itself does not say.
 */
export function reason(error: unknown, mend: string): string {
	if (error instanceof NotRegularError) return `, since it is ${error.kind}: ${mend}`;
	const why = whyOf(error);
	return why ? `: ${why}` : ` (${systemCode(error) ?? "unknown error"}): ${mend}`;
}

/** Causes of causes are looked through so deep. */
const deepest = 8;

/**
 * The error that says so where a limit of the machine or of this process lies behind another error:
 * a file that could not be opened for want of descriptors is neither damaged nor missing. Null where
 * none does. `what` was to be used; the file that the error names where absent.
 */
export function systemLimit(error: unknown, what?: string): IsnadError | null {
	let at = error;
	for (let depth = 0; depth < deepest && at instanceof Error; depth++, at = at.cause) {
		const limit = limitIn(at, what);
		if (limit) return limit;
	}
	return null;
}

function limitIn(error: Error, what: string | undefined): IsnadError | null {
	if (error instanceof IsnadError) return null;
	// Node's loader keeps the system's sentence and drops its code.
	const code = /too many open files/.test(error.message) ? "EMFILE" : systemCode(error);
	const cause = code === undefined ? undefined : causes[code];
	if (!cause?.limit) return null;
	const { path } = error as { path?: unknown };
	const named = what ?? (typeof path === "string" ? path : "A file");
	return new IsnadError(cause.limit, `${named} cannot be used: ${cause.why}.`, { cause: error });
}
