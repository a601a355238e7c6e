import type { Claim } from "../../domain/article.ts";
import type { Marked } from "./marks.ts";
import type { Term } from "./terms.ts";

/** Telling words beyond which a rejection says something of its own. */
const mostOwnWords = 3;
/** The same where it begins with a word for what was said. */
const mostRejectedWords = 7;

/** Words of a denial beyond which it says something of its own. */
const longestRejection = 30;

/** Words of a claim among which what it rejects is called a report. */
const openingReach = 3;

/** Words between "denied" and what is denied. */
const deniedReach = 6;

/** Words on either side of the end of a rejection that may be of what it rejects. */
const nearReach = 4;

const charges: ReadonlySet<Claim["act"]> = new Set(["alleges", "accuses"]);

/** Whether it names what it rejects by a pronoun alone. */
export function pointsBack(terms: readonly Term[], marks: readonly Marked[]): boolean {
	const pointers = marks.filter(({ mark }) => mark === "pointers");
	const isPointer = (at: number) => pointers.some(({ from, to }) => at >= from && at < to);
	const others = marks.filter(({ mark, from }) => mark === "sayings" && !isPointer(from));
	return pointers.length > 0 && others.length === 0 && terms.every(({ at }) => isPointer(at));
}

/** What a claim's rejected words are about, where it does no more than reject them. */
export function rejected(
	{ act, told }: Claim,
	terms: readonly Term[],
	marks: readonly Marked[],
	[from, to]: readonly [number, number],
): readonly Term[] | undefined {
	const rejections = marks.filter((m) => m.mark === "rejections");
	const denials = told ? marks.filter((m) => m.mark === "disputes" && m.from < from + 5) : [];
	// Beijing had earlier denied the minister's claims.
	const isOfDenial = ({ from: at }: Marked) =>
		denials.some(({ to: end }) => at >= end && at < end + deniedReach);
	const sayings = marks.filter(
		(m) =>
			(m.mark === "sayings" || m.mark === "asides") &&
			(m.from < from + 5 ||
				isOfDenial(m) ||
				rejections.some(({ to: end }) => m.from >= end && m.from < end + 3)),
	);
	const covered = (at: number) =>
		[...sayings, ...rejections, ...denials].some((m) => at >= m.from && at < m.to);
	const isNear = (at: number) =>
		rejections.some((m) => at >= m.to - nearReach && at < m.to + nearReach);
	const rest = terms.filter(({ at }) => !covered(at));
	const isDenial = act === "denies" || denials.length > 0;
	// It had never sold one: "it" is who denies, and not what is denied.
	const opens = marks.some((m) => m.mark === "pointers" && m.from === from);
	const isOwn = opens && sayings.every((m) => m.from === from) && rest.length > mostOwnWords;
	if (isDenial && sayings.length > 0 && !isOwn && to - from <= longestRejection) return rest;
	if (rejections.length === 0) return undefined;
	// Whoever alleges that the books were forged rejects nobody's words.
	if (charges.has(act) && sayings.length === 0) return undefined;
	// A sentence of the article's own may go on after it has told that there is no such thing.
	const near = rest.filter(({ at }) => isNear(at));
	if (told && marks.some(({ mark }) => mark === "suches") && near.length <= mostOwnWords)
		return near;
	// The talk of a sale is baseless, and what else is said behind it.
	const end = rejections.at(0)?.from ?? to;
	const before = rest.filter(({ at }) => at < end);
	const isOpening = sayings.some((m) => m.from < from + openingReach && m.from < end);
	if (isOpening && before.length > 0 && before.length <= mostRejectedWords) return before;
	const isShort = rest.length <= (sayings.length > 0 ? mostRejectedWords : mostOwnWords);
	return isShort ? rest : undefined;
}
