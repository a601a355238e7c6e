import { open } from "node:fs/promises";
import { IsnadError } from "../../domain/errors.ts";
import { systemCode } from "../store/files.ts";

export const defaultMaxBytes = 20 * 1024 * 1024;

/**
 * Reads a file that must not be larger than `maxBytes`; a larger one is refused by its size, unread.
 * Errors: `path_unreadable`, `file_too_large`, `file_empty`.
 */
export async function readBytes(path: string, maxBytes = defaultMaxBytes): Promise<Buffer> {
	let handle: Awaited<ReturnType<typeof open>> | undefined;
	try {
		handle = await open(path, "r");
		const info = await handle.stat();
		if (!info.isFile())
			throw new IsnadError(
				"path_unreadable",
				`${path} is no regular file: name a file or a folder.`,
			);
		checkSize(path, info.size, maxBytes);
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
	EACCES: "may not be read by this user: change its permissions",
	EPERM: "may not be read by this user: change its permissions",
	ENOTDIR: "does not exist: a part of the path is a file",
	ELOOP: "is a link that leads to itself: name the file that is meant",
};

/** The error for a path that could not be read, with what to change. */
export function unreadable(path: string, error: unknown): IsnadError {
	if (error instanceof IsnadError) return error;
	const code = systemCode(error);
	const why = (code && reasons[code]) ?? `cannot be read (${code ?? String(error)})`;
	return new IsnadError("path_unreadable", `${path} ${why}.`, { cause: error });
}
