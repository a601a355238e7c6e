import { headOf, markOf } from "../../corpus/sameness/article-changes.ts";
import { claimChanges } from "../../corpus/sameness/claim-changes.ts";
import type { Article, Claim, EarlierVersion } from "../../domain/article.ts";
import type { Clock } from "../../domain/ports.ts";
import { atOnce, inSlices, type Slices } from "../../domain/slices.ts";
import type { ChangeJournal, NewChange, VersionChange } from "../../domain/state/change-journal.ts";
import { slicer } from "./slicer.ts";

type Noted = Omit<NewChange, "at">;

/** What a state of the corpus differs in from the one before. */
type Difference = {
	put: readonly Article[];
	removed: readonly string[];
	/** The article of that id before. */
	before(id: string): Article | undefined;
};

export type JournalParts = {
	journal: ChangeJournal;
	/** As they are served. */
	articles: readonly Article[];
	/** Ids of what the corpus holds by now; where it is absent, nobody else changes it. */
	listed?: () => Promise<ReadonlySet<string>>;
	now: Clock;
	/** Between the steps of a look at all of them; the event loop's turns where absent. */
	breathe?: () => Promise<void> | undefined;
};

/**
 * Writes what happened to articles into the journal, each thing once. What could not be written is
 * worked out anew at the next look, from what the journal knows by then: others may have gone on since.
 */
export class CorpusJournal {
	readonly #journal: ChangeJournal;
	readonly #listed: () => Promise<ReadonlySet<string> | null>;
	readonly #now: Clock;
	readonly #breathe: () => Promise<void> | undefined;
	#known = new Set<string>();
	readonly #served: Map<string, Article>;
	/** Articles that left, until the journal has it. */
	readonly #left = new Map<string, Article>();
	#isBehind = false;
	/** The newest number from before the corpus was looked at last; see `look`. */
	#asOf: number | undefined;

	private constructor({ journal, articles, listed, now, breathe = slicer() }: JournalParts) {
		this.#journal = journal;
		this.#listed = listed ?? (async () => null);
		this.#now = now;
		this.#breathe = breathe;
		this.#served = new Map(articles.map((article) => [article.id, article]));
	}

	/** With everything noted that came or went while nobody looked. */
	static async open(parts: JournalParts): Promise<CorpusJournal> {
		const out = new CorpusJournal(parts);
		await out.#catchUp();
		return out;
	}

	/** Whether something was noticed that could not be written. */
	get isBehind(): boolean {
		return this.#isBehind;
	}

	/**
	 * To be called before the corpus is looked at where others change it too: what they note from here on
	 * may be later than what is found there. Where the database is away it counts as looked at earlier.
	 */
	async look(): Promise<void> {
		this.#asOf = await this.#journal.last().catch(() => this.#asOf ?? 0);
	}

	/** From now on these are not new to `noteDifference`, although they are written later. */
	expect(changes: readonly Noted[]): void {
		for (const { kind, article, before, since = [] } of changes) {
			if (before !== null) this.#known.delete(before);
			for (const { id } of since) this.#known.delete(id);
			if (kind === "withdrawn") this.#known.delete(article);
			else this.#known.add(article);
		}
	}

