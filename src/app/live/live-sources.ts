import { randomInt } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { storeFiles } from "../../corpus/store/files.ts";
import { manifestName } from "../../corpus/store/manifest.ts";
import { listedIn } from "../../corpus/store/read-corpus.ts";
import { correctionsFolder } from "../../corrections/correction-files.ts";
import { articlePlaceOf } from "../../corrections/same-place.ts";
import type { Article } from "../../domain/article.ts";
import type { Say } from "../../domain/messages.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { ChangeJournal } from "../../domain/state/change-journal.ts";
import type { Store } from "../../domain/state/store.ts";
import { SourceCommands } from "../../sources/commands.ts";
import { Hosts } from "../../sources/hosts.ts";
import { type LeaseParts, pollUnderLease } from "../../sources/lease.ts";
import { type Poller, startPoller } from "../../sources/poller.ts";
import { RobotsFiles } from "../../sources/robots-files.ts";
import type { Config } from "../config.ts";
import { inTurn } from "../in-turn.ts";
import { indexDataFolder } from "../paths.ts";
import { asNewRequest } from "../requests.ts";
import { setTimer } from "../sleep.ts";
import { appFetcher } from "./fetcher.ts";
import { watchFile } from "./file-watch.ts";
import { IntakeThread } from "./intake-thread.ts";
import { dropIntent, intentsFolder, noteIntents } from "./intents.ts";
import { CorpusJournal } from "./journal.ts";
import type { LiveCorpus } from "./live-corpus.ts";
import { notesFolder } from "./reading-notes.ts";
import { notedFolder, type OpenedCorpus } from "./served.ts";

/** How often is looked whether somebody else changed the corpus folder: one `stat`. */
const watchMs = 2_000;
/** The same for corrections. */
const correctionsMs = 1_000;
const idLetters = "23456789abcdefghjkmnpqrstuvwxyz";

export type LiveSources = {
	/** `/sources add` and the like, for the desk. */
	commands: SourceCommands;
	/** Begins to look at what is due. */
	start(): void;
	/** Ends what is in hand. */
	close(): Promise<void>;
};

type Given = {
	app: { answerer: LiveCorpus; opened: OpenedCorpus; say: Say };
	config: Pick<Config, "allowAddresses" | "collection" | "data" | "publicUrl">;
	store: Pick<Store, "sources" | "changes">;
	log: Logger;
	now: Clock;
};

/**
 * Looks at sources when they are due, and takes what they bring into the corpus, the index that
 * answers and the journal of changes. What others put into the corpus folder is taken in as well.
 */
export async function openLiveSources({
	app: { answerer, opened, say },
	config,
	store,
	log,
	now,
}: Given): Promise<LiveSources> {
	const stop = new AbortController();
	const noted = notedFolder(config);
	const intents = intentsFolder(noted);
	const corpusDir = opened.folder;
	const articles = answerer.stored();
	const { changes } = store;
	const journal = await openJournal({ intents, opened, changes, articles, now });
	const thread = new IntakeThread(
		{
			...{ corpusDir, indexData: indexDataFolder, served: opened.digests, intents },
			notes: notesFolder(noted),
		},
		log,
		now,
	);
	const fetch = appFetcher(config, now);
	const turns = inTurn();
	const readNews = async () => {
		await journal.look();
		const news = await thread.news();
		const before = new Map(answerer.stored().map((article) => [article.id, article]));
		await answerer.correct();
		await answerer.apply(news);
		// What an operator took down is told nobody, also not as something that is gone.
		const { corrections } = answerer;
		const told = (article: Article | undefined) =>
			article && corrections.isTakenDown(articlePlaceOf(article)) ? undefined : article;
		const served = new Map(answerer.stored().map((article) => [article.id, article]));
		// Their text may be elsewhere by now: what came is not held beside it.
		const put = news.put.map((article) => served.get(article.id) ?? article);
		await journal.noteDifference({ ...news, put, before: (id) => told(before.get(id)) });
	};
	const takeNews = () => turns(readNews);
	const hosts = new Hosts(now, (ms) => sleep(ms, undefined, { signal: stop.signal }));
	const parts: LeaseParts = {
		store: store.sources,
		fetch,
		hosts,
		robots: new RobotsFiles(fetch, hosts, now),
		intake: thread,
		async onChanges({ changes, intent }) {
			journal.expect(changes);
			await takeNews();
			await journal.note(changes);
			await dropIntent(intent);
		},
		now,
		random: Math.random,
		log,
		asRequest: asNewRequest,
		setTimer,
	};
	let poller: Poller | undefined;
	let endWatch = () => {};
	const commands = new SourceCommands({
		store: store.sources,
		fetch,
		allowed: config.allowAddresses,
		intake: thread,
		poll: (source) => pollUnderLease(source, parts, stop.signal),
		wake: () => poller?.wake(),
		say,
		now,
		newId: sourceId,
	});
	answerer.noteSources((language) => commands.notes(language));
	return {
		commands,
		start() {
			poller = startPoller(parts);
			const ends = [
				watchFile(join(opened.folder, manifestName), {
					...{ every: watchMs, work: takeNews, log },
					seen: opened.manifest,
					isDue: () => journal.isBehind,
				}),
				// Questions look for themselves; this is for what is shown without one.
				watchFile(join(opened.folder, correctionsFolder), {
					every: correctionsMs,
					work: () => answerer.correct(),
					log,
				}),
			];
			endWatch = () => {
				for (const end of ends) end();
			};
		},
		async close() {
			endWatch();
			stop.abort(new Error("closing"));
			// First the thread: a look that waits for a page to be read would not end before it.
			await thread.close();
			await poller?.close();
		},
	};
}

/** The journal with all that happened while nobody noted it, in an earlier process or in a command. */
export async function openJournal(parts: {
	intents: string;
	opened: Pick<OpenedCorpus, "folder" | "fixed">;
	changes: ChangeJournal;
	articles: readonly Article[];
	now: Clock;
}): Promise<CorpusJournal> {
	const { intents, opened, changes: journal, articles, now } = parts;
	const fixed = opened.fixed.map(({ id }) => id);
	await noteIntents(intents, journal, new Set(articles.map(({ id }) => id)), now);
	const listed = async () => new Set([...fixed, ...(await listedIn(opened.folder, storeFiles))]);
	return CorpusJournal.open({ journal, articles, listed, now });
}

export function sourceId(): string {
	return Array.from({ length: 6 }, () => idLetters[randomInt(idLetters.length)]).join("");
}
