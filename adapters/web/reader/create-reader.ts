import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { setCookie } from "hono/cookie";
import { Turns } from "../../shared/turns.ts";
import { isSameSecret } from "../access/same-secret.ts";
import { signingOf } from "./access/admission.ts";
import { secureHeaders } from "./access/secure-headers.ts";
import { sessionToken } from "./access/signature.ts";
import { FrontDesk, type PageRoute, sessionCookie } from "./front-desk.ts";
import { type AnswerAsked, answerShown } from "./pages/answer-page.ts";
import { articleShown } from "./pages/article-page.ts";
import { nameAsked, searchAsked, sourceAsked, timelineAsked } from "./pages/asked-pages.ts";
import { claimShown } from "./pages/claim-page.ts";
import { loginShown, safeNext } from "./pages/login-page.ts";
import type { ReaderParts } from "./reader-parts.ts";
import { stylesheet } from "./stylesheet.ts";
import type { Asked, Visit } from "./visit.ts";

/** Questions that are answered at once, so that readers hold up nobody who asks in a chat. */
const mostAnswers = 2;
const cost = { look: 1, search: 2, login: 12 };
/** Of a form with a secret in it. */
const mostFormBytes = 16_000;

/** The pages behind citations, and the questions and lists that lead to them, to be mounted at `/`. */
export function createReader(parts: ReaderParts): Hono {
	const { settings, answering, room } = parts;
	const app = new Hono();
	const front = new FrontDesk(parts, stylesheet.path);
	const turns = new Turns(mostAnswers);
	const asking = (of: (asked: Asked, visit: Visit) => AnswerAsked): PageRoute["make"] => {
		return (asked, visit) => turns.run(() => answerShown(answering, of(asked, visit), visit));
	};
	const search = { cost: cost.search, isLinked: false };
	const look = { cost: cost.look, isLinked: true };
	const pages: [pattern: string, route: PageRoute][] = [
		["/", { head: "/", ...search, make: asking(searchAsked) }],
		["/t", { head: "/t", ...search, make: asking(timelineAsked) }],
		["/w/:id", { head: "/w", ...search, make: asking(nameAsked) }],
		["/s/:id", { head: "/s", ...search, make: asking(sourceAsked) }],
		[
			"/a/:id",
			{
				...{ head: "/a", ...look },
				make: async (asked, visit) =>
					articleShown(asked, { room: await room(), visit, isWhole: settings.isWhole }),
			},
		],
		[
			"/c/:id",
			{
				...{ head: "/c", ...look },
				make: async (asked, visit) => claimShown(asked, await room(), visit),
			},
		],
	];
	for (const [pattern, route] of pages) app.get(pattern, (c) => front.page(c, route));
	addFixed(app);
	if (settings.access.kind === "guarded") addLogin(app, front, parts);
	return app;
}

/** What is the same for everybody, and nothing of the articles. */
function addFixed(app: Hono): void {
	const fixed = (path: string, type: string, body: string, keepS: number) =>
		app.get(path, (c) => {
			c.header("Content-Type", type);
			c.header("X-Content-Type-Options", "nosniff");
			c.header("Cache-Control", `public, max-age=${keepS}, immutable`);
			return c.body(body);
		});
	fixed(stylesheet.path, "text/css; charset=utf-8", stylesheet.css, 31_536_000);
	fixed("/robots.txt", "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n", 3_600);
	app.get("/favicon.ico", (c) => c.body(null, 204));
}

function addLogin(app: Hono, front: FrontDesk, { settings, now }: ReaderParts): void {
	const { access, base } = settings;
	if (access.kind === "open") return;
	app.post("/login", bodyLimit({ maxSize: mostFormBytes }), async (c: Context) => {
		const visit = front.visit(c, "/login", null);
		const refused = front.refusal(c, cost.login, visit);
		if (refused) return refused;
		const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
		const next = safeNext(form.next);
		const secret = typeof form.secret === "string" ? form.secret.trim() : "";
		if (!isSameSecret(secret, access.secret)) {
			const action = `${base}/login?lang=${visit.language}`;
			return front.show(c, loginShown({ action, next, isWrong: true }, visit), visit);
		}
		const { value, maxAgeS } = sessionToken(signingOf(access, now));
		setCookie(c, sessionCookie, value, {
			...{ path: base || "/", maxAge: maxAgeS, httpOnly: true, sameSite: "Lax" },
			secure: access.isSecure,
		});
		for (const [name, of] of Object.entries(secureHeaders)) c.header(name, of);
		return c.redirect(base + next, 303);
	});
	app.get("/login", (c) => c.redirect(`${base}/`, 303));
}
