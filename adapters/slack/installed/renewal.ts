import { PlatformAway } from "../../../src/domain/errors.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import type { Renewed } from "../../../src/domain/state/installations.ts";
import { failureOf, reasonOf } from "../wire/failure.ts";
import type { Sleep } from "../wire/pace.ts";
import type { ReadInstallation, SlackInstallations } from "./installation-store.ts";
import type { SlackOAuth } from "./oauth.ts";

export type RenewalParts = {
	installations: SlackInstallations;
	oauth: Pick<SlackOAuth, "renew">;
	now(): number;
	sleep: Sleep;
	log: Logger;
	newId(): string;
};

/** Tokens hold for twelve hours; what is left is enough to wait out a Slack that is away. */
const renewBeforeMs = 2 * 3_600_000;
/** A request for a new token takes less, or its process is gone. */
const leaseMs = 60_000;
/** Between two looks at what another process is about to get, and two tries to keep what Slack gave. */
const stepMs = 250;
const longestWaitMs = 20_000;
const noToken =
	"The token of a Slack installation has ended and Slack gives no new one: see that its API can be reached.";

/**
 * The installation with a token that holds. A refresh token is good for one use: of several processes one
 * renews under a lease, and the others go on with the old token or wait for the new one. Null where the
 * app is not installed there any more. Errors: `PlatformAway` where nothing but an ended token is to be had,
 * those of the state.
 */
export async function withFreshToken(
	parts: RenewalParts,
	read: ReadInstallation,
): Promise<ReadInstallation | null> {
	const { now, installations, sleep } = parts;
	const { id } = read;
	let last: ReadInstallation | null = read;
	for (let waitedMs = 0; ; waitedMs += stepMs) {
		if (!last || last.refused || !endsSoon(last, now())) return last;
		const renewed = await renewOnce(parts, last);
		if (renewed !== undefined) return renewed;
		const isOver = last.expiresAt !== null && last.expiresAt <= now();
		if (!isOver) return last;
		if (waitedMs >= longestWaitMs) throw new PlatformAway(noToken);
		await sleep(stepMs);
		last = await installations.findOwn(id);
	}
}

function endsSoon({ expiresAt, kept }: ReadInstallation, now: number): boolean {
	return (
		kept.bot.refreshToken !== undefined && expiresAt !== null && expiresAt - now < renewBeforeMs
	);
}

/** Undefined where another process is at it, or Slack gave none; null where the app is not installed any more. */
async function renewOnce(
	parts: RenewalParts,
	{ id, version }: ReadInstallation,
): Promise<ReadInstallation | null | undefined> {
	const { installations, now, log, newId } = parts;
	const { rows } = installations;
	const lease = { id, holder: newId(), until: now() + leaseMs };
	if (!(await rows.takeRenewal(id, lease.holder, now(), lease.until))) return undefined;
	// Read under the lease: what was read before may have been renewed since, and its token used up.
	const current = await installations.findOwn(id);
	const refreshToken = current?.kept.bot.refreshToken;
	if (!current || current.version !== version || refreshToken === undefined) {
		await rows.endRenewal(id, lease.holder, null);
		return current;
	}
	const fresh = await granted(parts, { ...lease, version }, refreshToken);
	if (!fresh) return undefined;
	const kept = { ...current.kept, bot: { ...current.kept.bot, ...fresh } };
	const sealed = installations.sealed(kept);
	// Written already and not heard of, or installed anew meanwhile: what is stored holds.
	if (!(await keepRenewed(parts, lease, sealed))) return installations.findOwn(id);
	log("info", "The token of a Slack installation was renewed.", { installation: id });
	return { ...current, kept, version: version + 1, expiresAt: sealed.expiresAt };
}

type Lease = { id: string; holder: string; until: number };

/** What Slack gives for the refresh token; null, with the lease ended, where it gives nothing. */
async function granted(
	{ installations: { rows }, oauth, log }: RenewalParts,
	{ id, holder, version }: Lease & { version: number },
	refreshToken: string,
): Promise<Awaited<ReturnType<SlackOAuth["renew"]>> | null> {
	try {
		return await oauth.renew(refreshToken);
	} catch (error) {
		const failure = failureOf(error);
		const reason = reasonOf(failure);
		await rows.endRenewal(id, holder, null);
		log("warn", "A Slack token could not be renewed.", { installation: id, reason });
		if (failure.kind === "refused" && failure.error === "invalid_refresh_token")
			await rows.refuse(id, version);
		return null;
	}
}

/**
 * Tried while the lease lasts: the old refresh token is used up, so what is not written is lost. False
 * where the lease is no longer held.
 */
async function keepRenewed(
	{ installations: { rows }, now, sleep }: RenewalParts,
	{ id, holder, until }: Lease,
	renewed: Renewed,
): Promise<boolean> {
	for (;;) {
		try {
			return await rows.endRenewal(id, holder, renewed);
		} catch (error) {
			if (now() + stepMs >= until) throw error;
			await sleep(stepMs);
		}
	}
}
