import { IsnadError } from "../domain/errors.ts";
import { shown } from "../fetching/address.ts";
import type { FetchAddress, Fetched } from "../fetching/fetched.ts";
import type { Hosts } from "./hosts.ts";

/** Fetches in the host's turn, and not at all while the host asks to be left alone. */
export function politeFetch(fetch: FetchAddress, hosts: Hosts): FetchAddress {
	return async (address, options) => {
		const rest = hosts.restOf(address);
		if (rest > 0) return resting(address, rest);
		const fetched = await hosts.run(address, () => fetch(address, options));
		if (fetched.kind === "failed" && fetched.retryAfterMs)
			hosts.rest(address, fetched.retryAfterMs);
		return fetched;
	};
}

function resting(address: string, ms: number): Fetched {
	const error = new IsnadError(
		"fetch_wait",
		`The server of ${shown(address)} asked to wait: it is tried again later.`,
		{ params: { address: shown(address) } },
	);
	return { kind: "failed", error, retryAfterMs: ms, absent: null };
}
