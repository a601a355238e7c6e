import { randomBytes } from "node:crypto";
import { ChatReader } from "../desk/chat-reader.ts";
import { DigestCommands, mostSubscriptions } from "../digest/commands/commands.ts";
import { rates, timing } from "../digest/limits.ts";
import type { DigestParts } from "../digest/parts.ts";
import { startDigests } from "../digest/scheduler.ts";
import { createWriter } from "../digest/write.ts";
import { asIsnadError } from "../domain/errors.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { Store } from "../domain/store.ts";
import { pruneStore } from "../storage/prune.ts";
import { sleep } from "./sleep.ts";
import type { App } from "./wiring.ts";

type Given = { app: Pick<App, "answerer" | "say">; store: Store; log: Logger; now: Clock };

/** `/digest` for the desk, and the delivery of digests for whatever stays up. */
export type Digests = {
	commands: DigestCommands;
	/** Delivers on these platforms until it is stopped; several processes may. */
	start(posters: DigestParts["posters"]): { stop(): Promise<void> };
};

export function openDigests({ app, store, log, now }: Given): Digests {
	const { say, answerer } = app;
	const newId = () => randomBytes(9).toString("base64url");
	const write = createWriter({ store, digest: (material) => answerer.digest(material) });
	const reader = new ChatReader(say);
	const question = (text: string) => reader.question("claims", text);
	return {
		commands: new DigestCommands({
			store,
			write,
			question,
			say,
			now,
			newId,
			most: mostSubscriptions,
		}),
		start(posters) {
			const parts = { store, posters, write, say, now, sleep, log, newId, timing, rates };
			const running = startDigests(parts);
			const ended = new AbortController();
			const pruned = prune(store, now, log, ended.signal);
			return {
				async stop() {
					ended.abort();
					await Promise.all([running.stop(), pruned]);
				},
			};
		},
	};
}

const pruneEveryMs = 6 * 3_600_000;

/** The state would grow with every answer otherwise. */
async function prune(store: Store, now: Clock, log: Logger, signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		try {
			await pruneStore(store, now());
		} catch (error) {
			log("warn", "Old state could not be dropped.", { code: asIsnadError(error).code });
		}
		await sleep(pruneEveryMs, signal);
	}
}
