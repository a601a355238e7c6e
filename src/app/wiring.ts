import { join } from "node:path";
import { type Answerer, createAnswerer } from "../answers/answerer.ts";
import { NameMatcher } from "../answers/names.ts";
import { openCorpus } from "../corpus/store/read-corpus.ts";
import type { Say } from "../domain/messages.ts";
import type { Corpus, Logger, PassageSearch } from "../domain/ports.ts";
import type { Config } from "./config.ts";
import { loadAliases } from "./language-data.ts";
import { loadMessages } from "./messages.ts";
import { indexDataFolder } from "./paths.ts";
import { createReader } from "./question-reader.ts";
import { loadSearchData } from "./search-data.ts";
import { openSearch } from "./snapshot.ts";

/** The running system, whatever platform asks. */
export type App = {
	answerer: Answerer;
	corpus: Corpus;
	search: PassageSearch;
	say: Say;
	/** For whatever stays up: done before it says that it is ready, so that no question waits. */
	warmUp(): Promise<void>;
	close(): Promise<void>;
};

/**
 * Opens the corpus and wires everything that answers from it.
 * Errors: those of `openCorpus`, `data_invalid`.
 */
export async function createApp(config: Config, log: Logger): Promise<App> {
	const [corpus, data, say, aliases] = await Promise.all([
		openCorpus(config.corpus),
		loadSearchData(indexDataFolder),
		loadMessages(indexDataFolder),
		loadAliases(indexDataFolder),
	]);
	for (const { file, error } of corpus.problems) {
		log("warn", `${join(config.corpus, file)} is left out: ${error.message}`);
	}
	const { articles } = corpus;
	const search = await openSearch(corpus, data, config, log);
	const reader = await createReader(indexDataFolder, articles, data);
	const names = new NameMatcher(data.lexicon, data.stopWords, aliases);
	const answerer = createAnswerer({
		articles,
		search,
		reader,
		names,
		stopWords: data.stopWords,
		say,
	});
	const warmUp = async () => search.warmUp?.();
	return { answerer, corpus, search, say, warmUp, close: async () => {} };
}
