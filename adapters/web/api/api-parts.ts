import type { Clock, Logger } from "../../../src/domain/ports.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import type { TokenStore } from "../../../src/domain/tokens.ts";
import type { ProgramDesk } from "../../shared/programs/program-desk.ts";
import type { ProgramParts } from "../../shared/programs/program-parts.ts";

export type DoorSettings = {
	/** The collection that is asked here. */
	collection: string;
	/**
	 * Whether somebody who sits at this machine may ask without a token for as long as none was made:
	 * where nothing but this machine reaches the server, by an address or through a proxy.
	 */
	isOpenHere: boolean;
	/** Whether a proxy on this machine may stand before it. */
	isBehindProxy: boolean;
	/** Origins whose pages may ask, such as `https://desk.example`; mostly none. */
	origins: readonly string[];
	/** Where others reach it, such as `https://isnad.example.org/isnad`; empty where that is unknown. */
	publicUrl: string;
	/** Whether translations may come after an answer that change it, though the corpus stays as it is. */
	isTranslated: boolean;
};

/** Everything that the doors for other programs are made of. */
export type DoorParts = {
	desk: ProgramDesk;
	say: ProgramParts["say"];
	tokens: Pick<TokenStore, "any" | "get" | "used">;
	settings: DoorSettings;
	/** Which state of the corpus serves now; another one for each state, and after each start. */
	version(): Promise<string>;
	now: Clock;
	log: Logger;
};

/** Answers one message of the Model Context Protocol; see `adapters/mcp`. */
export type McpHandler = (request: Request, holder: Holder) => Promise<Response>;

/** Who asks: the id of a token, or null for somebody at this machine who needs none. */
export type Holder = { token: string | null };

export const usualLanguage: Language = "en";
