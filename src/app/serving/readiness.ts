import type { Readiness, ReadyPart } from "../../../adapters/web/server/operating.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { Store } from "../../domain/state/store.ts";
import { sleep } from "../sleep.ts";
import type { App } from "./app.ts";

/** What a serving process consists of, as far as it is there. */
export type Watched = {
	store?: Pick<Store, "changes" | "sources">;
	app?: Pick<App, "answerer" | "corpus" | "isSearchable">;
	/** Those that are configured, in their order; none where only the console is served. */
	platforms?: { names: readonly PlatformName[]; isConnected(name: PlatformName): boolean };
};

/** A store that takes longer is not there for whoever asks. */
const patienceMs = 1_000;

/**
 * Ready where corpus and index are loaded, the index can be asked, the store answers, and at least one of the configured
 * platforms is connected.
 */
export async function readinessOf({ store, app, platforms }: Watched): Promise<Readiness> {
	const corpus = app
		? { ok: true, articles: app.corpus.articles.length, version: app.answerer.version }
		: { ok: false };
	const search = { ok: app?.isSearchable ?? false };
	const parts = { corpus, search, store: await asked(store), platforms: connections(platforms) };
	return { ready: Object.values(parts).every(({ ok }) => ok), parts };
}

async function asked(store: Watched["store"]): Promise<ReadyPart> {
	if (!store) return { ok: false };
	const answered = store.changes.last().then(
		() => ({ ok: true }),
		(error: unknown) => ({ ok: false, code: asIsnadError(error).code }),
	);
	return inTime<ReadyPart>(answered, { ok: false, code: "no_answer" });
}

/** What the store says, or `late` where it says nothing in time. */
export async function inTime<T>(answered: Promise<T>, late: T): Promise<T> {
	const over = new AbortController();
	try {
		return await Promise.race([answered, sleep(patienceMs, over.signal).then(() => late)]);
	} finally {
		over.abort();
	}
}

function connections(platforms: Watched["platforms"]): ReadyPart {
	if (!platforms) return { ok: false };
	const connected = platforms.names.map((name) => [name, platforms.isConnected(name)] as const);
	const ok = connected.length === 0 || connected.some(([, is]) => is);
	return { ok, ...Object.fromEntries(connected) };
}
