import type { PublishedDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { languageOf } from "../../language/text/tokens.ts";
import { type ClassifiedPage, classifyPage } from "./classify.ts";
import { dayFirstOf } from "./days/order.ts";
import type { StatedDay } from "./days/places.ts";
import { framedDays, publishedOf } from "./days/published.ts";
import { withoutLaterStamps } from "./days/rights-year.ts";
import { statedCandidates } from "./days/stated.ts";
import { outletOf } from "./outlet-of.ts";
import type { PageRules } from "./page-rules.ts";

export type Metadata = {
	title: string | null;
	outlet: string | null;
	published: PublishedDate;
	language: Language;
};

/** What is known of the page beside its lines. */
type Stated = {
	outlet?: string | null;
	days?: readonly StatedDay[];
	/** The lines around the article, where its own were taken out of a web page. */
	frame?: ClassifiedPage | null;
};

/** What a page's own lines state of its title, publisher and day; null or unknown where unsure. */
export function detectMetadata(page: readonly string[], rules: PageRules): Metadata {
	return metadataOf(classifyPage(page, rules), rules);
}

export function metadataOf(
	classified: ClassifiedPage,
	rules: PageRules,
	stated: Stated = {},
): Metadata {
	const { lines, title, kinds } = classified;
	// A sample is enough to tell the language.
	const sample = [...kinds.keys()].slice(0, 40).map((index) => lines[index]?.text.slice(0, 2_000));
	const language = languageOf(sample.join(" "));
	const line = title && lines[title.index];
	const { frame = null } = stated;
	const arabic = language === "ar";
	const outlet = (frame && outletOf(frame, rules, arabic)) ?? outletOf(classified, rules, arabic);
	const dayFirst = dayFirstOf(
		[...lines, ...(frame?.lines ?? [])].map((line) => line.text),
		language,
		stated.outlet ?? outlet,
		rules,
	);
	const marked = statedCandidates(stated.days ?? [], rules, dayFirst);
	const days = frame
		? withoutLaterStamps([...marked, ...framedDays(frame, rules, dayFirst, marked)], frame.lines)
		: marked;
	return {
		language,
		title: title && line ? line.text.slice(title.from, title.to) : null,
		outlet,
		published: publishedOf(classified, rules, dayFirst, days),
	};
}
