import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CorpusIntake } from "../../../src/app/live/corpus-intake.ts";
import { openCorpus } from "../../../src/corpus/index.ts";
import type { ArticleChange } from "../../../src/corpus/sameness/article-changes.ts";
import type { Article } from "../../../src/domain/article.ts";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { Source } from "../../../src/domain/sources.ts";
import { createFetcher } from "../../../src/fetching/fetch.ts";
import { fetchLimits } from "../../../src/fetching/limits.ts";
import { Hosts } from "../../../src/sources/hosts.ts";
import type { PollParts } from "../../../src/sources/poll-parts.ts";
import { type PollResult, pollSource } from "../../../src/sources/poll-source.ts";
import { RobotsFiles } from "../../../src/sources/robots-files.ts";
import { memorySources } from "../../../src/storage/memory/sources.ts";
import { rememberingExtraction } from "../../extraction.ts";
import type { Web } from "../../servers/web/web.ts";

/** A clock that tests move, an empty corpus, and what looks at sources on the test's own servers. */
export type Stand = {
	parts: PollParts;
	/** Every change of the corpus, in order. */
	changes: ArticleChange[];
	/** Milliseconds since the epoch. */
	time: { now: number };
	articles(): Promise<Article[]>;
	add(id: string, address: string): Promise<Source>;
	/** Looks once, whether it is due or not. */
	look(id: string): Promise<PollResult>;
	remove(): void;
};

export function openStand(...webs: readonly Web[]): Stand {
	const data = mkdtempSync(join(tmpdir(), "isnad-sources-"));
	const corpusDir = join(data, "corpus");
	const time = { now: Date.UTC(2025, 5, 11, 8) };
	const now = () => time.now;
	const changes: ArticleChange[] = [];
	const store = memorySources();
	const fetch = createFetcher({
		resolve: async () => [],
		allowed: new Set(webs.map(({ host }) => host)),
		limits: fetchLimits,
		userAgent: "isnad-test",
		now,
	});
	// Nobody waits: the clock stands still while a test looks.
	const hosts = new Hosts(now, async () => {});
	const parts: PollParts = {
		...{ store, fetch, hosts },
		robots: new RobotsFiles(fetch, hosts, now),
		intake: new CorpusIntake({
			corpusDir,
			language: rememberingExtraction,
			served: new Map(),
			intents: data,
			now,
		}),
		onChanges: async (taken) => void changes.push(...taken.changes),
		now,
		random: () => 0.5,
		log: () => {},
	};
	return {
		parts,
		changes,
		time,
		async articles() {
			try {
				return (await openCorpus(corpusDir)).articles;
			} catch (error) {
				if (error instanceof IsnadError && error.code === "corpus_missing") return [];
				throw error;
			}
		},
		async add(id, address) {
			const source: Source = {
				id,
				address,
				kind: null,
				title: null,
				addedBy: "test",
				addedAt: now(),
				etag: null,
				lastModified: null,
				nextPollAt: now(),
				lastSuccessAt: null,
				lastProblem: null,
				failures: 0,
			};
			await store.add(source);
			return source;
		},
		async look(id) {
			const source = (await store.list()).find((one) => one.id === id);
			if (!source) throw new Error(`no source ${id}`);
			return pollSource(source, parts, new AbortController().signal);
		},
		remove: () => rmSync(data, { recursive: true, force: true }),
	};
}

export const minute = 60_000;
export const hour = 60 * minute;
