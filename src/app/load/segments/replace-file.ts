import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Ends the names of files that are not whole yet. */
export const unfinished = ".new";

/**
 * Written beside, synced and renamed, so that a reader sees the old file or the new one, never a part.
 * Makes the folder. Errors: those of the system; the old file is as it was then.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
	const beside = `${path}.${randomUUID()}${unfinished}`;
	try {
		await mkdir(dirname(path), { recursive: true });
		const file = await open(beside, "wx");
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (error) {
		await rm(beside, { force: true }).catch(() => undefined);
		throw error;
	}
}
