import { IsnadError } from "../domain/errors.ts";
import { isoDayOf } from "../domain/iso-day.ts";
import { type BuiltArticle, buildArticle, fieldDays } from "./build-article.ts";
import { statedDate } from "./page/days/stated.ts";
import type { PageRules } from "./page/page-rules.ts";
import type { PageFacts } from "./page/raw-page.ts";
import { checkText } from "./read/page-budget.ts";
import { readSource } from "./read/read-source.ts";
import { siteOf } from "./site.ts";

const dayMs = 86_400_000;

/** A page as it was fetched, or an article as a feed holds it. */
export type WebPage = {
	/** Where it was found, after redirects; of an item without a page, the name that its feed has for it. */
	address: string;
	/** `json`: an object with the fields of an article, as `ingest` reads them from files. */
	format: "html" | "json";
	bytes: Uint8Array;
	/** Encoding that the server named. */
	charset: string | null;
	/** What whoever led here says of it: it counts where the page itself is silent. */
	told: Pick<PageFacts, "title" | "outlet" | "published">;
};

/**
 * `today`: an ISO day; what a feed says is of a later one than tomorrow is of no day. Errors: as
 * `readSource` and `buildArticle`.
 */
export async function buildWebPage(
	page: WebPage,
	rules: PageRules,
	today: string,
): Promise<BuiltArticle> {
	const { address, format, bytes, charset, told } = page;
	const [read] = await readSource({ name: address, bytes, format, charset });
	if (!read) throw new IsnadError("no_article", `${address} holds no article text.`);
	checkText(read.lines, address);
	const said = toldDay(told.published, rules, today);
	// An article that a feed holds has its day from the feed too.
	const own = format === "json" ? said : read.facts.published;
	const facts: PageFacts = {
		title: read.facts.title ?? told.title,
		outlet: read.facts.outlet ?? told.outlet,
		published: own ?? said,
		days: [
			...(read.facts.days ?? []),
			...fieldDays({ ...read.facts, published: own }),
			...(said === null ? [] : [{ text: said, place: "feed" as const }]),
		],
		url: null,
	};
	const url = ownAddress(address, read.facts.url);
	return buildArticle({ ...read, facts }, rules, url === null ? {} : { url });
}

/** What a feed says of the day, unless that lies ahead: clocks differ by a zone, and no more. */
function toldDay(text: string | null, rules: PageRules, today: string): string | null {
	const value = text === null ? null : statedDate(text, rules)?.value;
	const last = isoDayOf(Date.parse(today) + dayMs);
	return value && value.slice(0, last.length) > last ? null : text;
}

/**
 * The address that a page calls its own, where that can be: of the same site, and no front page that
 * a careless template names on every page. One article has then one address, however it was reached;
 * none where a feed alone has it.
 */
function ownAddress(address: string, stated: string | null): string | null {
	if (!isWebAddress(address)) return null;
	if (stated === null || !URL.canParse(stated, address)) return address;
	const [found, own] = [new URL(address), new URL(stated, address)];
	own.hash = "";
	const isPage = own.pathname !== "/" || found.pathname === "/";
	return siteOf(own) === siteOf(found) && /^https?:$/.test(own.protocol) && isPage
		? own.href
		: address;
}

function isWebAddress(address: string): boolean {
	return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
