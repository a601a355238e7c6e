import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { ArticleChange } from "../../corpus/merge-articles.ts";
import { storeFiles } from "../../corpus/store/files.ts";
import type { ChangeJournal } from "../../domain/change-journal.ts";
import type { Clock } from "../../domain/ports.ts";
import { StoredChange } from "../../domain/stored.ts";

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
		if (name.endsWith(".damaged")) continue;
		if (name.endsWith(".json")) {
			const changes = changesIn((await storeFiles.read(path)).toString("utf8"));
			if (changes === null) {
				// Kept beside for whoever looks into it; the corpus itself tells what came and went.
				await storeFiles.rename(path, `${path}.damaged`);
				continue;
			}
			const made = changes.filter(
				({ kind, article }) => articles.has(article) === (kind !== "withdrawn"),
			);
			await journal.append(made.map((change) => ({ ...change, at: now() })));
		}
		await storeFiles.remove(path);
	}
}

/** Null where they cannot be read. */
function changesIn(text: string): ArticleChange[] | null {
	try {
		const changes: unknown = JSON.parse(text);
		const isWhole = Array.isArray(changes) && changes.every((change) => isChange(change));
		return isWhole ? (changes as ArticleChange[]) : null;
	} catch {
		return null;
	}
}

function isChange(value: unknown): boolean {
	return StoredChange.safeParse({ ...(value as object), seq: 0, at: 0 }).success;
}
