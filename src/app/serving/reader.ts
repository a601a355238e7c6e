import { createReader } from "../../../adapters/web/reader/create-reader.ts";
import { createReadingRoom } from "../../answers/reading-room.ts";
import type { Pictures } from "../../domain/picture.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { ChangeJournal } from "../../domain/state/change-journal.ts";
import type { Config } from "../config.ts";
import type { App } from "./app.ts";
import { openExports } from "./exports/open-exports.ts";
import { glossedAnswering } from "./glossed.ts";
import { citationLinks, readerProblem, readerSettings } from "./reader-access.ts";

/** Runs work with what answers now. */
export type Answering = <R>(
	work: (answering: Pick<App, "answerer" | "names" | "glosser">) => Promise<R>,
) => Promise<R>;

export type ReaderParts = {
	app: Pick<App, "say">;
	answering: Answering;
	/** Of the collection that is read. */
	config: Config;
	now: Clock;
	log: Logger;
	/** Of the collection that is read: what a feed of new claims is made of. */
	changes?: Pick<ChangeJournal, "after" | "startOf"> | undefined;
	pictures?: Pictures | undefined;
};

/**
 * The pages behind citations, to be mounted at `/`; null where they are not served, which the log
 * gives the reason of.
 */
export function openReader({
	app: { say },
	answering,
	config,
	now,
	log,
	changes,
	pictures,
}: ReaderParts): ReturnType<typeof createReader> | null {
	const refused = readerProblem(config);
	if (refused) log("warn", refused);
	const settings = readerSettings(config);
	if (!settings) return null;
	return createReader({
		...{ settings, say, now, log },
		answering: {
			answer: (request) => answering((app) => glossedAnswering(app, now).answer(request)),
		},
		pictures,
		exports: openExports({
			...{ answering, say, log, changes: changes ?? null },
			pageOf: citationLinks(config, now),
			origin:
				config.publicUrl === undefined ? null : new URL(config.publicUrl).origin + settings.base,
		}),
		room: () =>
			answering(async ({ answerer }) => {
				await answerer.correct();
				return createReadingRoom(answerer.library, answerer.who());
			}),
	});
}
