import type { AsRequest, Clock, Logger } from "../domain/ports.ts";
import type { SourceStore } from "../domain/sources.ts";
import type { FetchAddress } from "../fetching/fetched.ts";
import type { Hosts } from "./hosts.ts";
import type { IntakeWork, Taken } from "./intake-port.ts";
import type { RobotsFiles } from "./robots-files.ts";

/** What looking at sources rests on. */
export type PollParts = {
	store: SourceStore;
	fetch: FetchAddress;
	hosts: Hosts;
	robots: RobotsFiles;
	intake: IntakeWork;
	/** Called after each step that changed the corpus; the next one waits for it. */
	onChanges(taken: Pick<Taken, "changes" | "intent">): Promise<void>;
	now: Clock;
	/** 0 to 1. */
	random: () => number;
	log: Logger;
	/** Each look is one request. */
	asRequest?: AsRequest | undefined;
};
