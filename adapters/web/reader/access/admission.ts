import type { Clock } from "../../../../src/domain/ports.ts";
import { isLoopback } from "../../access/client-address.ts";
import type { PageAddress } from "../addresses.ts";
import type { ReaderAccess } from "../reader-parts.ts";
import { isSession, isSigned, type Signing } from "./signature.ts";

/** Whoever may see every page, or a guest: the one page that a signed link leads to. */
export type Visitor = { kind: "reader" } | { kind: "guest"; until: string | undefined };

/** What a request shows of whoever sends it. */
export type Credentials = {
	/** The page that is asked for; null where a signature is not enough. */
	page: PageAddress | null;
	signature: string | undefined;
	until: string | undefined;
	session: string | undefined;
};

/** Null for whoever has to name the secret first. */
export function visitorOf(access: ReaderAccess, shown: Credentials, now: Clock): Visitor | null {
	if (access.kind === "open") return { kind: "reader" };
	const signing = signingOf(access, now);
	if (isSession(signing, shown.session)) return { kind: "reader" };
	const { page, signature, until } = shown;
	if (!page || !signature || !isSigned(signing, page, { signature, until })) return null;
	return { kind: "guest", until };
}

export function signingOf(access: ReaderAccess & { kind: "guarded" }, now: Clock): Signing {
	const { secret, linkDays } = access;
	return { secret, linkDays, now };
}

/**
 * Whether a request names the host that it means. Without a secret only names of this machine itself
 * are answered: a page of a stranger's, whose name leads here, would read along.
 */
export function isOwnHost(access: ReaderAccess, host: string | undefined): boolean {
	if (access.kind === "guarded") return true;
	return isLoopback((host ?? "").replace(/:\d{1,5}$/, "").toLowerCase());
}
