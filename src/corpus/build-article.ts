import type { Article } from "../domain/article.ts";
import { type PublishedDate, unknownPublished } from "../domain/dates.ts";
import { IsnadError } from "../domain/errors.ts";
import type { Notice, NoticeText } from "../domain/notice.ts";
import { framedPage, statedName } from "./framed-page.ts";
import type { MetaEntry } from "./meta.ts";
import { saidWithdrawn } from "./notices/said-withdrawn.ts";
import { WithdrawnPage } from "./notices/withdrawn-page.ts";
import { type ClassifiedPage, classifyPage } from "./page/classify.ts";
import type { StatedDay } from "./page/days/places.ts";
import { statedDate } from "./page/days/stated.ts";
import { foreignLanguage } from "./page/foreign-language.ts";
import { metadataOf } from "./page/metadata.ts";
import type { PageRules } from "./page/page-rules.ts";
import { passagesOf } from "./page/passages.ts";
import type { PageFacts, RawPage } from "./page/raw-page.ts";
import { isServerPage } from "./page/server-page.ts";
import { dayOfAddress } from "./read/page-days.ts";
import { type Fingerprint, fingerprint } from "./sameness/fingerprint.ts";
import { sha256 } from "./store/read-corpus.ts";

/** An article before its claims, events and figures are extracted. */
export type ArticleSkeleton = Omit<Article, "claims" | "events" | "figures" | "contradictions">;

export type BuiltArticle = {
	article: ArticleSkeleton;
	shingles: Fingerprint["shingles"];
	/** The language where it is neither Arabic nor English, so that nothing can be found in the text. */
	foreign: string | null;
	/** Whether it is a word of the page's server, and no article; see `isServerPage`. */
	isServers: boolean;
	/** What the title says of an article that was called `known` before, where it says that it was withdrawn. */
	titled: (known: string | null) => NoticeText | null;
	/** The extracted text that the article cites, where it cites no file of its own. */
	source: string | null;
};

/**
 * Turns a page into an article. What the operator gives comes before what the page's head says,
 * and that before what its lines show.
 * Errors: `no_article`, `file_too_large`, `page_withdrawn` (a `WithdrawnPage`).
 */
export function buildArticle(raw: RawPage, rules: PageRules, meta: MetaEntry = {}): BuiltArticle {
	const { page, frame } = framedPage(raw, rules);
	const classified = classifyPage(page.lines, rules, {
		headings: page.headings,
		chosen: page.format === "html",
		title: meta.title ?? page.facts.title,
	});
	const passages = articlePassages(classified, page.path);
	const name = meta.outlet ?? statedName(page.facts.outlet, frame, rules);
	const found = metadataOf(classified, rules, {
		outlet: name,
		days: statedDays(page, meta),
		frame,
	});
	const { id, shingles } = fingerprint(passages);
	const source = page.sha256 === null ? page.lines.join("\n") : null;
	const outlet = name ?? found.outlet;
	const label = outlet === null ? null : labelOf(outlet, rules);
	const title = meta.title ?? found.title ?? page.facts.title;
	return {
		shingles,
		titled: (known) => saidWithdrawn(rules.notices, { title, summary: null }, known),
		isServers: isServerPage(page.facts.title ?? title, passages, rules.furniture),
		foreign: foreignLanguage(passages, found.language, rules),
		source,
		article: {
			id,
			language: found.language,
			title,
			outlet,
			url: meta.url ?? httpAddress(page.facts.url),
			source:
				source === null
					? { file: page.file, sha256: page.sha256 ?? "" }
					: { file: `sources/${id}.txt`, sha256: sha256(source) },
			published: publishedBy(page, meta, found.published, rules),
			rendering: "verbatim",
			passages: passages.map((passage, i) => ({ id: `${id}-p${i + 1}`, ...passage })),
			...(label ? { outletLabel: label } : {}),
			...(classified.notices.length > 0
				? { notices: classified.notices.map((notice, i) => noticeOf(notice, `${id}-n${i + 1}`)) }
				: {}),
		},
	};
}

/** What it concerns is found once the article's claims are. */
function noticeOf(notice: NoticeText, id: string): Notice {
	return { id, ...notice, claims: [], passages: [] };
}

/** Errors: those of `passagesOf`, and `page_withdrawn` where all that the page says is that. */
function articlePassages(page: ClassifiedPage, path: string): ReturnType<typeof passagesOf> {
	try {
		return passagesOf(page, path);
	} catch (error) {
		const notice = page.notices.find(({ kind }) => kind === "withdrawn");
		if (!notice || !(error instanceof IsnadError) || error.code !== "no_article") throw error;
		throw new WithdrawnPage(path, { notice, file: path, from: "page" });
	}
}

function publishedBy(
	page: RawPage,
	meta: MetaEntry,
	found: PublishedDate,
	rules: PageRules,
): PublishedDate {
	const given = meta.published ? statedDate(meta.published, rules) : null;
	if (given) return { ...given, basis: "given" };
	if (found.value !== null) return found;
	// A month or a year of a page's head is true as far as it goes.
	const partial = page.facts.published ? statedDate(page.facts.published, rules) : null;
	return partial && partial.precision !== "day"
		? { ...partial, basis: "printed" }
		: unknownPublished;
}

/** The days that a page's markup or fields state, and that of its address. */
function statedDays({ facts }: RawPage, meta: MetaEntry): StatedDay[] {
	const address = dayOfAddress(meta.url ?? facts.url);
	return [...(facts.days ?? []), ...fieldDays(facts), ...(address ? [address] : [])];
}

/** The day in the field of an article that came as one; that of a page is among those of its markup. */
export function fieldDays({ published, days }: PageFacts): StatedDay[] {
	return published === null || days ? [] : [{ text: published, place: "metadata" }];
}

function labelOf(name: string, rules: PageRules): { ar: string; en: string } | null {
	const known = rules.outlets.byName(name) ?? rules.outlets.named(name);
	const ar = known?.ar[0];
	return known && ar ? { ar, en: known.name } : null;
}

function httpAddress(url: string | null): string | null {
	if (url === null) return null;
	try {
		const { protocol, href } = new URL(url);
		return protocol === "http:" || protocol === "https:" ? href : null;
	} catch {
		return null;
	}
}
