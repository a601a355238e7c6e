import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";

/** What stands at a path where no regular file does; null for a regular one. */
export function otherKind(info: Stats): string | null {
	if (info.isFile()) return null;
	if (info.isDirectory()) return "a folder";
	if (info.isFIFO()) return "a named pipe";
	if (info.isSocket()) return "a socket";
	return "a device";
}

/** A path at which something else than a regular file stands. */
export class NotRegularError extends Error {
	override readonly name = "NotRegularError";
	readonly code = "ENOTREGULAR";
	/** For example `a named pipe`. */
	readonly kind: string;

	constructor(path: string, kind: string) {
		super(`${path} is ${kind}`);
		this.kind = kind;
	}
}

// To open a pipe would wait for somebody who writes into it, and a thread that waits so can be ended
// by no signal that the program handles; some devices act when they are opened. So it is looked
// first, and the opening itself does not wait, whatever took the place meanwhile.
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file for reading and never waits. Errors: `NotRegularError`, those of the system. */
export async function openRegular(path: string): Promise<FileHandle> {
	refuse(path, await stat(path));
	const handle = await open(path, reading);
	try {
		refuse(path, await handle.stat());
		return handle;
	} catch (error) {
		await handle.close();
		throw error;
	}
}

/** The whole of a regular file. Errors: as `openRegular`. */
export async function readRegular(path: string): Promise<Buffer> {
	const handle = await openRegular(path);
	try {
		return await handle.readFile();
	} finally {
		await handle.close();
	}
}

/** The same in one step, for what a start cannot do without. */
export function readRegularSync(path: string): Buffer {
	const file = openSync(path, reading);
	try {
		refuse(path, fstatSync(file));
		return readFileSync(file);
	} finally {
		closeSync(file);
	}
}

function refuse(path: string, info: Stats): void {
	const kind = otherKind(info);
	// Folders are left to the system's own error, EISDIR.
	if (kind !== null && !info.isDirectory()) throw new NotRegularError(path, kind);
}
