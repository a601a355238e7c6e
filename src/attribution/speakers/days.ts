import type { Passage } from "../../domain/article.ts";
import { type StatedDate, unknownDate } from "../../domain/dates.ts";
import type { ArticleText, ExtractorParts } from "../article-text.ts";
import type { ReadClaim } from "../read-claim.ts";
import type { Known } from "./known.ts";
import { isAhead } from "./said-on.ts";

/** The days of an article's claims: one that the words of the statement give, else none. */
export class Days {
	readonly #parts: Pick<ExtractorParts, "findDates">;
	readonly #article: ArticleText;
	/** The day of each speaker's last statement, and the passage in which it was named. */
	readonly #last = new Map<Known, { day: StatedDate; passage: number }>();

	constructor(parts: Pick<ExtractorParts, "findDates">, article: ArticleText) {
		this.#parts = parts;
		this.#article = article;
	}

	/** The claim's own day, or that of the same speaker's statement before it in the same passage. */
	of(claim: ReadClaim, passage: Passage): StatedDate {
		const { speaker } = claim;
		const own = this.#stated(claim, passage);
		if (own.value !== null) {
			if (speaker) this.#last.set(speaker, { day: own, passage: claim.passage });
			return own;
		}
		const before = speaker && this.#last.get(speaker);
		return before?.passage === claim.passage ? { ...before.day, basis: "derived" } : unknownDate;
	}

	#stated({ day: words, view }: ReadClaim, passage: Passage): StatedDate {
		if (!words) return unknownDate;
		const { published } = this.#article;
		const start = view.tokens[words.from]?.start ?? 0;
		const end = view.tokens[words.to - 1]?.end ?? 0;
		const found = this.#parts
			.findDates(passage.text, published)
			.filter((d) => d.start < end && d.end > start && d.value !== null);
		const day = found.find((d) => d.precision === "day") ?? found[0];
		if (!day || isAhead(day, published)) return unknownDate;
		const { value, precision, basis } = day;
		return { value, precision, basis };
	}
}
