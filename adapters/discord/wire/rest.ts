import { DiscordAPIError, HTTPError, RateLimitError, REST } from "discord.js";
import { neverConnected } from "../../shared/never-connected.ts";
import { type Meaning, meaningOf } from "./answers.ts";

/** Discord's own address; `api` without the version, which the client adds. */
export const discordApi = "https://discord.com/api";

type RestOptions = NonNullable<ConstructorParameters<typeof REST>[0]>;

/**
 * A client that never repeats a request by itself, except for a 429 with a time to wait: what
 * may be repeated is decided where it is known whether repeating does harm.
 */
export function createRest(api: string | undefined, options: Partial<RestOptions> = {}): REST {
	return keepToken(new REST({ ...restOptions(api), retries: 0, ...options }));
}

/** Of every client: a 429 that names no time is an error, since discord.js repeats it without a pause. */
export function restOptions(api: string | undefined): Partial<RestOptions> {
	const rejectOnRateLimit: RestOptions["rejectOnRateLimit"] = ({ retryAfter }) => !(retryAfter > 0);
	return { api: api ?? discordApi, version: "10", rejectOnRateLimit };
}

/**
 * discord.js 14.28 drops its token at the first 401, whoever answered it, and fails every later
 * request without sending it. Whether a token is refused for good is decided elsewhere.
 */
export function keepToken(rest: REST): REST {
	const setToken = rest.setToken.bind(rest);
	rest.setToken = (token: string | null) => (token === null ? rest : setToken(token));
	return rest;
}

/** Stops the timers of the client. */
export function closeRest(rest: REST): void {
	rest.clearHashSweeper();
	rest.clearHandlerSweeper();
}

/** What is known of a request that failed. */
export type Failure =
	/** Discord answered with an error of its own that the adapter knows; surely not done. */
	| { kind: "refused"; code: number; meaning: Meaning; message: string }
	/** To be asked again later; nothing was done. `null`: no time is named. */
	| { kind: "wait"; retryAfterMs: number | null }
	/** Discord says that it does not know the token, which it may take the next moment. */
	| { kind: "unauthorized"; message: string }
	/** It may or may not have been done. */
	| { kind: "unknown"; message: string }
	/** It never left. */
	| { kind: "unsent"; message: string };

export function failureOf(error: unknown): Failure {
	if (error instanceof RateLimitError) return limitOf(error);
	if (error instanceof DiscordAPIError) return answerOf(error);
	if (error instanceof HTTPError) return { kind: "unknown", message: `HTTP ${error.status}` };
	const code = String((error as { code?: unknown } | null)?.code ?? "");
	const message = code || (error instanceof Error ? error.name : "unknown error");
	return { kind: neverConnected(code) ? "unsent" : "unknown", message };
}

/** The client's own count of the rates, or 429, which Discord documents with a time to wait. */
function limitOf({ retryAfter, timeToReset }: RateLimitError): Failure {
	if (retryAfter > 0) return { kind: "wait", retryAfterMs: Math.max(retryAfter, timeToReset) };
	return { kind: "unknown", message: "HTTP 429" };
}

function answerOf({ rawError, status, message }: DiscordAPIError): Failure {
	const { code, message: says } = rawError as { code?: unknown; message?: unknown };
	if (typeof code !== "number" || typeof says !== "string")
		return { kind: "unknown", message: `HTTP ${status}` };
	const line = `${code} ${message.split("\n", 1)[0]}`.trim();
	const meaning = meaningOf(code);
	if (meaning === null)
		return { kind: status === 401 ? "unauthorized" : "unknown", message: `HTTP ${status} ${line}` };
	if (meaning === "wait") return { kind: "wait", retryAfterMs: null };
	return { kind: "refused", code, meaning, message: line };
}
