import type { Answering } from "../../../src/domain/answering.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Metrics } from "../../../src/domain/metrics.ts";
import type { Clock, Logger } from "../../../src/domain/ports.ts";
import type { Quotation } from "../../../src/domain/quotation.ts";
import type { ReadingRoom } from "../../../src/domain/reading-room.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import type { ItemPlace } from "../../../src/domain/state/conversation.ts";

/** Everything that other programs are answered from. */
export type ProgramParts = {
	answering: Pick<Answering, "answer">;
	/** A quotation in its place, linked as citations of answers are. */
	quotation(place: ItemPlace, language: Language): Promise<Quotation | null>;
	/** The corpus as it is at that moment, every correction that was made before laid over it. */
	room(): Promise<ReadingRoom>;
	/** Whether an article's whole text may be given. */
	isWhole: boolean;
	say: Say;
	metrics: Pick<Metrics, "asked">;
	now: Clock;
	log: Logger;
};
