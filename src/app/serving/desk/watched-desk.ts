import type { Asker, Desk, Incoming, Reply } from "../../../domain/chat.ts";
import type { AnswerOutcome, CountedCommand, Metrics } from "../../../domain/metrics.ts";
import type { Clock, Logger } from "../../../domain/ports.ts";
import { asRequest } from "../../requests.ts";
import type { AnswerLog } from "../answer-log/answer-log.ts";

type Watchers = {
	metrics: Metrics;
	answers: Pick<AnswerLog, "note"> | undefined;
	log: Logger;
	now: Clock;
};

/** The same desk: each thing that it is told is a request, counted, and noted for audit where that is on. */
export function watchedDesk(desk: Desk, { metrics, answers, log, now }: Watchers): Desk {
	const reply = async (incoming: Incoming, asker: Asker): Promise<Reply> => {
		const begun = now();
		const made = await desk.reply(incoming, asker);
		const ms = now() - begun;
		const { platform } = asker.place;
		const counted = { platform, ...countedAs(incoming, made) };
		metrics.answered(counted, ms / 1_000);
		log("debug", "A person was answered.", { ...counted, ms: Math.round(ms) });
		if (made.kind === "answer") answers?.note({ incoming, asker, answer: made.answer, ms });
		return made;
	};
	return {
		...desk,
		reply: (incoming, asker) => asRequest(() => reply(incoming, asker)),
		once: (...delivered) => asRequest(() => desk.once(...delivered)),
	};
}

function countedAs(
	{ kind }: Incoming,
	reply: Reply,
): { command: CountedCommand; outcome: AnswerOutcome } {
	switch (reply.kind) {
		case "answer": {
			const { command, answered } = reply.answer;
			return { command, outcome: answered ? "answered" : "not_in_corpus" };
		}
		case "quotation":
			return { command: kind, outcome: "shown" };
		case "notice":
			return { command: kind, outcome: outcomeOf(reply.notice.code) };
	}
}

/** Codes of notices are those of errors, and some of the desk's own. */
function outcomeOf(code: string): AnswerOutcome {
	if (code === "too_many") return "limited";
	const isOurs = code.startsWith("store_") || failures.has(code);
	return isOurs ? "failed" : "notice";
}

const failures: ReadonlySet<string> = new Set(["internal", "citation_unverified", "disk_full"]);
