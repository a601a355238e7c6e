import { createHmac } from "node:crypto";
import type { Clock } from "../../../src/domain/ports.ts";
import { isSameSecret } from "../access/same-secret.ts";

export type StateParts = { secret: string; now: Clock; newId(): string };

/** Whoever begins has so long to come back. */
export const stateMs = 600_000;

/** What goes to the platform and comes back with whoever installs the app, and what stays in their browser. */
export function newState({ secret, now, newId }: StateParts): { state: string; cookie: string } {
	const cookie = `${newId()}${newId()}`;
	const until = String(now() + stateMs);
	return { state: `${until}.${signature(secret, until, cookie)}`, cookie };
}

/** Whether it is ours, holds still, and was begun in the same browser: else a stranger sent them here. */
export function isOwnState(
	{ secret, now }: Pick<StateParts, "secret" | "now">,
	{ state, cookie }: { state: string | undefined; cookie: string | undefined },
): boolean {
	const [until = "", signed = ""] = (state ?? "").split(".");
	if (!cookie || !/^\d{1,16}$/.test(until) || Number(until) <= now()) return false;
	return isSameSecret(signed, signature(secret, until, cookie));
}

function signature(secret: string, until: string, cookie: string): string {
	return createHmac("sha256", secret).update(`install ${until} ${cookie}`).digest("base64url");
}
