import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { ArticleChange } from "../../corpus/merge-articles.ts";
import { storeFiles } from "../../corpus/store/files.ts";
import type { ChangeJournal } from "../../domain/change-journal.ts";
import type { Clock } from "../../domain/ports.ts";

/** Where changes wait between the corpus and the journal. */
export function intentsFolder(data: string): string {
	return join(data, "changes");
}

/**
 * Keeps changes of the corpus before they are made, until the journal has them: the corpus and the
 * journal are two stores, and what an article said before is gone once the new version is written.
 * The file's path.
 */
export async function keepIntent(
	folder: string,
	changes: readonly ArticleChange[],
): Promise<string | null> {
	if (changes.length === 0) return null;
	await storeFiles.makeFolder(folder);
	const path = join(folder, `${randomUUID()}.json`);
	await storeFiles.write(`${path}.new`, JSON.stringify(changes));
	await storeFiles.rename(`${path}.new`, path);
	return path;
}

export async function dropIntent(path: string | null): Promise<void> {
	if (path !== null) await storeFiles.remove(path);
}

/** Notes what an earlier process had changed and not noted any more; what it had not changed yet is dropped. */
export async function noteIntents(
	folder: string,
	journal: ChangeJournal,
	articles: ReadonlySet<string>,
	now: Clock,
): Promise<void> {
	for (const name of await storeFiles.list(folder)) {
		const path = join(folder, name);
		if (name.endsWith(".json")) {
			const changes: ArticleChange[] = JSON.parse((await storeFiles.read(path)).toString("utf8"));
			const made = changes.filter(
				({ kind, article }) => articles.has(article) === (kind !== "withdrawn"),
			);
			await journal.append(made.map((change) => ({ ...change, at: now() })));
		}
		await storeFiles.remove(path);
	}
}
