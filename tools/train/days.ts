import type { ArticleText, ExtractorParts } from "../../src/attribution/article-text.ts";
import { nestedAmong } from "../../src/attribution/nested-among.ts";
import type { ReadClaim } from "../../src/attribution/read-claim.ts";
import { Days } from "../../src/attribution/speakers/days.ts";
import type { Passage } from "../../src/domain/article.ts";
import { type PublishedDate, unknownPublished } from "../../src/domain/dates.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";
import type { Match } from "./cards.ts";

export type DayScore = {
	/** Claims whose sentence gives their day, and of them those that were read with it or with another. */
	asked: number;
	right: number;
	other: number;
	/** Claims whose sentence gives none, and of them those that were read with one. */
	silent: number;
	invented: number;
};

/** Days of the statements of one article beside the annotated ones, of the claims that match. */
export function scoreDays(
	article: AnnotatedArticle,
	read: readonly ReadClaim[],
	matches: readonly Match[],
	parts: Pick<ExtractorParts, "findDates">,
): DayScore {
	const text = textOf(article);
	const days = new Days(parts, text);
	const nested = nestedAmong(read);
	// All are asked in their order: a day goes on from a claim to the next of its speaker.
	const told = read.map((claim) => {
		const { precision, value } = days.of(
			claim,
			text.passages[claim.passage] as Passage,
			nested.has(claim),
		);
		return precision === "day" ? value : null;
	});
	const pairs = matches.map((m) => ({
		want: article.claims[m.gold]?.day ?? null,
		got: told[m.found] ?? null,
	}));
	const asked = pairs.filter(({ want }) => want !== null);
	const silent = pairs.filter(({ want }) => want === null);
	return {
		asked: asked.length,
		right: asked.filter(({ want, got }) => got === want).length,
		other: asked.filter(({ want, got }) => got !== null && got !== want).length,
		silent: silent.length,
		invented: silent.filter(({ got }) => got !== null).length,
	};
}

function textOf({ head, paragraphs }: AnnotatedArticle): ArticleText {
	const day = /^\d{4}-\d{2}-\d{2}$/u.exec(head["published"] ?? "")?.[0];
	const published: PublishedDate = day
		? { value: day, precision: "day", basis: "given" }
		: unknownPublished;
	const language = head["language"] === "ar" ? "ar" : "en";
	const passages = paragraphs.map(
		(text, index): Passage => ({
			id: `p${index + 1}`,
			kind: "body",
			text,
			source: { line: index + 1, start: 0, end: text.length },
		}),
	);
	return { id: "annotated", language, published, passages };
}

export function daySummary(scores: readonly DayScore[]): string {
	const sum = (key: keyof DayScore) => scores.reduce((s, d) => s + d[key], 0);
	const share = (a: keyof DayScore, b: keyof DayScore) => (sum(a) / Math.max(1, sum(b))).toFixed(3);
	return `days given ${sum("asked")} right ${share("right", "asked")} other ${share("other", "asked")} none given ${sum("silent")} invented ${share("invented", "silent")}`;
}
