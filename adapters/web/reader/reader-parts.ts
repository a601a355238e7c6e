import type { Answering } from "../../../src/domain/answering.ts";
import type { Exports } from "../../../src/domain/exported.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Pictures } from "../../../src/domain/picture.ts";
import type { Clock, Logger } from "../../../src/domain/ports.ts";
import type { ReadingRoom } from "../../../src/domain/reading-room.ts";

/** Who may read: whoever reaches a machine's own address, or whoever has a signed link or the secret. */
export type ReaderAccess =
	| { kind: "open" }
	| {
			kind: "guarded";
			secret: string;
			/** Days for which a signed link holds; for good where absent. */
			linkDays: number | undefined;
			/** Whether readers come by https. */
			isSecure: boolean;
			/** Whether a proxy on this machine may stand before it. */
			isBehindProxy: boolean;
	  };

export type ReaderSettings = {
	/** Whether an article's whole text is shown, or what is cited with its neighbours alone. */
	isWhole: boolean;
	access: ReaderAccess;
	/** What stands before every path, such as `/isnad`; mostly empty. */
	base: string;
};

/** Everything that the reader is made of. */
export type ReaderParts = {
	answering: Pick<Answering, "answer">;
	/** The corpus as it is at that moment, every correction that was made before laid over it. */
	room(): Promise<ReadingRoom>;
	/** Files for other programs; absent: none are given. */
	exports?: Exports | undefined;
	/** Absent: none are drawn. */
	pictures?: Pictures | undefined;
	say: Say;
	now: Clock;
	log: Logger;
	settings: ReaderSettings;
};
