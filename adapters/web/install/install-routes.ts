import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { asIsnadError } from "../../../src/domain/errors.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Clock, Logger } from "../../../src/domain/ports.ts";
import { type Language, languageKeys, languages } from "../../../src/domain/sets/languages.ts";
import { html } from "../markup/html.ts";
import { secureHeaders } from "../reader/access/secure-headers.ts";
import { languageAsked } from "../reader/asked-language.ts";
import type { Routes } from "../server/routes.ts";
import { isOwnState, newState, stateMs } from "./install-state.ts";

export type InstallParts = {
	/** Where somebody is asked whether they want the app. */
	authorizeUrl(state: string): string;
	/** Takes what they were given there; the name of where it is installed now. */
	install(code: string): Promise<string>;
	/** Signs what comes back. */
	secret: string;
	/** The path of the public address, without the stroke at its end. */
	base: string;
	isSecure: boolean;
	say: Say;
	now: Clock;
	log: Logger;
	newId(): string;
};

const cookieName = "isnad_install";
const folder = "/slack";
export const installPath = `${folder}/install`;
export const redirectPath = `${folder}/oauth_redirect`;
/** Slack's codes are far shorter. */
const longestCode = 500;

/** The page from which the app is installed, and the one that Slack leads back to. */
export function installRoutes(parts: InstallParts): Routes {
	const app = new Hono();
	app.get(installPath, (c) => begin(c, parts));
	app.get(redirectPath, (c) => end(c, parts));
	return app;
}

function begin(c: Context, parts: InstallParts): Response {
	const { state, cookie } = newState(parts);
	setCookie(c, cookieName, cookie, {
		...{ path: parts.base + folder, maxAge: stateMs / 1_000, httpOnly: true },
		// Slack leads back by a link: a stricter cookie would not come with it.
		...{ sameSite: "Lax" as const, secure: parts.isSecure },
	});
	return page(c, parts, { key: "install", to: parts.authorizeUrl(state) });
}

async function end(c: Context, parts: InstallParts): Promise<Response> {
	const cookie = getCookie(c, cookieName);
	const [state, code] = [c.req.query("state"), c.req.query("code") ?? ""];
	deleteCookie(c, cookieName, { path: parts.base + folder, secure: parts.isSecure });
	if (!isOwnState(parts, { state, cookie }))
		return page(c, parts, { key: "install.stranger", status: 403, again: true });
	if (c.req.query("error") !== undefined || code === "" || code.length > longestCode)
		return page(c, parts, { key: "install.declined", status: 400, again: true });
	try {
		const name = await parts.install(code);
		return page(c, parts, { key: "install.done", params: { name } });
	} catch (error) {
		parts.log("warn", "An installation failed.", { code: asIsnadError(error).code });
		return page(c, parts, { key: "install.failed", status: 502, again: true });
	}
}

type Told = {
	key: string;
	params?: Record<string, string>;
	status?: 400 | 403 | 502;
	/** A link out of here. */
	to?: string;
	again?: boolean;
};

function page(c: Context, { say, base }: InstallParts, told: Told): Response {
	const language = languageAsked(c.req.query("lang"), c.req.header("accept-language"));
	const others = languageKeys.filter((key) => key !== language);
	const text = (key: string, of: Language = language) => say(of, key, told.params ?? {});
	for (const [name, value] of Object.entries(secureHeaders)) c.header(name, value);
	const link = told.to
		? html`<p><a href="${told.to}" rel="noreferrer">${text("install.add")}</a></p>`
		: null;
	const again = `${base}${installPath}?lang=${language}`;
	return c.html(
		html`<!doctype html>
<html lang="${language}" dir="${languages[language].direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(`${told.key}.title`)}</title></head>
<body><main><h1>${text(`${told.key}.title`)}</h1><p>${text(`${told.key}.text`)}</p>${link}${told.again && html`<p><a href="${again}">${text("install.again")}</a></p>`}</main>
<footer>${others.map(
			(key) =>
				html`<a href="${base}${installPath}?lang=${key}" hreflang="${key}" lang="${key}">${text("reader.own_name", key)}</a>`,
		)}</footer></body>
</html>
`.text,
		told.status ?? 200,
	);
}
