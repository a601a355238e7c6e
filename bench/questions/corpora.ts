import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../src/app/config.ts";
import { projectFolder } from "../../src/app/paths.ts";
import { type App, createApp } from "../../src/app/serving/app.ts";

/** The name under which questions mean the shipped corpus. */
const shipped = "seeds";

/** Where articles are and where the corpora made of them are kept. */
export type Folders = { articles: string; corpora: string };

/** The articles of a folder, read by the program itself, once where `into` is kept. Throws what it says. */
export function ingested(articles: string, into: string): string {
	if (existsSync(into)) return into;
	if (!existsSync(articles)) throw new Error(`There is no folder ${articles}: give --articles.`);
	const main = join(projectFolder, "src", "main.ts");
	const { status, stderr } = spawnSync(
		process.execPath,
		[main, "ingest", articles, "--corpus", into, "--json"],
		{ encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`ingest of ${articles} ended with ${status}: ${stderr}`);
	return into;
}

/** The program over each corpus that is asked for, opened once. */
export class Corpora {
	readonly #folders: Folders;
	readonly #opened = new Map<string, Promise<App>>();

	constructor(folders: Folders) {
		this.#folders = folders;
	}

	/** `name`: "seeds" for the shipped corpus, else a folder of articles below `articles`. */
	of(name: string): Promise<App> {
		const known = this.#opened.get(name);
		if (known) return known;
		const opened = this.#open(name);
		this.#opened.set(name, opened);
		return opened;
	}

	async close(): Promise<void> {
		for (const app of this.#opened.values()) await (await app).close();
	}

	async #open(name: string): Promise<App> {
		const { articles, corpora } = this.#folders;
		const corpus =
			name === shipped ? undefined : ingested(join(articles, name), join(corpora, name));
		return createApp(readConfig(corpus ? { ISNAD_CORPUS: corpus } : {}), () => {});
	}
}
