import type { Passage } from "../../domain/article.ts";
import { type StatedDate, unknownDate } from "../../domain/dates.ts";
import type { ArticleText, ExtractorParts } from "../article-text.ts";
import type { ReadClaim } from "../read-claim.ts";
import { hangingDay } from "./hanging-day.ts";
import type { Known } from "./known.ts";
import { lastMonth } from "./last-month.ts";
import { type DatedSpan, isAhead } from "./said-on.ts";

/**
 * The days of an article's claims: one that the words of the statement give, or that hangs on its verb
 * or its speaker; else that of the statement which it belongs to; else none.
 */
export class Days {
	readonly #parts: Pick<ExtractorParts, "findDates">;
	readonly #article: ArticleText;
	readonly #dates = new Map<Passage, readonly DatedSpan[]>();
	/** The day of each speaker's last statement, and the passage in which it was named. */
	readonly #last = new Map<Known, { day: StatedDate; passage: number }>();

	constructor(parts: Pick<ExtractorParts, "findDates">, article: ArticleText) {
		this.#parts = parts;
		this.#article = article;
	}

	/**
	 * The claim's own day, or that of the same speaker's statement before it in the same passage; a
	 * document says all that it says on one day, wherever the article quotes it. `nested`: told inside
	 * of another statement, and so of another day.
	 */
	of(claim: ReadClaim, passage: Passage, nested = false): StatedDate {
		const { speaker } = claim;
		const own = this.#stated(claim, passage);
		if (own.value !== null) {
			if (speaker) this.#last.set(speaker, { day: own, passage: claim.passage });
			return own;
		}
		const before = speaker && this.#last.get(speaker);
		const goesOn = before?.passage === claim.passage || speaker?.kind === "document";
		return before && goesOn && !nested ? { ...before.day, basis: "derived" } : unknownDate;
	}

	/** Found once a passage, however many claims it has and however long it is. */
	#datesOf(passage: Passage): readonly DatedSpan[] {
		const known = this.#dates.get(passage);
		if (known) return known;
		const found = this.#parts.findDates(passage.text, this.#article.published);
		this.#dates.set(passage, found);
		return found;
	}

	#stated(claim: ReadClaim, passage: Passage): StatedDate {
		const { published } = this.#article;
		const dates = this.#datesOf(passage);
		const found = read(claim, dates) ?? hangingDay(claim, passage.text, dates);
		const day = found && lastMonth(found, passage.text, published);
		if (!day || isAhead(day, published)) return unknownDate;
		const { value, precision, basis } = day;
		return { value, precision, basis };
	}
}

/** The date in the words that the engine read as the day. */
function read(
	{ day: words, view, cue }: ReadClaim,
	dates: readonly DatedSpan[],
): DatedSpan | undefined {
	if (!words) return undefined;
	const start = view.tokens[words.from]?.start ?? 0;
	const end = view.tokens[words.to - 1]?.end ?? 0;
	const found = dates.filter((d) => d.start < end && d.end > start && d.value !== null);
	const day = found.find((d) => d.precision === "day");
	// Introduced the system in April 2023 and has said since: the month is of what was done.
	const behind = cue ? view.facts.slice(words.to, cue.from) : [];
	return day ?? (behind.some((f) => f.kinds.has("coordinators")) ? undefined : found[0]);
}
