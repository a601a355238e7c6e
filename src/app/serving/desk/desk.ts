import { randomBytes, randomUUID } from "node:crypto";
import { createDesk, type DeskParts } from "../../../desk/desk.ts";
import type { Desk } from "../../../domain/chat.ts";
import type { Clock, Logger } from "../../../domain/ports.ts";
import { whileAsked } from "../../../search/turns.ts";
import type { Config } from "../../config.ts";
import { loadFollowUpWords } from "../../load/follow-up-words.ts";
import { indexDataFolder } from "../../paths.ts";
import type { App } from "../app.ts";

type Given = {
	app: Pick<App, "answerer" | "say">;
	config: Pick<Config, "operators" | "questionsPerMinute">;
	store: DeskParts["store"];
	log: Logger;
	now: Clock;
	digests?: DeskParts["digests"];
	sources?: DeskParts["sources"];
	corrections?: DeskParts["corrections"];
	feedback?: DeskParts["feedback"];
	/** An id that somebody attends to already; absent: one of its own. */
	process?: string | undefined;
};

/** The desk of this process, over what is served. */
export async function openDesk({ app, config, ...given }: Given): Promise<Desk> {
	const process = given.process ?? (await attended(given.store));
	return createDesk({
		...given,
		whileAsked,
		answerer: app.answerer,
		say: app.say,
		words: await loadFollowUpWords(indexDataFolder),
		newId: () => randomBytes(9).toString("base64url"),
		process,
		operators: config.operators,
		questionsPerMinute: config.questionsPerMinute,
	});
}

/** What no other start of the program has, known to be at work as long as the store is open. */
export async function attended({ inbox }: Pick<DeskParts["store"], "inbox">): Promise<string> {
	const process = randomUUID();
	await inbox.attend?.(process);
	return process;
}
