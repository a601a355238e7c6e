import type { Desk } from "../../domain/chat.ts";
import type { Poster } from "../../domain/digest.ts";
import { type Metrics, noMetrics } from "../../domain/metrics.ts";
import type { Pictures } from "../../domain/picture.ts";
import type { Logger } from "../../domain/ports.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { Store } from "../../domain/state/store.ts";
import { openStore } from "../../storage/open.ts";
import type { Config } from "../config.ts";
import type { Io } from "../io.ts";
import { openAnswerLog } from "./answer-log/answer-log.ts";
import type { App } from "./app.ts";
import { loadAnsweringData } from "./app.ts";
import { attended } from "./desk/desk.ts";
import { openWholeDesk } from "./desk/open-desk.ts";
import { watchedDesk } from "./desk/watched-desk.ts";
import { deliverDigests } from "./digests.ts";
import { measuredStore } from "./metrics/measured-store.ts";
import { openPictures } from "./pictures.ts";
import { startPruning } from "./pruning.ts";
import { openServedCollections, type ServedCollections } from "./served-collections.ts";
import type { Translating, TranslatingParts } from "./translating.ts";

/** Everything that a process which stays up needs, whatever platforms it serves. */
export type Serving = {
	/** Of the default collection. */
	app: App;
	/** Of all collections. */
	desk: Desk;
	store: Store;
	/** All but the default one; undefined where there are none. */
	collections: ServedCollections | undefined;
	/** Absent where no pictures are drawn. */
	pictures: Pictures | undefined;
	/** Begins what runs by itself: digests on these platforms, which may come and go, looks at sources, tidying. */
	begin(posters: Partial<Record<PlatformName, Poster>>): void;
	/** Ends all of it, in the reverse order of its beginning. */
	close(): Promise<void>;
};

/** Errors: those of `openStore` and `createApp`. What was opened before one is closed again. */
export async function openServing(
	config: Config,
	log: Logger,
	io: Pick<Io, "now" | "signal">,
	metrics: Metrics = noMetrics,
): Promise<Serving> {
	const closing: (() => Promise<void>)[] = [];
	const close = async () => {
		for (const end of closing.splice(0).reverse()) await end();
	};
	try {
		const now = io.now;
		const opened = await openStore(config, { log, now, random: Math.random });
		const store = measuredStore(opened, metrics, now);
		closing.push(() => store.close());
		await nameDamaged(store, log);
		const answers = await openAnswerLog(config, now, log);
		if (answers) closing.push(() => answers.close());
		const process = await attended(store);
		const data = loadAnsweringData(config, log);
		const translating = await translatingOf(config.translation, {
			...{ store: store.translations, metrics, now, log, signal: io.signal },
		});
		const given = { log, now, metrics, data, process, translating };
		const own = await openWholeDesk({ ...given, config, store });
		closing.push(own.close);
		const { app, live, digests } = own;
		const collections = openServedCollections(own, { ...given, config, store });
		if (collections) closing.push(() => collections.close());
		const desk = collections?.desk ?? own.desk;
		const pictures = await openPictures(config, app.say);
		if (pictures) closing.push(() => pictures.close());
		return {
			...{ app, store, collections, pictures, close },
			desk: watchedDesk(desk, { metrics, answers, log, now }),
			begin(posters) {
				live.start();
				const { say } = app;
				const delivering =
					collections?.deliver(posters) ??
					deliverDigests({ store, posters, write: digests.write, say, now, log });
				const pruning = startPruning({ store, keepDays: config.keepDays, now, log });
				closing.push(() => delivering.stop(), pruning.stop);
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}

/** The translators are read only where one is configured. */
async function translatingOf(
	config: Config["translation"],
	parts: TranslatingParts,
): Promise<Translating | null> {
	if (!config) return null;
	const { openTranslating } = await import("./translating.ts");
	return openTranslating(config, parts);
}

/** More are told by doctor. */
const mostNamed = 20;

/** What rests because it cannot be read is told at the start: nobody else would notice. */
async function nameDamaged(store: Store, log: Logger): Promise<void> {
	const damaged = await store.damaged(mostNamed, ["subscription", "source"]);
	for (const { kind, id, field } of damaged)
		log("warn", "A row of the state cannot be read and is left out: isnad doctor says more.", {
			kind,
			id,
			field,
		});
}
