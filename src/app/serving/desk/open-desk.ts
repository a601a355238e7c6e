import { keepCorrection } from "../../../corrections/correction-files.ts";
import type { CorrectionKeeper } from "../../../desk/wrong/wrong.ts";
import type { Desk } from "../../../domain/chat.ts";
import type { Metrics } from "../../../domain/metrics.ts";
import type { Clock, Logger } from "../../../domain/ports.ts";
import type { Store } from "../../../domain/state/store.ts";
import type { Config } from "../../config.ts";
import { type LiveSources, openLiveSources } from "../../live/live-sources.ts";
import { type App, createApp, type Shared } from "../app.ts";
import { type Digests, openDigests } from "../digests.ts";
import { glossedDesk, glossedWriter } from "../glossed.ts";
import { openDesk } from "./desk.ts";

/** One collection with all that answers from it. */
export type OpenedDesk = {
	app: App;
	desk: Desk;
	live: LiveSources;
	digests: Digests;
	/** Ends all of it, in the reverse order of its beginning. */
	close(): Promise<void>;
};

export type DeskGiven = Shared & {
	/** Of the collection; see `settingsOf`. */
	config: Config;
	/** As the collection sees it. */
	store: Store;
	log: Logger;
	now: Clock;
	metrics: Metrics;
	/** See `DeskParts`. */
	process?: string;
};

/** Errors: those of `createApp`. What was opened before one is closed again. */
export async function openWholeDesk(given: DeskGiven): Promise<OpenedDesk> {
	const { config, store, log, now, metrics, data, translating, process } = given;
	const closing: (() => Promise<void>)[] = [];
	const close = async () => {
		for (const end of closing.splice(0).reverse()) await end();
	};
	try {
		const app = await createApp(config, log, metrics, { data, translating });
		closing.push(() => app.close());
		const live = await openLiveSources({ app, config, store, log, now });
		closing.push(() => live.close());
		const digests = openDigests({ app, store, now });
		const desk = await openDesk({
			...{ app, config, store, log, now, process },
			digests: digests.commands,
			sources: live.commands,
			corrections: keeperOf(app, now),
			feedback: config.feedback ? store.feedback : undefined,
		});
		await app.warmUp();
		return {
			...{ app, live, close },
			desk: glossedDesk(desk, app, now),
			digests: { ...digests, write: glossedWriter(digests.write, app, desk) },
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
