import { IsnadError } from "../domain/errors.ts";
import { type BuiltArticle, buildArticle, fieldDays } from "./build-article.ts";
import type { PageRules } from "./page/page-rules.ts";
import type { PageFacts } from "./page/raw-page.ts";
import { checkText } from "./read/page-budget.ts";
import { readSource } from "./read/read-source.ts";
import { siteOf } from "./site.ts";

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

/** Errors: as `readSource` and `buildArticle`. */
export async function buildWebPage(page: WebPage, rules: PageRules): Promise<BuiltArticle> {
	const { address, format, bytes, charset, told } = page;
	const [read] = await readSource({ name: address, bytes, format, charset });
	if (!read) throw new IsnadError("no_article", `${address} holds no article text.`);
	checkText(read.lines, address);
	const facts: PageFacts = {
		title: read.facts.title ?? told.title,
		outlet: read.facts.outlet ?? told.outlet,
		published: read.facts.published ?? told.published,
		days: [
			...(read.facts.days ?? []),
			...fieldDays(read.facts),
			...(told.published === null ? [] : [{ text: told.published, place: "feed" as const }]),
		],
		url: null,
	};
	const url = ownAddress(address, read.facts.url);
	return buildArticle({ ...read, facts }, rules, url === null ? {} : { url });
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
