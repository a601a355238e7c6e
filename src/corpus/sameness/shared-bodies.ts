import { IsnadError } from "../../domain/errors.ts";
import type { BuiltArticle } from "../build-article.ts";
import { isElsewhereOnSite, isOfSite } from "../site.ts";
import { speaksOf } from "./kinship.ts";
import { isSameSketch, sketchOf } from "./sketch.ts";

/** How a page was come by. */
export type Lead = {
	/** The address that was asked for, before redirects. */
	asked: string;
	/** What whoever led here calls the article; null where nobody did. */
	title: string | null;
};

/** Whether a body is what its page was announced as; `unknown` where nothing was announced. */
type Standing = "announced" | "strange" | "unknown";

/** A body that was found out earlier, and the address that it was shown at instead of an article. */
export type KnownBody = { asked: string; body: string };

/** More addresses of one site than these with the same body are no copies of an article. */
const mostCopies = 2;
/** A text is no article once so many pages that were announced as something else show it. */
const strangersOfNone = { taken: 2, stored: 3 };

/**
 * Tells bodies that a site shows whatever is asked for (consent, a challenge, "not found" with a 200)
 * from an article that stands in several places. What gives them away is that the same text comes
 * under titles which it does not speak of.
 */
export class SharedBodies {
	readonly #known: readonly KnownBody[];
	/** By article: addresses that its text was shown at, with how each stands to it. */
	readonly #shown = new Map<string, Map<string, Standing>>();
	readonly #urls = new Map<string, string | null>();
	readonly #refused = new Map<string, IsnadError>();

	constructor(known: readonly KnownBody[]) {
		this.#known = known;
	}

	/** Articles that turned out to be none, with what is said of them. */
	get refused(): ReadonlyMap<string, IsnadError> {
		return this.#refused;
	}

	/** Notes a body that no other article has. Errors: `page_shared` where it was found out before. */
	first(built: BuiltArticle, lead: Lead): void {
		const { id, url } = built.article;
		const standing = standingOf(built, lead);
		const shown = this.#shownAt(id, built);
		if (standing !== "announced" && shown.size > 0) throw sharedBody(built, lead);
		shown.set(lead.asked, standing);
		this.#urls.set(id, url);
	}

	/**
	 * Notes one more page with the body of the article `id`; `stored`: the address of one that the
	 * corpus holds already. Errors: `page_shared`, after which `refused` tells whether that article is
	 * none either.
	 */
	again(built: BuiltArticle, lead: Lead, id: string, stored: string | null | undefined): void {
		const { url } = built.article;
		const own = stored ?? this.#urls.get(id) ?? null;
		if (!this.#refused.has(id) && (!isOfSite(url, own) || lead.asked === own)) return;
		const shown = this.#shownAt(id, built);
		const standing = standingOf(built, lead);
		if (standing === "unknown" && !shown.has(lead.asked)) {
			// One page under two addresses that it knows the better one of.
			if (!isElsewhereOnSite(url, own)) return;
			shown.set(lead.asked, standing);
		} else if (standing !== "unknown") shown.set(lead.asked, standing);
		const standings = [...shown.values()];
		if (standings.includes("announced")) return;
		const strangers = standings.filter((each) => each === "strange").length;
		const isCrowded = standings.length > mostCopies;
		// What the corpus holds already may have been announced rightly when it came.
		const isNone =
			stored === undefined
				? isCrowded || strangers >= strangersOfNone.taken
				: strangers >= strangersOfNone.stored;
		if (isNone) this.#refused.set(id, sharedBody(built, { ...lead, asked: own ?? lead.asked }));
		if (isNone || isCrowded || shown.get(lead.asked) === "strange") throw sharedBody(built, lead);
	}

	/** With what earlier runs found out about this body. */
	#shownAt(id: string, { shingles }: BuiltArticle): Map<string, Standing> {
		const before = this.#shown.get(id);
		if (before) return before;
		const body = sketchOf(shingles);
		const known = this.#known.filter((one) => isSameSketch(one.body, body));
		const shown = new Map(known.map(({ asked }): [string, Standing] => [asked, "strange"]));
		this.#shown.set(id, shown);
		return shown;
	}
}

function standingOf({ article }: BuiltArticle, { title }: Lead): Standing {
	const speaks = title === null ? null : speaksOf(title, article.passages);
	return speaks === null ? "unknown" : speaks ? "announced" : "strange";
}

function sharedBody({ shingles }: BuiltArticle, { asked }: Lead): IsnadError {
	return new IsnadError(
		"page_shared",
		`${asked} shows a text that its site shows at other addresses too, such as a request for consent: open it in a browser, or give another address of the article.`,
		{ params: { body: sketchOf(shingles) } },
	);
}
