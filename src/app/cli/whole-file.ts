import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { IsnadError } from "../../domain/errors.ts";
import { reason } from "../../files/system-error.ts";

/**
 * Writes a file that is there whole or not at all, whatever ends the process; one that was there before is
 * replaced in one moment. Gives its bytes. Errors: `path_unwritable`, `stopped`, and whatever ends
 * the chunks.
 */
export async function writeWhole(
	path: string,
	chunks: AsyncIterable<string>,
	signal: AbortSignal,
): Promise<number> {
	const beside = `${path}.${process.pid}.part`;
	const handle = await system(path, () => opened(beside));
	try {
		let bytes = 0;
		for await (const chunk of chunks) {
			if (signal.aborted)
				throw new IsnadError("stopped", `The export was stopped, and ${path} is as it was.`);
			const data = Buffer.from(chunk);
			await system(path, () => handle.writeFile(data));
			bytes += data.length;
		}
		await system(path, () => handle.sync());
		await handle.close();
		await system(path, () => rename(beside, path));
		return bytes;
	} catch (error) {
		await handle.close().catch(() => {});
		await rm(beside, { force: true });
		throw error;
	}
}

/** Never through a link that somebody left there. */
async function opened(path: string): Promise<FileHandle> {
	await rm(path, { force: true });
	return open(path, "wx");
}

async function system<T>(path: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw new IsnadError(
			"path_unwritable",
			`${path} cannot be written${reason(error, "name a file in a folder that can be written to")}.`,
			{ cause: error },
		);
	}
}
