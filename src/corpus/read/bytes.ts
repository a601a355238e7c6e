import { IsnadError } from "../../domain/errors.ts";
import { NotRegularError, openRegular } from "../../files/regular-file.ts";
import { systemCode, whyOf } from "../../files/system-error.ts";

export const defaultMaxBytes = 20 * 1024 * 1024;

/**
 * Reads a file that must not be larger than `maxBytes`; a larger one is refused by its size, unread.
 * Errors: `path_unreadable`, `file_too_large`, `file_empty`.
 */
export async function readBytes(path: string, maxBytes = defaultMaxBytes): Promise<Buffer> {
	let handle: Awaited<ReturnType<typeof openRegular>> | undefined;
	try {
		handle = await openRegular(path);
		checkSize(path, (await handle.stat()).size, maxBytes);
		return await handle.readFile();
	} catch (error) {
		throw unreadable(path, error);
	} finally {
		await handle?.close();
	}
}

/** Errors: `file_too_large`, `file_empty`. */
export function checkSize(path: string, size: number, maxBytes: number): void {
	if (size === 0)
		throw new IsnadError("file_empty", `${path} is empty: put the article's text into it.`);
	if (size > maxBytes)
		throw new IsnadError(
			"file_too_large",
			`${path} has ${megabytes(size)} MB and the limit is ${megabytes(maxBytes)} MB: split it into one article a file.`,
		);
}

function megabytes(bytes: number): string {
	return (bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, "");
}

const reasons: Record<string, string> = {
	ENOENT: "does not exist: check its spelling",
	EISDIR: "is a folder where a file is needed: name a file",
	EACCES: "may not be read by this user: change its permissions",
	EPERM: "may not be read by this user: change its permissions",
	ENOTDIR: "does not exist: a part of the path is a file",
	ELOOP: "is a link that leads to itself: name the file that is meant",
};

/** The error for a path that could not be read, with what to change. */
export function unreadable(path: string, error: unknown): IsnadError {
	if (error instanceof IsnadError) return error;
	return new IsnadError("path_unreadable", `${path} ${reasonOf(path, error)}.`, { cause: error });
}

/** What Node puts in the place of bytes that are no UTF-8. */
const lostBytes = "\ufffd";

function reasonOf(path: string, error: unknown): string {
	if (error instanceof NotRegularError) return irregular(error.kind);
	const why = whyOf(error);
	if (why) return `cannot be read: ${why}`;
	const code = systemCode(error);
	if (code === "ENOENT" && path.includes(lostBytes))
		return "has a name that is not written in UTF-8: rename it";
	return (code && reasons[code]) ?? `cannot be read (${code ?? String(error)})`;
}

/** For the sentence about something that is neither a file nor a folder. */
export function irregular(kind: string): string {
	return `is ${kind}, and only regular files are read: name a file or a folder`;
}
