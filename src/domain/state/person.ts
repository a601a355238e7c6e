import type { PlatformName } from "../sets/platforms.ts";

/** Somebody on a platform, by the id that it gives them. */
export type Person = { platform: PlatformName; id: string };

/** Rows of the state that held a person. */
export type Forgotten = {
	/** Scopes: theirs in each space, and that of their direct conversation. */
	settings: number;
	feedback: number;
	/** Answers that were shown to them, and to nobody else. */
	views: number;
	threads: number;
	/** Digests in their direct messages, with the ledger of these. */
	digests: number;
	/** Digests of channels and sources that they made, which stay and name nobody any more. */
	unnamed: number;
};