	/**
	 * To be called once the change serves: a digest looks the articles up. `asOf`: see `ChangeJournal.append`.
	 * Errors: those of the store.
	 */
	async note(changes: readonly Noted[], asOf?: number): Promise<void> {
		if (changes.length === 0) return;
		this.expect(changes);
		const at = this.#now();
		try {
			const noted = changes.map((change) => ({ ...change, at }));
			if (!(await this.#journal.append(noted, asOf))) this.#isBehind = true;
		} catch (error) {
			this.#isBehind = true;
			throw error;
		}
	}

	/** Notes what others changed: an article that is not known, or known and gone. Errors: those of the store. */
	async noteDifference({ put, removed, before }: Difference): Promise<void> {
		for (const id of removed) {
			const old = before(id);
			if (old) this.#left.set(id, old);
			this.#served.delete(id);
		}
		for (const article of put) this.#served.set(article.id, article);
		if (this.#isBehind) await this.#catchUp();
		// At once: what is expected meanwhile would be new to one half and known to the other.
		else await this.note(atOnce(this.#differences({ put, removed, before })), this.#asOf);
		if (!this.#isBehind) this.#left.clear();
	}

	/**
	 * Everything that is served, beside what the journal knows. It was read a while ago: others may have
	 * noted since what they added, and what is served may be gone.
	 */
	async #catchUp(): Promise<void> {
		this.#isBehind = true;
		const asOf = await this.#journal.last();
		this.#known = await this.#journal.known();
		const articles = [...this.#served.values()];
		const missing = [...this.#known].filter((id) => !this.#served.has(id));
		const fresh = articles.filter(({ id }) => !this.#known.has(id));
		const listed = missing.length + fresh.length > 0 ? await this.#listed() : null;
		const removed = missing.filter((id) => !listed?.has(id));
		const put = fresh.filter(({ id }) => listed?.has(id) ?? true);
		const known = articles.filter(({ id }) => this.#known.has(id));
		const before = (id: string) => this.#left.get(id);
		const changes = await inSlices(this.#differences({ put, removed, before }), this.#breathe);
		this.#isBehind = false;
		await this.note(changes, asOf);
		// The journal passes over what it has of these.
		await this.note(known.flatMap((article) => markOf(article, undefined)));
	}

	*#differences({ put, removed, before }: Difference): Slices<Noted[]> {
		const gone = removed.filter((id) => this.#known.has(id));
		const left = new Set(gone);
		const changes: Noted[] = [];
		for (const article of put) {
			yield;
			if (this.#known.has(article.id)) {
				const same = before(article.id);
				if (same) changes.push(...markOf(article, same));
				continue;
			}
			const older = gone.map(before).find((old) => old && isVersion(old, article));
			const since = sinceVersions(article, older);
			const replaced = since.find(({ id }) => gone.includes(id));
			if (replaced) left.delete(replaced.id);
			changes.push(
				{
					kind: "added",
					article: article.id,
					before: null,
					...claimChanges(undefined, article),
					head: headOf(older ?? article),
					since,
				},
				...markOf(article, older),
			);
		}
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
		return changes;
	}
}

/** `older`: the version that this process served. */
function sinceVersions(article: Article, older: Article | undefined): VersionChange[] {
	const kept = (article.earlier ?? []).filter(({ id }) => id !== older?.id);
	return [
		...(older ? [{ id: older.id, ...claimChanges(older, article) }] : []),
		...kept.map((version) => ({ id: version.id, ...sinceVersion(article, version) })),
	];
}

/** What changed since a version that nobody holds any more: the article itself remembers it. */
function sinceVersion(article: Article, { id }: EarlierVersion) {
	const { earlier = [] } = article;
	const since = earlier.slice(0, earlier.findIndex((version) => version.id === id) + 1);
	const goneClaims: Claim[] = [];
	// Claims of the version at hand that stand since then in the same words; null: all of them.
	let same = null as Set<string> | null;
	for (const { became, claims } of since.toReversed()) {
		const before = same;
		const gone = claims.filter((claim) => before?.has(claim.id) ?? true);
		goneClaims.push(...gone);
		const changed = new Set(claims.map((claim) => claim.id));
		const said = Object.entries(became).filter(([one]) => !changed.has(one));
		same = new Set(said.flatMap(([one, now]) => ((before?.has(one) ?? true) ? [now] : [])));
	}
	const newClaims = article.claims.map((claim) => claim.id).filter((one) => !same?.has(one));
	return { newClaims, goneClaims };
}

function isVersion(old: Article, article: Article): boolean {
	if (old.url !== null && old.url === article.url) return true;
	return !old.source.file.startsWith("sources/") && old.source.file === article.source.file;
}
