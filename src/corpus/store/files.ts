import { constants } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { readRegular } from "../../files/regular-file.ts";
import { systemCode } from "../../files/system-error.ts";

/**
 * The few file operations that the store is built on, so that a test can fail any one of them.
 * All reject with Node's system errors (`error.code`).
 */
export type StoreFiles = {
	read(path: string): Promise<Buffer>;
	/** Writes the whole file and syncs it to the disk; an existing one is overwritten. */
	write(path: string, bytes: string): Promise<void>;
	/** Creates the file with its content; `EEXIST` where it is there already. */
	create(path: string, bytes: string): Promise<void>;
	rename(from: string, to: string): Promise<void>;
	/** Files and whole folders; one that is not there is no error. */
	remove(path: string): Promise<void>;
	/** Names in a folder, sorted; empty where the folder is not there. */
	list(path: string): Promise<string[]>;
	makeFolder(path: string): Promise<void>;
	/** Makes renames in the folder durable. */
	syncFolder(path: string): Promise<void>;
	/** Milliseconds since the epoch of the last change. */
	changedAt(path: string): Promise<number>;
	/**
	 * What a file has as long as nobody writes to it or puts another one in its place; null where that
	 * cannot be told, as of one that was changed a moment ago.
	 */
	stamp(path: string): Promise<string | null>;
	touch(path: string, at: number): Promise<void>;
};

/** Longer than the coarsest clock of a file system ticks. */
const settledMs = 3_000;

export const storeFiles: StoreFiles = {
	read: readRegular,
	async write(path, bytes) {
		await writeSynced(path, bytes, "w");
	},
	async create(path, bytes) {
		await writeSynced(path, bytes, "wx");
	},
	rename,
	remove: (path) => rm(path, { recursive: true, force: true }),
	async list(path) {
		try {
			return (await readdir(path)).sort();
		} catch (error) {
			if (systemCode(error) === "ENOENT") return [];
			throw error;
		}
	},
	async makeFolder(path) {
		await mkdir(path, { recursive: true });
	},
	async syncFolder(path) {
		// Windows opens no folders, and some network file systems sync none; a rename is still atomic there.
		try {
			const handle = await open(path, constants.O_RDONLY);
			try {
				await handle.sync();
			} finally {
				await handle.close();
			}
		} catch (error) {
			const code = systemCode(error);
			if (code !== "EISDIR" && code !== "EPERM" && code !== "EINVAL" && code !== "EACCES")
				throw error;
		}
	},
	async stamp(path) {
		const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
		// Within one tick of a file system's clock a file can change twice and show the same time.
		if (Date.now() - Number(ctimeNs / 1_000_000n) < settledMs) return null;
		return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
	},
	changedAt: async (path) => (await stat(path)).mtimeMs,
	touch: (path, at) => utimes(path, at / 1000, at / 1000),
};

async function writeSynced(path: string, bytes: string, flags: "w" | "wx"): Promise<void> {
	const handle = await open(path, flags);
	try {
		await handle.writeFile(bytes, "utf8");
		await handle.sync();
	} finally {
		await handle.close();
	}
}
