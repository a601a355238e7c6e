import type { Stats } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { TextDecoder } from "node:util";
import { IsnadError } from "../domain/errors.ts";
import { otherKind } from "../files/regular-file.ts";
import { metaName } from "./meta.ts";
import { irregular, unreadable } from "./read/bytes.ts";
import { formats } from "./read/read-source.ts";

/** Deeper folders are a mistake. */
const deepest = 32;

export type Walked = {
	/** In the order of the names, so that the same folder is always read in the same order. */
	files: string[];
	/** Files of other kinds that were passed over. */
	ignored: number;
	/** What stands inside and could not be read. */
	failed: { path: string; error: IsnadError }[];
};

/** Real folders that were read already, by device and inode, with the path that they were read by. */
export type SeenFolders = Map<string, string>;

/**
 * The article files behind one path: itself, or those of the folder and its folders, each real folder
 * once: one that a link leads to is read after those that stand there themselves. Hidden files,
 * `meta.json` and files of other kinds are passed over; what is no regular file is named in `failed`.
 * Errors: `path_unreadable`, `not_supported` (an address, or a single file of another kind).
 */
export async function walk(path: string, seen: SeenFolders = new Map()): Promise<Walked> {
	if (isAddress(path))
		throw new IsnadError(
			"not_supported",
			`${path} is an address, and only files are read here: save the page and name the file.`,
		);
	const out: Walked = { files: [], ignored: 0, failed: [] };
	let info: Stats;
	try {
		info = await stat(path);
	} catch (error) {
		throw unreadable(path, error);
	}
	if (info.isDirectory()) await new Walk(out, seen).read(path, info);
	else {
		const kind = otherKind(info);
		if (kind !== null) throw notRegular(path, kind);
		out.files.push(path);
	}
	return out;
}

type Linked = { path: string; info: Stats; depth: number };

class Walk {
	readonly #out: Walked;
	readonly #seen: SeenFolders;
	/** Folders behind links: whoever names a folder means those that stand in it. */
	readonly #linked: Linked[] = [];

	constructor(out: Walked, seen: SeenFolders) {
		this.#out = out;
		this.#seen = seen;
	}

	/** Errors: `path_unreadable`, of the folder itself. */
	async read(path: string, info: Stats): Promise<void> {
		// Named twice, or named after one that holds it: that is no mistake.
		if (this.#seen.has(identity(info))) return;
		await this.#folder(path, info, 0, true);
		for (let next = this.#linked.shift(); next; next = this.#linked.shift())
			await this.#folder(next.path, next.info, next.depth, false);
	}

	async #folder(path: string, info: Stats, depth: number, named: boolean): Promise<void> {
		const before = this.#seen.get(identity(info));
		if (before !== undefined) {
			this.#fail(path, `leads to ${before}, which is read already: leave the link out`);
			return;
		}
		if (depth > deepest) {
			this.#fail(path, `is more than ${deepest} folders deep: name it by itself`);
			return;
		}
		this.#seen.set(identity(info), path);
		let entries: Entry[];
		try {
			entries = await entriesOf(path);
		} catch (error) {
			if (named) throw unreadable(path, error);
			this.#out.failed.push({ path, error: unreadable(path, error) });
			return;
		}
		for (const { name, isReadable } of entries) {
			if (name.startsWith(".") || name === metaName) continue;
			if (isReadable) await this.#entry(join(path, name), depth);
			else this.#fail(join(path, name), "has a name that is not written in UTF-8: rename it");
		}
	}

	async #entry(path: string, depth: number): Promise<void> {
		const info = await stat(path).catch(() => null);
		if (info?.isDirectory()) {
			if (await isLink(path)) this.#linked.push({ path, info, depth: depth + 1 });
			else await this.#folder(path, info, depth + 1, false);
			return;
		}
		const kind = info ? otherKind(info) : null;
		if (kind !== null) this.#out.failed.push({ path, error: notRegular(path, kind) });
		else if (info === null || formats.has(extname(path).toLowerCase())) this.#out.files.push(path);
		else this.#out.ignored++;
	}

	#fail(path: string, why: string): void {
		const error = new IsnadError("path_unreadable", `${path} ${why}.`);
		this.#out.failed.push({ path, error });
	}
}

type Entry = { name: string; isReadable: boolean };

/** By name. Names are read as bytes: what is no UTF-8 would else look like a file that is not there. */
async function entriesOf(folder: string): Promise<Entry[]> {
	const names = await readdir(folder, { encoding: "buffer" });
	const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
	return names
		.map((bytes): Entry => {
			try {
				return { name: strict.decode(bytes), isReadable: true };
			} catch {
				return { name: bytes.toString("utf8"), isReadable: false };
			}
		})
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function isLink(path: string): Promise<boolean> {
	return (await lstat(path)).isSymbolicLink();
}

function identity({ dev, ino }: Stats): string {
	return `${dev}:${ino}`;
}

function notRegular(path: string, kind: string): IsnadError {
	return new IsnadError("path_unreadable", `${path} ${irregular(kind)}.`);
}

export function isAddress(path: string): boolean {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(path);
}

export function isMeta(path: string): boolean {
	return basename(path) === metaName;
}
