import { asIsnadError, IsnadError } from "../domain/errors.ts";
import { shown } from "./address.ts";
import type { Fetched } from "./fetched.ts";

/** What a status other than 200 and 304 says. `wait`: in ms, asked for by the server. */
export function refusal(status: number, address: string, wait: number | null): Fetched {
	const at = shown(address);
	if (status === 429 || status === 503)
		return failed(
			new IsnadError(
				"fetch_wait",
				`The server of ${at} asks to wait (${status}): it is tried again later.`,
				{ params: { address: at } },
			),
			wait,
		);
	if (status === 404 || status === 410)
		return failed(
			new IsnadError("fetch_gone", `There is nothing at ${at} (${status}): check the address.`, {
				params: { address: at },
			}),
			wait,
			status === 410 ? "gone" : "missing",
		);
	const why =
		status === 401 || status === 403 ? "it is not open to us" : "its server answers with an error";
	return failed(
		new IsnadError("fetch_failed", `${at} cannot be read, since ${why} (${status}).`, {
			key: "fetch_status",
			params: { address: at, status },
		}),
		wait,
	);
}

export function failed(
	error: IsnadError,
	wait: number | null = null,
	absent: "gone" | "missing" | null = null,
): Fetched {
	return { kind: "failed", error, retryAfterMs: wait, absent };
}

export function tooSlow(address: string, cause?: unknown): IsnadError {
	return new IsnadError(
		"fetch_timeout",
		`${shown(address)} takes too long to answer: try again later, or give another address.`,
		{ cause, params: { address: shown(address) } },
	);
}

/** What went wrong on the way, as one of the codes of `createFetcher`. */
export function errorOf(error: unknown, address: string): IsnadError {
	if (error instanceof IsnadError) return error;
	const code = (error as { code?: string }).code ?? asIsnadError(error).message;
	if (code === "ETIMEDOUT") return tooSlow(address, error);
	if (code === "HPE_HEADER_OVERFLOW")
		return new IsnadError(
			"fetch_too_large",
			`The head of the answer from ${shown(address)} is too large: give another address of the same article.`,
			{ cause: error, key: "fetch_head", params: { address: shown(address) } },
		);
	return new IsnadError(
		"fetch_failed",
		`${shown(address)} cannot be reached (${shown(code)}): check the address, or try again later.`,
		{ cause: error, params: { address: shown(address) } },
	);
}
