import { keepCorrection } from "../../corrections/correction-files.ts";
import type { CorrectionKeeper } from "../../desk/wrong.ts";
import type { Desk } from "../../domain/chat.ts";
import type { Poster } from "../../domain/digest.ts";
import { type Metrics, noMetrics } from "../../domain/metrics.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { Store } from "../../domain/state/store.ts";
import { openStore } from "../../storage/open.ts";
import type { Config } from "../config.ts";
import type { Io } from "../io.ts";
import { openLiveSources } from "../live/live-sources.ts";
import { openAnswerLog } from "./answer-log/answer-log.ts";
import type { App } from "./app.ts";
import { createApp } from "./app.ts";
import { openDesk } from "./desk.ts";
import { openDigests } from "./digests.ts";
import { glossedDesk, glossedPosters } from "./glossed.ts";
import { measuredStore } from "./metrics/measured-store.ts";
import { startPruning } from "./pruning.ts";
import { openTranslating } from "./translating.ts";
import { watchedDesk } from "./watched-desk.ts";

/** Everything that a process which stays up needs, whatever platforms it serves. */
export type Serving = {
	app: App;
	desk: Desk;
	store: Store;
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
		const translating = await openTranslating(config.translation, {
			...{ store: store.translations, metrics, now, log, signal: io.signal },
		});
		const app = await createApp(config, log, metrics, translating);
		closing.push(() => app.close());
		const live = await openLiveSources({ app, config, store, log, now });
		closing.push(() => live.close());
		const digests = openDigests({ app, store, log, now });
		const desk = await openDesk({
			...{ app, config, store, log, now },
			digests: digests.commands,
			sources: live.commands,
			corrections: keeperOf(app, now),
			feedback: config.feedback ? store.feedback : undefined,
		});
		await app.warmUp();
		const { glosser } = app;
		const glossed = glosser ? glossedDesk(desk, glosser, now) : desk;
		return {
			app,
			desk: watchedDesk(glossed, { metrics, answers, log, now }),
			store,
			begin(posters) {
				live.start();
				const delivering = digests.start(
					glosser ? glossedPosters(posters, glosser, desk) : posters,
				);
				const pruning = startPruning({ store, keepDays: config.keepDays, now, log });
				closing.push(() => delivering.stop(), pruning.stop);
			},
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

/** Kept beside the articles, and in the next answer. */
function keeperOf({ answerer, opened }: App, now: Clock): CorrectionKeeper {
	return {
		stored: () => answerer.stored(),
		async keep(made) {
			const kept = await keepCorrection(opened.folder, made, now);
			await answerer.correct();
			return kept;
		},
	};
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
