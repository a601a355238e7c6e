import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { asIsnadError } from "../../../src/domain/errors.ts";
import { clientOf, remoteOf } from "../access/client-address.ts";
import { RateLimit } from "../access/rate-limit.ts";
import { isOwnHost, signingOf, type Visitor, visitorOf } from "./access/admission.ts";
import { secureHeaders } from "./access/secure-headers.ts";
import { signatureKey, untilKey } from "./access/signature.ts";
import { type PageAddress, placeKeys } from "./addresses.ts";
import { languageAsked } from "./asked-language.ts";
import { framed } from "./frame.ts";
import { guestLinks, type Links, noLinks, openLinks } from "./links.ts";
import { loginShown } from "./pages/login-page.ts";
import { notShown } from "./pages/not-shown.ts";
import type { ReaderParts } from "./reader-parts.ts";
import type { Asked, Shown, Visit } from "./visit.ts";

export type PageRoute = {
	/** The path without what it names. */
	head: string;
	/** How much of what a client may take a page costs: a search more than a look. */
	cost: number;
	/** Whether a signed link leads there. */
	isLinked: boolean;
	make(asked: Asked, visit: Visit): Promise<Shown>;
};

/** Of one client: about two searches a second for a minute, then one each two seconds. */
const rate = { burst: 120, perSecond: 2, mostClients: 10_000 };
/** Longer than any address of ours with a question in it, as browsers write Arabic. */
const longestAddress = 8_000;
const longestId = 500;
export const sessionCookie = "isnad_reader";

/** What stands before every page: the bounds, the rights, the language, the headers, and one frame. */
export class FrontDesk {
	readonly #parts: ReaderParts;
	readonly #stylesheet: string;
	readonly #limit: RateLimit;

	constructor(parts: ReaderParts, stylesheet: string) {
		this.#parts = parts;
		this.#stylesheet = parts.settings.base + stylesheet;
		this.#limit = new RateLimit(rate, parts.now);
	}

	async page(c: Context, route: PageRoute): Promise<Response> {
		const id = c.req.param("id") ?? "";
		const path = id ? `${route.head}/${encodeURIComponent(id)}` : route.head;
		const param = (key: string) => c.req.query(key);
		const signed: PageAddress = {
			path,
			query: placeKeys.flatMap((key): [string, string][] => {
				const value = param(key);
				return value === undefined ? [] : [[key, value]];
			}),
		};
		const visitor = this.#visitorOf(c, route.isLinked ? signed : null);
		const visit = this.visit(c, path, visitor);
		const refused = this.refusal(c, route.cost, visit);
		if (refused) return refused;
		if (!visitor) return this.show(c, this.#login(c, path, visit), visit);
		if (id.length > longestId)
			return this.show(c, notShown({ status: 404, key: "none" }, visit), visit);
		try {
			return this.show(c, await route.make({ id, param }, visit), visit);
		} catch (error) {
			const { code } = asIsnadError(error);
			this.#parts.log("error", "A page of the reader could not be made.", {
				code,
				page: route.head,
			});
			return this.show(c, notShown({ status: 500, key: "internal" }, visit), visit);
		}
	}

	/** What is answered to whoever asks too much, or by a name that is not ours; null for all others. */
	refusal(c: Context, cost: number, visit: Visit): Response | null {
		const { access } = this.#parts.settings;
		if (c.req.url.length > longestAddress)
			return this.show(c, notShown({ status: 414, key: "too_long" }, visit), visit);
		if (!isOwnHost(access, c.req.header("host")))
			return this.show(c, notShown({ status: 403, key: "host" }, visit), visit);
		const waitMs = this.#limit.take(this.#clientOf(c), cost);
		if (waitMs === 0) return null;
		const seconds = Math.ceil(waitMs / 1_000);
		c.header("Retry-After", String(seconds));
		const params = { count: seconds };
		return this.show(c, notShown({ status: 429, key: "too_many", params }, visit), visit);
	}

	/** Who looks at a page, and how. */
	visit(c: Context, path: string, visitor: Visitor | null): Visit {
		const { say, settings } = this.#parts;
		const { base } = settings;
		const language = languageAsked(c.req.query("lang"), c.req.header("accept-language"));
		return {
			...{ language, say, links: this.#linksOf(visitor, { language, base }) },
			isGuest: visitor?.kind !== "reader",
			inLanguage(other) {
				const params = new URLSearchParams(new URL(c.req.url).search);
				params.set("lang", other);
				return `${base}${path}?${params}`;
			},
		};
	}

	show(c: Context, shown: Shown, visit: Visit): Response {
		for (const [name, value] of Object.entries(secureHeaders)) c.header(name, value);
		return c.html(framed(shown, visit, this.#stylesheet), shown.status ?? 200);
	}

	#visitorOf(c: Context, page: PageAddress | null): Visitor | null {
		const { settings, now } = this.#parts;
		const [signature, until] = [c.req.query(signatureKey), c.req.query(untilKey)];
		const session = getCookie(c, sessionCookie);
		return visitorOf(settings.access, { page, signature, until, session }, now);
	}

	#linksOf(visitor: Visitor | null, way: { language: Visit["language"]; base: string }): Links {
		const { settings, now } = this.#parts;
		if (visitor?.kind === "reader") return openLinks(way);
		if (!visitor || settings.access.kind === "open") return noLinks;
		return guestLinks(way, signingOf(settings.access, now), visitor.until);
	}

	#login(c: Context, path: string, visit: Visit): Shown {
		const next = path + new URL(c.req.url).search;
		const action = `${this.#parts.settings.base}/login?lang=${visit.language}`;
		return loginShown({ action, next, isWrong: false }, visit);
	}

	#clientOf(c: Context): string {
		const { access } = this.#parts.settings;
		return clientOf({
			remote: remoteOf(c.env as Partial<HttpBindings> | undefined),
			forwarded: c.req.header("x-forwarded-for"),
			isBehindProxy: access.kind === "guarded" && access.isBehindProxy,
		});
	}
}
