import type { Stretch } from "../frames/parts.ts";
import type { ReadClaim } from "../read-claim.ts";
import type { DatedSpan } from "./said-on.ts";

/** Words that may stand between the speaker or the verb and the day: "issued", "late on". */
const fewWords = 2;

type Chars = { start: number; end: number };

/**
 * A day, or else a month, that hangs on the verb of the claim or on its speaker, in the same sentence and outside of what
 * is said: "said on Monday", وقالت مصادر، السبت، إن, حسب بيان صدر اليوم الثلاثاء. Undefined where none
 * does, or where several do. `dates`: of the passage, in its order.
 */
export function hangingDay(
	{ view, content, cue, source, channel }: ReadClaim,
	text: string,
	dates: readonly DatedSpan[],
): DatedSpan | undefined {
	const chars = ({ from, to }: Stretch): Chars => ({
		start: view.tokens[from]?.start ?? 0,
		end: view.tokens[to - 1]?.end ?? 0,
	});
	const said = content.pieces.map(chars);
	const hooks = [cue, source, channel].flatMap((one) => (one ? [chars(one)] : []));
	const outside = dates.filter(
		(date) =>
			date.value !== null &&
			!said.some((piece) => date.start < piece.end && date.end > piece.start),
	);
	const near = outside.filter(
		(date) => date.precision === "day" && hooks.some((hook) => hangsOn(date, hook, text, fewWords)),
	);
	if (near.length > 0) return near.length === 1 ? near[0] : undefined;
	// "Said in June": a month by itself may be of much else, so nothing but a preposition stands between.
	const told = cue && source?.from === cue.to ? source : cue;
	const months = outside.filter(
		(date) => date.precision === "month" && told && hangsOn(date, chars(told), text, 1),
	);
	return months.length === 1 ? months[0] : undefined;
}

/** Behind the hook, with at most so many words between and no stop. */
function hangsOn(date: Chars, hook: Chars, text: string, most: number): boolean {
	if (date.start < hook.end) return false;
	const between = text.slice(hook.end, date.start);
	if (between.length > 40 || /[.؟?!؛;:«»"“”]/u.test(between)) return false;
	return (between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= most;
}
