import { join } from "node:path";
import type { Article } from "../../domain/article.ts";
import type { Glosser } from "../../domain/gloss.ts";
import type { Say } from "../../domain/messages.ts";
import { type Metrics, noMetrics } from "../../domain/metrics.ts";
import type { Logger } from "../../domain/ports.ts";
import { NameMatcher } from "../../identity/name-matcher.ts";
import type { Config } from "../config.ts";
import { CorrectionWatch } from "../live/correction-watch.ts";
import { LinkedCorpus } from "../live/linked-corpus.ts";
import { LiveCorpus, type LiveParts } from "../live/live-corpus.ts";
import { type OpenedCorpus, openServed, servedArticles } from "../live/served.ts";
import { loadGlossReaders } from "../load/gloss-readers.ts";
import { loadIdentityData } from "../load/identity-data.ts";
import { loadAliases } from "../load/language-data.ts";
import { loadMessages } from "../load/messages.ts";
import { readOwnLexicon } from "../load/own-lexicon.ts";
import { loadReader } from "../load/question-reader.ts";
import { loadSearchData } from "../load/search-data.ts";
import { openSearch } from "../load/search-index.ts";
import { indexDataFolder } from "../paths.ts";
import { timedIndex } from "./metrics/timed-index.ts";
import { citationLinks } from "./reader-access.ts";
import type { Translating } from "./translating.ts";

/** The running system, whatever platform asks. */
export type App = {
	/** Answers from the corpus as it is at that moment. */
	answerer: LiveCorpus;
	corpus: {
		readonly articles: readonly Article[];
		/** Files that were damaged when the corpus was opened. */
		problems: OpenedCorpus["problems"];
	};
	/** The corpus as it was opened. */
	opened: OpenedCorpus;
	say: Say;
	/** Null where nothing translates. */
	glosser: Glosser | null;
	/** For whatever stays up: done before it says that it is ready, so that no question waits. */
	warmUp(): Promise<void>;
	close(): Promise<void>;
};

/**
 * Opens the corpus and wires everything that answers from it.
 * Errors: those of `openCorpus`, `data_invalid`.
 */
export async function createApp(
	config: Config,
	log: Logger,
	metrics: Pick<Metrics, "searched"> = noMetrics,
	translating: Translating | null = null,
): Promise<App> {
	const own = await readOwnLexicon(config.lexicon);
	for (const problem of own.problems) log("warn", problem);
	const [opened, data, say, aliases] = await Promise.all([
		openServed(config),
		loadSearchData(indexDataFolder, own.lines),
		loadMessages(indexDataFolder),
		loadAliases(indexDataFolder),
	]);
	const identities = await loadIdentityData(indexDataFolder, data);
	const { problems, hash } = opened;
	for (const { folder, file, error } of problems) {
		log("warn", `${join(folder, file)} is left out: ${error.message}`);
	}
	const articles = servedArticles(opened);
	const index = timedIndex(await openSearch({ articles, hash }, data, config, log), metrics);
	const { lexicon, stopWords } = data;
	const pageOf = citationLinks(config, Date.now);
	const names = new NameMatcher(lexicon, stopWords, aliases, identities);
	const readers = translating && (await loadGlossReaders(indexDataFolder, data, names));
	const parts: LiveParts = {
		served: opened,
		index,
		reader: await loadReader(indexDataFolder, data),
		...{ names, stopWords, say },
		...(translating && readers ? { translate: translating.questions(readers) } : {}),
		watch: new CorrectionWatch(opened.folder, opened, log),
	};
	const answerer = pageOf ? new LinkedCorpus(parts, pageOf) : new LiveCorpus(parts);
	return {
		answerer,
		glosser: translating && readers ? translating.glosser(readers, () => answerer.who()) : null,
		corpus: {
			get articles() {
				return answerer.articles();
			},
			problems,
		},
		opened,
		say,
		warmUp: () => answerer.warmUp(),
		close: async () => {},
	};
}
