import { CorpusJournal } from "../../../src/app/live/journal.ts";
import { createWriter, type Writer } from "../../../src/digest/contents/writer.ts";
import { rates } from "../../../src/digest/delivery/rates.ts";
import { startDigests } from "../../../src/digest/delivery/scheduler.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { Poster } from "../../../src/domain/digest.ts";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import type { FetchAddress } from "../../../src/fetching/fetched.ts";
import { Hosts } from "../../../src/sources/hosts.ts";
import { startPoller } from "../../../src/sources/poller.ts";
import { RobotsFiles } from "../../../src/sources/robots-files.ts";
import { say } from "../answers/doubles.ts";
import { slowly } from "../digest/workers.ts";
import { emptyAnswer, type World } from "../digest/world.ts";
import { askTogether } from "./crowd.ts";
import { isTrouble, type Link } from "./link.ts";
import type { Newsroom } from "./newsroom.ts";
import type { Observer } from "./observer.ts";

export type ProcessParts = {
	name: string;
	world: World;
	link: Link;
	/** The database, as nobody's delays reach it. */
	store: Store;
	newsroom: Newsroom;
	poster: Poster;
	/** How far its clock is from the world's, in milliseconds. */
	skewMs: number;
	/** From 0 to below 1. */
	random(): number;
	observer: Observer;
};

/** How often the corpus folder is looked at; a start that failed is tried again as often. */
const watchMs = 2_000;
/** To read the corpus at the start, and to take in what came since: up to so long. */
const longestReadingMs = 30_000;
const longestTakingMs = 5_000;
/** A look at a source: up to so long. */
const longestFetchMs = 300_000;

/** One process of the program: its real parts, with a clock and a link of its own. */
export async function runProcess(parts: ProcessParts): Promise<void> {
	const { world, link, newsroom, name, observer } = parts;
	const { changes, sources, subscriptions, deliveries, views } = parts.store;
	const now = () => Math.floor(world.now()) + parts.skewMs;
	const sleep = async (ms: number, signal?: AbortSignal) => {
		await world.sleep(ms, signal);
		await link.alive();
	};
	const log = () => {};
	const { watch } = changes;
	const store = {
		changes: { ...journalOf(link.toDatabase(changes)), ...(watch ? { watch } : {}) },
		sources: link.toDatabase(sources),
		subscriptions: link.toDatabase(subscriptions),
		deliveries: link.toDatabase(deliveries),
		views: link.toDatabase(views),
	};
	let served = new Map<string, Article>();
	const journal = await opened();
	const going = [followNewsroom(), askTogether({ name, world, store, alive: () => link.alive() })];
	let ids = 0;
	startDigests({
		...{ store, say, now, sleep, log, rates, timing: slowly, random: parts.random },
		posters: { slack: link.toWorld(observer.posting(name, parts.poster)) },
		write: observer.writing(writer()),
		newId: () => `${name}-${++ids}`.padEnd(12, "_"),
	});
	const fetch = observer.fetching(name, fetcher());
	const hosts = new Hosts(now, sleep);
	startPoller({
		...{ store: store.sources, fetch, hosts, robots: new RobotsFiles(fetch, hosts, now) },
		intake: { readFeedOrPage: nothing, take: nothing },
		onChanges: async () => {},
		...{ now, random: parts.random, log },
		setTimer(work, ms) {
			const cancelled = new AbortController();
			void sleep(ms, cancelled.signal).then(() => {
				if (!cancelled.signal.aborted) work();
			});
			return () => cancelled.abort();
		},
	});
	await Promise.all(going);

	/** Only a start fails without the database: whoever supervises the process starts it again. */
	async function opened(): Promise<CorpusJournal> {
		for (;;) {
			try {
				served = new Map(newsroom.articles);
				await sleep(Math.floor(parts.random() * longestReadingMs));
				const articles = [...served.values()];
				const breathe = () => undefined;
				const listed = async () => new Set(newsroom.articles.keys());
				return await CorpusJournal.open({ journal: store.changes, articles, listed, now, breathe });
			} catch (error) {
				if (!isTrouble(error)) throw error;
				await sleep(watchMs);
			}
		}
	}

	/** Takes in what comes and goes, as `openLiveSources` does. */
	async function followNewsroom(): Promise<void> {
		for (;;) {
			await sleep(watchMs + Math.floor(parts.random() * watchMs));
			const before = served;
			await journal.look();
			const read = new Map(newsroom.articles);
			await sleep(Math.floor(parts.random() * longestTakingMs));
			served = read;
			const put = [...served.values()].filter(({ id }) => !before.has(id));
			const removed = [...before.keys()].filter((id) => !served.has(id));
			const difference = { put, removed, before: (id: string) => before.get(id) };
			await journal.noteDifference(difference).catch((error) => {
				if (!isTrouble(error)) throw error;
			});
		}
	}

	function writer(): Writer {
		const holds = (id: string) => served.has(id);
		const digest = async ({ newClaims, gone }: Parameters<WriterDigest>[0]): Promise<Answer> => {
			const told = { new: [...newClaims].sort(), gone: gone.map(({ claim }) => claim.id).sort() };
			const isNews = told.new.length + told.gone.length > 0;
			const items = isNews ? [{} as Answer["items"][number]] : [];
			return { ...emptyAnswer, heading: JSON.stringify(told), items };
		};
		return createWriter({ store, digest, holds, now });
	}

	/** Sites that take their time and answer nothing. */
	function fetcher(): FetchAddress {
		return async (address, { signal } = {}) => {
			await sleep(Math.floor(parts.random() * longestFetchMs), signal);
			signal?.throwIfAborted();
			const error = new IsnadError("fetch_timeout", `${address} takes too long.`);
			return { kind: "failed", error, retryAfterMs: null, absent: null };
		};
	}
}

type WriterDigest = Parameters<typeof createWriter>[0]["digest"];

function journalOf({ append, after, last, startOf, known }: Store["changes"]) {
	return { append, after, last, startOf, known };
}

async function nothing(): Promise<never> {
	throw new Error("nothing is taken in here");
}
