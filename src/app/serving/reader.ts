import { createReader } from "../../../adapters/web/reader/create-reader.ts";
import { createReadingRoom } from "../../answers/reading-room.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { Config } from "../config.ts";
import type { App } from "./app.ts";
import { readerProblem, readerSettings } from "./reader-access.ts";

export type ReaderParts = {
	app: Pick<App, "answerer" | "say" | "glosser">;
	config: Config;
	now: Clock;
	log: Logger;
};

/** A page is shown without whatever is not there by then. */
const glossesWithinMs = 300;

/**
 * The pages behind citations, to be mounted at `/`; null where they are not served, which the log
 * gives the reason of.
 */
export function openReader({
	app,
	config,
	now,
	log,
}: ReaderParts): ReturnType<typeof createReader> | null {
	const refused = readerProblem(config);
	if (refused) log("warn", refused);
	const settings = readerSettings(config);
	if (!settings) return null;
	const { answerer, say, glosser } = app;
	return createReader({
		...{ settings, say, now, log },
		answering: {
			async answer(request) {
				const answer = await answerer.answer(request);
				return glosser ? (await glosser.gloss(answer, { ms: glossesWithinMs })).answer : answer;
			},
		},
		async room() {
			await answerer.correct();
			return createReadingRoom(answerer.library);
		},
	});
}
