import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { IsnadError } from "../domain/errors.ts";
import { metaName } from "./meta.ts";
import { unreadable } from "./read/bytes.ts";
import { formats } from "./read/read-source.ts";

/** Deeper folders are a mistake, or a link that leads back. */
const deepest = 32;

export type Walked = {
	/** In the order of the names, so that the same folder is always read in the same order. */
	files: string[];
	/** Files of other kinds that were passed over. */
	ignored: number;
	/** Folders inside that could not be read. */
	failed: { path: string; error: IsnadError }[];
};

/**
 * The article files behind one path: itself, or those of the folder and its folders. Hidden files,
 * `meta.json` and files of other kinds are passed over. Errors: `path_unreadable`, `not_supported`
 * (an address, or a single file of another kind).
 */
export async function walk(path: string): Promise<Walked> {
	if (isAddress(path))
		throw new IsnadError(
			"not_supported",
			`${path} is an address, and only files are read here: save the page and name the file.`,
		);
	const out: Walked = { files: [], ignored: 0, failed: [] };
	let info: Awaited<ReturnType<typeof stat>>;
	try {
		info = await stat(path);
	} catch (error) {
		throw unreadable(path, error);
	}
	if (!info.isDirectory()) {
		out.files.push(path);
		return out;
	}
	await walkFolder(path, 0, out, true);
	return out;
}

async function walkFolder(
	folder: string,
	depth: number,
	out: Walked,
	named: boolean,
): Promise<void> {
	let names: string[];
	try {
		names = (await readdir(folder)).sort();
	} catch (error) {
		if (named) throw unreadable(folder, error);
		out.failed.push({ path: folder, error: unreadable(folder, error) });
		return;
	}
	for (const name of names) {
		if (name.startsWith(".") || name === metaName) continue;
		const path = join(folder, name);
		const info = await stat(path).catch(() => null);
		if (info?.isDirectory()) {
			if (depth < deepest) await walkFolder(path, depth + 1, out, false);
		} else if (info === null || formats.has(extname(name).toLowerCase())) out.files.push(path);
		else out.ignored++;
	}
}

export function isAddress(path: string): boolean {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(path);
}

export function isMeta(path: string): boolean {
	return basename(path) === metaName;
}
