import { DiscordAPIError, HTTPError, RateLimitError, REST } from "discord.js";

/** Discord's own address; `api` without the version, which the client adds. */
export const discordApi = "https://discord.com/api";

type RestOptions = NonNullable<ConstructorParameters<typeof REST>[0]>;

/**
 * A client that never repeats a request by itself, except for one that was refused with 429: what
 * may be repeated is decided where it is known whether repeating does harm.
 */
export function createRest(api: string | undefined, options: Partial<RestOptions> = {}): REST {
	return new REST({ api: api ?? discordApi, version: "10", retries: 0, ...options });
}

/** Stops the timers of the client. */
export function closeRest(rest: REST): void {
	rest.clearHashSweeper();
	rest.clearHandlerSweeper();
}

/** What is known of a request that failed. */
export type Failure =
	/** Discord answered with an error of its own. */
	| { kind: "refused"; code: number; status: number; message: string }
	/** To be asked again later; nothing was done. */
	| { kind: "wait"; retryAfterMs: number }
	/** It may or may not have been done. */
	| { kind: "unknown"; message: string }
	/** It never left. */
	| { kind: "unsent"; message: string };

/** Node's and undici's codes of connections that were never made. */
const neverConnected = new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"UND_ERR_CONNECT_TIMEOUT",
]);

export function failureOf(error: unknown): Failure {
	if (error instanceof RateLimitError)
		return { kind: "wait", retryAfterMs: Math.max(error.retryAfter, error.timeToReset, 0) };
	if (error instanceof DiscordAPIError)
		return {
			kind: "refused",
			code: Number(error.code) || 0,
			status: error.status,
			message: error.message.split("\n", 1)[0] ?? "",
		};
	if (error instanceof HTTPError) return { kind: "unknown", message: `HTTP ${error.status}` };
	const code = String((error as { code?: unknown } | null)?.code ?? "");
	const message = code || (error instanceof Error ? error.name : "unknown error");
	return neverConnected.has(code) ? { kind: "unsent", message } : { kind: "unknown", message };
}
