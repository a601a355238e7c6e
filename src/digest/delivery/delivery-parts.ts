import type { Poster } from "../../domain/digest.ts";
import type { Say } from "../../domain/messages.ts";
import type { AsRequest, Clock, Logger } from "../../domain/ports.ts";
import type { PlatformName, Rate } from "../../domain/sets/platforms.ts";
import type { Store } from "../../domain/state/store.ts";
import type { Writer } from "../contents/writer.ts";
import type { Sleep } from "./pace.ts";
import type { Timing } from "./rates.ts";

/** What the delivery of digests works with. */
export type DigestParts = {
	store: Pick<Store, "subscriptions" | "deliveries" | "changes">;
	/** Only digests of these platforms are looked at, which may come and go. */
	posters: Partial<Record<PlatformName, Poster>>;
	/** Writes what is new for a subscription. */
	write: Writer;
	say: Say;
	now: Clock;
	sleep: Sleep;
	log: Logger;
	/** Each try at a delivery is one request. */
	asRequest?: AsRequest | undefined;
	/** Twelve characters of A-Z, a-z, 0-9, `_` and `-` that nobody can guess. */
	newId(): string;
	/** From 0 to below 1: spreads waits that nobody named. */
	random(): number;
	timing: Timing;
	rates: Record<PlatformName, Rate>;
};
