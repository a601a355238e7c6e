import type { Answer } from "../../domain/answer.ts";
import type { Subscription } from "../../domain/digest.ts";
import type { Clock } from "../../domain/ports.ts";
import type { Store } from "../../domain/state/store.ts";
import { alertsWithin, mostAnHour, rowsLookedAt } from "../alert-bound.ts";
import { addDays } from "../local-days.ts";
import { type Gathered, gather } from "./gather-changes.ts";
import type { DigestMaterial } from "./material.ts";

export type WriterParts = {
	store: Pick<Store, "changes" | "deliveries" | "views">;
	/** The digest use case over the corpus as it is now. */
	digest(material: DigestMaterial): Promise<Answer>;
	/** Whether this process serves the article by now; others may have taken it in. All where it is absent. */
	holds?(article: string): boolean;
	now: Clock;
};

/** Digests of the last days whose statements are told of when they are taken back. */
const daysRemembered = 40;
/** The same of alerts, of which a day may have many. */
const mostAlertsRemembered = 400;

/** An article that is not served after so long was taken down, or is damaged: it is waited for no more. */
const patienceMs = 600_000;

/** Many channels are told at the same minute, of the same changes. */
const mostGathered = 8;

/** Writes digests from the change journal. */
export function createWriter(parts: WriterParts): Writer {
	const { store, digest } = parts;
	const gathered = new Map<string, Promise<Gathered>>();
	const gatherOnce = async (since: number): Promise<Gathered> => {
		const key = `${since} ${await store.changes.last()}`;
		const known = gathered.get(key);
		if (known) return known;
		const made = gather(store.changes, since);
		gathered.set(key, made);
		made.catch(() => gathered.delete(key));
		const oldest = gathered.keys().next().value;
		if (gathered.size > mostGathered && oldest !== undefined) gathered.delete(oldest);
		return made;
	};
	return async (subscription, { day, missedFrom, missed }) => {
		const { newClaims, gone, corrected, articles, upTo } = await gatherOnce(subscription.since);
		const lacks = ([id, at]: [string, number]) =>
			parts.holds?.(id) === false && parts.now() - at < patienceMs;
		const isAlert = subscription.when === "now";
		const answer = await digest({
			request: subscription.request,
			language: subscription.language,
			day,
			since: subscription.lastDay,
			missed: missedFrom === null ? null : { from: missedFrom, count: missed },
			newClaims,
			gone,
			corrected,
			told:
				gone.length + corrected.size > 0 ? await toldClaims(store, subscription, day) : new Set(),
			articles: articles.size,
			...(isAlert ? { alert: { isLast: await isLastOfHour(parts, subscription, day) } } : {}),
		});
		const isWhole = ![...articles].some(lacks);
		return { answer, news: answer.items.length > 0, upTo, isWhole };
	};
}

/** Claims that the last digests showed this channel. */
async function toldClaims(
	{ deliveries, views }: WriterParts["store"],
	{ id, when }: Subscription,
	day: string,
): Promise<Set<string>> {
	const told = new Set<string>();
	const most = when === "now" ? mostAlertsRemembered : daysRemembered;
	for (const row of await deliveries.since(id, addDays(day, -daysRemembered), most)) {
		if (row.state !== "sent" || row.view === null) continue;
		for (const { stated } of (await views.get(row.view))?.places ?? [])
			if (stated !== null) told.add(stated);
	}
	return told;
}

/** Whether the bound of an hour is met with this one. */
async function isLastOfHour(
	{ store, now }: WriterParts,
	{ id }: Subscription,
	day: string,
): Promise<boolean> {
	const rows = await store.deliveries.since(id, addDays(day, -1), rowsLookedAt);
	const before = alertsWithin(rows, now()).filter(({ state }) => state === "sent");
	return before.length >= mostAnHour - 1;
}

/** The day that a digest is for, and those before it that it makes up for. */
export type DigestDay = { day: string; missedFrom: string | null; missed: number };

/**
 * `news`: whether there is anything to tell; `upTo`: the last change that was looked at. `isWhole` is
 * false while this process does not serve yet what the journal tells of: then it is too early to tell.
 */
export type Written = { answer: Answer; news: boolean; upTo: number; isWhole?: boolean };

/** Writes one subscription's digest from what changed since its last one. */
export type Writer = (subscription: Subscription, day: DigestDay) => Promise<Written>;
