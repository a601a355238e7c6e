import { type ArticleChange, headOf } from "../../corpus/merge-articles.ts";
import { claimChanges } from "../../corpus/sameness/claim-changes.ts";
import type { Article } from "../../domain/article.ts";
import type { ChangeJournal } from "../../domain/change-journal.ts";
import type { Clock } from "../../domain/ports.ts";

/** What a state of the corpus differs in from the one before. */
type Difference = {
	put: readonly Article[];
	removed: readonly string[];
	/** The article of that id before. */
	before(id: string): Article | undefined;
};

/** Writes what happened to articles into the journal, each thing once. */
export class CorpusJournal {
	readonly #journal: ChangeJournal;
	readonly #now: Clock;
	#known = new Set<string>();

	private constructor(journal: ChangeJournal, now: Clock) {
		this.#journal = journal;
		this.#now = now;
	}

	/** With everything noted that came or went while nobody looked. */
	static async open(
		journal: ChangeJournal,
		articles: readonly Article[],
		now: Clock,
	): Promise<CorpusJournal> {
		const out = new CorpusJournal(journal, now);
		out.#known = await journal.known();
		const there = new Set(articles.map(({ id }) => id));
		const removed = [...out.#known].filter((id) => !there.has(id));
		const put = articles.filter(({ id }) => !out.#known.has(id));
		await out.noteDifference({ put, removed, before: () => undefined });
		return out;
	}

	/** From now on these are not new to `noteDifference`, although they are written later. */
	expect(changes: readonly ArticleChange[]): void {
		for (const { kind, article, before } of changes) {
			if (before !== null) this.#known.delete(before);
			if (kind === "withdrawn") this.#known.delete(article);
			else this.#known.add(article);
		}
	}

	/** To be called once the change serves: a digest looks the articles up. */
	async note(changes: readonly ArticleChange[]): Promise<void> {
		if (changes.length === 0) return;
		this.expect(changes);
		const at = this.#now();
		await this.#journal.append(changes.map((change) => ({ ...change, at })));
	}

	/** Notes what others changed: an article that is not known, or known and gone. */
	async noteDifference({ put, removed, before }: Difference): Promise<void> {
		const gone = removed.filter((id) => this.#known.has(id));
		const left = new Set(gone);
		const changes = put.flatMap((article): ArticleChange[] => {
			if (this.#known.has(article.id)) return [];
			const older = gone.map(before).find((old) => old && isVersion(old, article));
			if (older) left.delete(older.id);
			return [
				{
					kind: older ? "updated" : "added",
					article: article.id,
					before: older?.id ?? null,
					...claimChanges(older, article),
					head: headOf(older ?? article),
				},
			];
		});
		for (const id of left) {
			const old = before(id);
			changes.push({
				kind: "withdrawn",
				article: id,
				before: null,
				newClaims: [],
				goneClaims: old?.claims ?? [],
				...(old ? { head: headOf(old) } : {}),
			});
		}
		await this.note(changes);
	}
}

function isVersion(old: Article, article: Article): boolean {
	if (old.url !== null && old.url === article.url) return true;
	return !old.source.file.startsWith("sources/") && old.source.file === article.source.file;
}
