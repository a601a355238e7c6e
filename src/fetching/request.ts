import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { ResolvedAddress, Target } from "./address.ts";
import type { FetchLimits } from "./limits.ts";

export type GetOptions = {
	headers: Record<string, string>;
	limits: FetchLimits;
	signal: AbortSignal;
};

/**
 * One GET to a target whose addresses were checked. The connection can only go to these, however
 * the name is resolved by then; it is not kept, so that no later request finds it already open.
 * Rejects with Node's own errors, or the signal's reason.
 */
export async function get(
	{ url, host, port }: Target,
	addresses: readonly ResolvedAddress[],
	{ headers, limits, signal }: GetOptions,
): Promise<IncomingMessage> {
	const secure = url.protocol === "https:";
	const request = (secure ? httpsRequest : httpRequest)({
		host,
		port,
		path: `${url.pathname}${url.search}`,
		headers: { ...headers, Host: url.host },
		lookup: only(addresses),
		agent: false,
		maxHeaderSize: limits.headerBytes,
		timeout: limits.idleMs,
		signal,
		...(secure && !isIP(host) ? { servername: host } : {}),
	});
	request.on("timeout", () => request.destroy(Object.assign(new Error(), { code: "ETIMEDOUT" })));
	request.end();
	const [response] = (await once(request, "response")) as [IncomingMessage];
	// Later errors reach whoever reads the body.
	request.on("error", (error) => response.destroy(error));
	return response;
}

function only(addresses: readonly ResolvedAddress[]): LookupFunction {
	return (_host, options, done) => {
		const [first] = addresses;
		if (options.all) done(null, [...addresses]);
		else if (first) done(null, first.address, first.family);
		else done(new Error("no address"), "", 4);
	};
}
