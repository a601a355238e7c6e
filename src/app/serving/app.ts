import { join } from "node:path";
import { Library } from "../../answers/library.ts";
import type { Article } from "../../domain/article.ts";
import type { Glosser } from "../../domain/gloss.ts";
import type { Say } from "../../domain/messages.ts";
import { type Metrics, noMetrics } from "../../domain/metrics.ts";
import type { Logger } from "../../domain/ports.ts";
import { inSlices } from "../../domain/slices.ts";
import type { GlossReaders } from "../../gloss/check-gloss.ts";
import { NameMatcher } from "../../identity/name-matcher.ts";
import type { SearchData } from "../../search/search-data.ts";
import type { Config } from "../config.ts";
import { CorrectionWatch } from "../live/correction-watch.ts";
import type { LiveParts } from "../live/generation.ts";
import { LinkedCorpus } from "../live/linked-corpus.ts";
import { LiveCorpus } from "../live/live-corpus.ts";
import { growingFolder, type OpenedCorpus, openServed, servedArticles } from "../live/served.ts";
import { slicer } from "../live/slicer.ts";
import { loadIdentityData } from "../load/identity-data.ts";
import { loadAliases } from "../load/language-data.ts";
import { loadMessages } from "../load/messages.ts";
import { readOwnLexicon } from "../load/own-lexicon.ts";
import { loadReader } from "../load/question-reader.ts";
import { loadSearchData, shippedSearchData } from "../load/search-data.ts";
import { openSearch } from "../load/search-index.ts";
import { Shelving } from "../load/shelving.ts";
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
	/** False while the index cannot be asked. */
	readonly isSearchable: boolean;
	/** The corpus as it was opened. */
	opened: OpenedCorpus;
	say: Say;
	names: NameMatcher;
	/** Null where nothing translates. */
	glosser: Glosser | null;
	/** For whatever stays up: done before it says that it is ready, so that no question waits. */
	warmUp(): Promise<void>;
	close(): Promise<void>;
};

/** What is the same whatever corpus is answered from. */
export type AnsweringData = Awaited<ReturnType<typeof loadAnsweringData>>;

/** What several collections of one process share. */
export type Shared = {
	/** Read already. */
	data?: Promise<AnsweringData> | undefined;
	/** Null or absent where nothing translates. */
	translating?: Translating | null | undefined;
};

let shipped: ReturnType<typeof answeringBy> | undefined;

/** Of what ships alone it is read once in a process, since nothing changes it. Errors: `data_invalid`. */
export async function loadAnsweringData({ lexicon }: Pick<Config, "lexicon">, log: Logger) {
	const own = await readOwnLexicon(lexicon);
	for (const problem of own.problems) log("warn", problem);
	if (own.lines.length > 0) return answeringBy(own.lines);
	shipped ??= answeringBy([]);
	return shipped;
}

async function answeringBy(ownLexicon: readonly string[]) {
	const [data, say, aliases] = await Promise.all([
		ownLexicon.length > 0 ? loadSearchData(indexDataFolder, ownLexicon) : shippedSearchData(),
		loadMessages(indexDataFolder),
		loadAliases(indexDataFolder),
	]);
	const identities = await loadIdentityData(indexDataFolder, data);
	const reader = await loadReader(indexDataFolder, data);
	return { data, ownLexicon, say, aliases, identities, reader };
}

/**
 * Opens the corpus and wires everything that answers from it.
 * Errors: those of `openCorpus`, `data_invalid`.
 */
export async function createApp(
	config: Config,
	log: Logger,
	metrics: Pick<Metrics, "searched" | "searchEnded"> = noMetrics,
	{ data: known, translating }: Shared = {},
): Promise<App> {
	const [opened, { data, ownLexicon, say, aliases, identities, reader }] = await Promise.all([
		openShelved(config, log),
		known ?? loadAnsweringData(config, log),
	]);
	const { problems, hash, shelf } = opened;
	for (const { folder, file, error } of problems) {
		log("warn", `${join(folder, file)} is left out: ${error.message}`);
	}
	const articles = servedArticles(opened);
	const { lexicon, stopWords } = data;
	const pageOf = citationLinks(config, Date.now);
	const names = new NameMatcher(lexicon, stopWords, aliases, identities);
	const readers = translating && (await glossReaders(data, names));
	// Where other collections are answered meanwhile, nothing may hold them up.
	const library = known && (await inSlices(Library.read(articles, stopWords), slicer()));
	const settings = { ...config, ownLexicon };
	const watch = { log, onEnd: () => metrics.searchEnded() };
	// After all else that may fail: it may run a thread, which nobody would close.
	const index = timedIndex(await openSearch({ articles, hash }, data, settings, watch), metrics);
	const parts: LiveParts = {
		served: opened,
		index,
		reader,
		...{ names, stopWords },
		...(translating && readers ? { translate: translating.questions(readers) } : {}),
		library,
		say,
		...(shelf ? { shelf } : {}),
		pictures: config.pictures,
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
		get isSearchable() {
			return index.isReady ?? true;
		},
		opened,
		say,
		names,
		warmUp: () => answerer.warmUp(),
		close: async () => {
			await index.close?.();
			await shelf?.close();
		},
	};
}

/** The corpus with the text of its articles in rows, where it is a large one. */
async function openShelved(config: Config, log: Logger) {
	const corpus = growingFolder(config);
	const shelving = await Shelving.open({ place: { ...config, corpus }, log, now: Date.now });
	try {
		return { ...(await openServed(config, shelving)), shelf: shelving.shelf };
	} catch (error) {
		await shelving.shelf?.close();
		throw error;
	}
}

/** Read only where something translates: a start is as quick as what it needs. */
async function glossReaders(data: SearchData, names: NameMatcher): Promise<GlossReaders> {
	const { loadGlossReaders } = await import("../load/gloss-readers.ts");
	return loadGlossReaders(indexDataFolder, data, names);
}
