import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { IsnadError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import {
	type AllowedAddresses,
	checkAddress,
	checkResolved,
	type ResolvedAddress,
	shown,
	type Target,
	unknownHost,
} from "./address.ts";
import { errorOf, failed, refusal, tooSlow } from "./failures.ts";
import type { FetchAddress, Fetched, Validators } from "./fetched.ts";
import type { FetchLimits } from "./limits.ts";
import { get } from "./request.ts";
import { retryAfterMs } from "./retry-after.ts";
import { acceptedEncodings, readBody } from "./unpack.ts";

export type FetcherParts = {
	/** Every address that a name stands for. */
	resolve: (host: string) => Promise<readonly ResolvedAddress[]>;
	allowed: AllowedAddresses;
	limits: FetchLimits;
	/** Names us to the servers. */
	userAgent: string;
	now: Clock;
};

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches what a stranger's address leads to, with every hop checked, pinned to the checked address
 * and bounded. Whatever goes wrong is a value with one of the codes `address_malformed`,
 * `address_refused`, `fetch_timeout`, `fetch_too_large`, `fetch_encoding`, `fetch_redirects`,
 * `fetch_wait`, `fetch_gone`, `fetch_failed`. Only an abort by the caller rejects.
 */
export function createFetcher(parts: FetcherParts): FetchAddress {
	return async (address, { validators, signal } = {}) => {
		const late = AbortSignal.timeout(parts.limits.totalMs);
		const either = signal ? AbortSignal.any([signal, late]) : late;
		try {
			return await follow(parts, address, validators, either);
		} catch (error) {
			if (signal?.aborted) throw signal.reason;
			return failed(late.aborted ? tooSlow(address) : errorOf(error, address));
		}
	};
}

async function follow(
	parts: FetcherParts,
	address: string,
	validators: Validators | undefined,
	signal: AbortSignal,
): Promise<Fetched> {
	let at = address;
	for (let hop = 0; hop <= parts.limits.redirects; hop++) {
		const target = checkAddress(at, parts.allowed);
		const addresses = await lookUp(parts, target, signal);
		const headers = { ...headersOf(parts.userAgent), ...conditions(validators) };
		const response = await get(target, addresses, { headers, limits: parts.limits, signal });
		const location = response.headers.location;
		if (redirects.has(response.statusCode ?? 0) && location !== undefined) {
			response.destroy();
			if (!URL.canParse(location, target.url.href))
				throw new IsnadError(
					"fetch_failed",
					`${shown(at)} leads on to what is no address: give the address of the page itself.`,
					{ params: { address: shown(at) } },
				);
			at = new URL(location, target.url.href).href;
			continue;
		}
		return await answerOf(response, target, parts, signal);
	}
	throw new IsnadError(
		"fetch_redirects",
		`${shown(address)} leads on more than ${parts.limits.redirects} times: give the address that it ends at.`,
		{ params: { address: shown(address) } },
	);
}

async function lookUp(
	{ resolve, allowed }: FetcherParts,
	target: Target,
	signal: AbortSignal,
): Promise<readonly ResolvedAddress[]> {
	const { host } = target;
	const family = isIP(host);
	if (family === 4 || family === 6)
		return checkResolved(target, [{ address: host, family }], allowed);
	const given = Promise.withResolvers<never>();
	const stop = () => given.reject(signal.reason);
	signal.addEventListener("abort", stop, { once: true });
	try {
		// The system's resolver cannot be stopped: it is left behind.
		return checkResolved(target, await Promise.race([resolve(host), given.promise]), allowed);
	} catch (error) {
		if (error instanceof IsnadError || signal.aborted) throw error;
		throw unknownHost(target, error);
	} finally {
		signal.removeEventListener("abort", stop);
	}
}

async function answerOf(
	response: IncomingMessage,
	{ url }: Target,
	{ limits, now }: FetcherParts,
	signal: AbortSignal,
): Promise<Fetched> {
	const { statusCode: status = 0, headers } = response;
	const validators = {
		etag: headers.etag?.slice(0, 200) ?? null,
		lastModified: headers["last-modified"]?.slice(0, 100) ?? null,
	};
	if (status !== 200) {
		response.destroy();
		if (status === 304) return { kind: "unchanged", validators };
		return refusal(status, url.href, retryAfterMs(headers["retry-after"], now()));
	}
	const bytes = await readBody(response, {
		...{ encoding: headers["content-encoding"], limits },
		...{ address: url.href, signal },
	});
	const [type = "", ...parameters] = (headers["content-type"] ?? "").split(";");
	const charset = parameters.map((text) => /^\s*charset\s*=\s*"?([\w.:-]{2,40})/i.exec(text)?.[1]);
	return {
		kind: "body",
		address: url.href,
		bytes,
		type: type.trim().toLowerCase() || null,
		charset: charset.find((name) => name !== undefined)?.toLowerCase() ?? null,
		validators,
	};
}

function headersOf(userAgent: string): Record<string, string> {
	return {
		"User-Agent": userAgent,
		Accept:
			"application/rss+xml, application/atom+xml, application/feed+json, text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
		"Accept-Encoding": acceptedEncodings,
		"Accept-Language": "ar, en;q=0.9",
	};
}

function conditions(validators: Validators | undefined): Record<string, string> {
	const { etag, lastModified } = validators ?? { etag: null, lastModified: null };
	return {
		...(etag ? { "If-None-Match": etag } : {}),
		...(lastModified ? { "If-Modified-Since": lastModified } : {}),
	};
}
