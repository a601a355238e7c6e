import { createReader } from "../../../adapters/web/reader/create-reader.ts";
import { createReadingRoom } from "../../answers/reading-room.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { Config } from "../config.ts";
import type { App } from "./app.ts";
import { glossedAnswering } from "./glossed.ts";
import { readerProblem, readerSettings } from "./reader-access.ts";

export type ReaderParts = {
	app: Pick<App, "say">;
	/** Runs work with what answers now. */
	answering<R>(work: (app: Pick<App, "answerer" | "glosser">) => Promise<R>): Promise<R>;
	/** Of the collection that is read. */
	config: Config;
	now: Clock;
	log: Logger;
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
}: ReaderParts): ReturnType<typeof createReader> | null {
	const refused = readerProblem(config);
	if (refused) log("warn", refused);
	const settings = readerSettings(config);
	if (!settings) return null;
	return createReader({
		...{ settings, say, now, log },
		answering: { answer: (request) => answering((app) => glossedAnswering(app).answer(request)) },
		room: () =>
			answering(async ({ answerer }) => {
				await answerer.correct();
				return createReadingRoom(answerer.library);
			}),
	});
}
