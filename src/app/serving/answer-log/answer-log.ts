import type { Answer, AnswerItem } from "../../../domain/answer.ts";
import type { Asker, Incoming } from "../../../domain/chat.ts";
import type { Clock, Logger } from "../../../domain/ports.ts";
import type { Config } from "../../config.ts";
import { jsonLine } from "../../printable.ts";
import { requestId } from "../../requests.ts";
import { openPersonHash, type PersonHash } from "./person-hash.ts";
import { RotatedFile } from "./rotated-file.ts";

/** One answer that a person was given; `ms`: what it took. */
export type NotedAnswer = { incoming: Incoming; asker: Asker; answer: Answer; ms: number };

/** Who was answered what from where, for audit. It never fails and is never waited for. */
export type AnswerLog = {
	note(answered: NotedAnswer): void;
	/** Resolves once all that was noted is written, or is lost. */
	close(): Promise<void>;
};

/** Undefined where it is off. Errors: `config_invalid` where its key cannot be read. */
export async function openAnswerLog(
	{ answerLog, data }: Pick<Config, "answerLog" | "data">,
	now: Clock,
	log: Logger,
): Promise<AnswerLog | undefined> {
	if (answerLog === undefined) return undefined;
	const person = await openPersonHash(data);
	const file = new RotatedFile(answerLog.file, log);
	return {
		note(answered) {
			const at = new Date(now()).toISOString();
			file.add(jsonLine({ at, ...lineOf(answered, person, answerLog.questions) }));
		},
		close: () => file.close(),
	};
}

function lineOf(
	{ incoming, asker, answer, ms }: NotedAnswer,
	person: PersonHash,
	withQuestion: boolean,
) {
	const { place, direct } = asker;
	return {
		request: requestId() ?? null,
		platform: place.platform,
		space: place.space,
		channel_kind: place.platform === "console" ? "terminal" : direct ? "direct" : "channel",
		person: person(asker),
		command: answer.command,
		...(withQuestion ? { question: questionIn(incoming) } : {}),
		verdict: answer.verdict?.kind ?? null,
		answered: answer.answered,
		cited: answer.items.flatMap(citedBy),
		ms: Math.round(ms),
	};
}

/** As it was typed; null for a click, which asks nothing new. */
function questionIn(incoming: Incoming): string | null {
	if (incoming.kind === "request") return incoming.request.text;
	return "text" in incoming ? incoming.text : null;
}

function citedBy(item: AnswerItem) {
	if (item.kind === "source") return [];
	const { article, file, line } = item.citation;
	return [{ article, file, line, claim: item.kind === "claim" ? item.claim.id : null }];
}
