import type { Answer } from "../../domain/answer.ts";
import type { Say } from "../../domain/messages.ts";
import { inTime, type Waiting } from "../../gloss/in-time.ts";
import { printableLine } from "../printable.ts";

/** Glosses that were not there with the answer are told below it, if they come by then. */
const latestMs = 5_000;

/** Under the number of each item, what came after the answer was shown; empty where nothing did. */
export async function lateGlosses(
	shown: Answer,
	later: Promise<Answer | null>,
	say: Say,
	waiting: Waiting,
): Promise<string> {
	const whole = await inTime(later, latestMs, waiting);
	const lines = (whole?.items ?? []).flatMap((item, at) => {
		const before = shown.items[at];
		if (item.kind === "source" || !item.gloss || (before && "gloss" in before)) return [];
		const { language, text } = item.gloss;
		return [printableLine(`${shown.offset + at + 1}. ${say(language, "gloss", { text })}`)];
	});
	return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}
