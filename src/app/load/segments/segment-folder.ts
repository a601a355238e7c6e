import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readRegular } from "../../../files/regular-file.ts";
import { systemCode } from "../../../files/system-error.ts";
import type { SegmentFiles } from "../../../search/segments/keeping/segment-files.ts";
import { replaceFile } from "./replace-file.ts";

/** Segments as the files of a folder, which need not be there. */
export class SegmentFolder implements SegmentFiles {
	readonly #path: string;

	constructor(path: string) {
		this.#path = path;
	}

	async read(name: string): Promise<Uint8Array | null> {
		return ifThere(readRegular(join(this.#path, name)), null);
	}

	write(name: string, bytes: Uint8Array): Promise<void> {
		return replaceFile(join(this.#path, name), bytes);
	}

	async remove(name: string): Promise<void> {
		await rm(join(this.#path, name), { force: true });
	}

	list(): Promise<string[]> {
		return ifThere(readdir(this.#path), []);
	}
}

async function ifThere<T, U>(work: Promise<T>, otherwise: U): Promise<T | U> {
	try {
		return await work;
	} catch (error) {
		const code = systemCode(error);
		if (code === "ENOENT" || code === "ENOTDIR") return otherwise;
		throw error;
	}
}
