import { createHmac } from "node:crypto";
import type { Clock } from "../../../../src/domain/ports.ts";
import { isSameSecret } from "../../access/same-secret.ts";
import type { PageAddress } from "../addresses.ts";

const dayMs = 86_400_000;
/** Bytes of a signature: enough that nobody guesses one, few enough for a link in a message. */
const signatureBytes = 16;
/** How long a browser stays let in. */
const sessionDays = 30;

/** The parameters that carry a signature, and the day from which it holds no more (days since 1970). */
export const signatureKey = "k";
export const untilKey = "x";

export type Signing = {
	secret: string;
	now: Clock;
	/** How many days a link of ours leads somewhere; for good where absent. */
	linkDays?: number | undefined;
};

/** What stands behind the address of a page so that whoever holds it may see that page, and no other. */
export function signatureOf(
	{ secret, now, linkDays }: Signing,
	page: PageAddress,
	until: string | undefined = untilIn(linkDays, now),
): [string, string][] {
	const expiry: [string, string][] = until === undefined ? [] : [[untilKey, until]];
	return [...expiry, [signatureKey, sign(secret, "link", signedText(page, until))]];
}

/** Whether the signature is ours for this page, and holds still. */
export function isSigned(
	{ secret, now }: Signing,
	page: PageAddress,
	{ signature, until }: { signature: string; until: string | undefined },
): boolean {
	if (!isSameSecret(signature, sign(secret, "link", signedText(page, until)))) return false;
	return until === undefined || now() < Number(until) * dayMs;
}

/** What a browser keeps once its reader has named the secret. */
export function sessionToken({ secret, now }: Signing): { value: string; maxAgeS: number } {
	const until = String(Math.floor(now() / dayMs) + sessionDays);
	return {
		value: `${until}.${sign(secret, "session", until)}`,
		maxAgeS: (sessionDays * dayMs) / 1_000,
	};
}

export function isSession({ secret, now }: Signing, token: string | undefined): boolean {
	const [until = "", signature = ""] = token?.split(".") ?? [];
	if (!/^\d{1,6}$/.test(until)) return false;
	return isSameSecret(signature, sign(secret, "session", until)) && now() < Number(until) * dayMs;
}

function untilIn(days: number | undefined, now: Clock): string | undefined {
	return days === undefined ? undefined : String(Math.floor(now() / dayMs) + days + 1);
}

function signedText({ path, query }: PageAddress, until: string | undefined): string {
	return `${path}?${new URLSearchParams(query)}\n${until ?? ""}`;
}

/** `purpose`: a signature made for one thing is none for another. */
function sign(secret: string, purpose: "link" | "session", text: string): string {
	const made = createHmac("sha256", secret).update(`isnad reader ${purpose}\n${text}`).digest();
	return made.subarray(0, signatureBytes).toString("base64url");
}
