import { lookup } from "node:dns/promises";
import type { Clock } from "../../domain/ports.ts";
import type { ResolvedAddress } from "../../fetching/address.ts";
import { createFetcher } from "../../fetching/fetch.ts";
import type { FetchAddress } from "../../fetching/fetched.ts";
import { fetchLimits } from "../../fetching/limits.ts";
import type { Config } from "../config.ts";

/** Named to every server, with where to read about it: that is how their owners can object. */
const userAgent = (url: string | undefined) => `isnad/0.1${url ? ` (+${url})` : ""}`;

/** What fetches addresses of strangers for this process. */
export function appFetcher(
	{ allowAddresses, publicUrl }: Pick<Config, "allowAddresses" | "publicUrl">,
	now: Clock,
): FetchAddress {
	return createFetcher({
		resolve: async (host) => {
			const found = await lookup(host, { all: true });
			return found.map(
				({ address, family }): ResolvedAddress => ({
					address,
					family: family === 6 ? 6 : 4,
				}),
			);
		},
		allowed: allowAddresses,
		limits: fetchLimits,
		userAgent: userAgent(publicUrl),
		now,
	});
}
