import { claimKey } from "../../../src/corpus/sameness/claim-changes.ts";
import { gather } from "../../../src/digest/contents/gather-changes.ts";
import type { Claim } from "../../../src/domain/article.ts";
import type { Change, ChangeJournal } from "../../../src/domain/state/change-journal.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import type { Platform } from "../digest/platform.ts";
import type { Newsroom } from "./newsroom.ts";
import type { Observer, Told } from "./observer.ts";

type Ended = {
	store: Store;
	platform: Platform;
	newsroom: Newsroom;
	observer: Observer;
	subscriptions: readonly string[];
};

/** What has to hold once everything was there again for a while; what does not is noted. */
export async function checkEnd(ended: Ended): Promise<void> {
	const journal = await allOf(ended.store.changes);
	ended.observer.checkReads(journal.map(({ seq }) => seq));
	checkJournal(journal, ended);
	checkOnce(ended);
	for (const id of ended.subscriptions) {
		await checkEnded(id, ended);
		await checkTold(id, journal, ended);
	}
}

async function allOf(changes: ChangeJournal): Promise<Change[]> {
	const out: Change[] = [];
	for (;;) {
		const found = await changes.after(out.at(-1)?.seq ?? 0, 500);
		out.push(...found);
		if (found.length < 500) return out;
	}
}

/** Each article is noted when it comes and when it goes, once, and so is what it says. */
function checkJournal(journal: readonly Change[], { newsroom, observer }: Ended): void {
	const there = new Set<string>();
	const said = new Set<string>();
	for (const { seq, kind, article, before, newClaims, goneClaims } of journal) {
		const isGone = kind === "withdrawn";
		if (there.has(article) !== isGone)
			observer.violations.push(`change ${seq}: ${article} is ${kind} and was so already`);
		if (kind === "updated" && before !== null && !there.delete(before))
			observer.violations.push(`change ${seq}: ${article} takes the place of ${before}, not there`);
		if (isGone) there.delete(article);
		else there.add(article);
		const { claims = [], source } = newsroom.all.get(article) ?? {};
		const named = (claim: Claim) => `${source?.file}: ${claimKey(claim)}`;
		for (const claim of goneClaims)
			if (!said.delete(named(claim)))
				observer.violations.push(`change ${seq}: ${claim.id} is gone and was not there`);
		for (const claim of claims.filter(({ id }) => newClaims.includes(id))) {
			if (said.has(named(claim)))
				observer.violations.push(`change ${seq}: ${claim.id} is new and was said before`);
			said.add(named(claim));
		}
	}
	const lost = [...newsroom.articles.keys()].filter((id) => !there.has(id));
	const left = [...there].filter((id) => !newsroom.articles.has(id));
	if (lost.length > 0) observer.violations.push(`never noted: ${lost.join()}`);
	if (left.length > 0) observer.violations.push(`gone and never noted: ${left.join()}`);
}

function checkOnce({ platform, observer }: Ended): void {
	const times = Map.groupBy(platform.messages, ({ key }) => key);
	for (const [key, messages] of times)
		if (messages.length > 1)
			observer.violations.push(`${key} stands there ${messages.length} times`);
}

/** Every delivery has come to an end, and a message is there where it says so. */
async function checkEnded(id: string, { store, platform, observer }: Ended): Promise<void> {
	const rows = await store.deliveries.since(id, "", 10_000);
	const posted = new Set(platform.messages.map(({ key }) => key));
	for (const { key, state, reason } of rows) {
		const isPosted = posted.has(key);
		if (state === "pending" || state === "sending")
			observer.violations.push(`${key} is still ${state} (${reason})`);
		else if ((state === "sent") !== isPosted)
			observer.violations.push(`${key} is ${state} and ${isPosted ? "" : "not "}posted`);
	}
	const known = new Set(rows.map(({ key }) => key));
	for (const key of posted)
		if (key.startsWith(id) && !known.has(key)) observer.violations.push(`${key} is in no ledger`);
}

/** What is new is told once: no message tells what another told, and nothing that is news lies between them. */
async function checkTold(id: string, journal: readonly Change[], ended: Ended): Promise<void> {
	const { platform, store, observer } = ended;
	const told = platform.messages
		.map(({ heading }) => JSON.parse(heading) as Told)
		.filter(({ subscription }) => subscription === id)
		.sort((a, b) => a.since - b.since || a.upTo - b.upTo);
	const { since: end = 0 } = (await store.subscriptions.get(id)) ?? {};
	let upTo = 0;
	for (const each of [...told, { since: end, upTo: end }]) {
		if (each.since < upTo)
			observer.violations.push(`${id} is told ${each.since} to ${each.upTo} after ${upTo}`);
		const between = journal.filter(({ seq }) => seq > upTo && seq <= each.since);
		const { newClaims, gone } = await gather(journalOf(between), 0);
		if (newClaims.size + gone.length > 0)
			observer.violations.push(`${id} is never told ${upTo} to ${each.since}`);
		upTo = Math.max(upTo, each.upTo);
	}
}

function journalOf(rows: readonly Change[]): ChangeJournal {
	return {
		append: async () => true,
		after: async (seq, limit) => rows.filter((row) => row.seq > seq).slice(0, limit),
		last: async () => rows.at(-1)?.seq ?? 0,
		startOf: async (count) => rows.at(-1 - count)?.seq ?? 0,
		known: async () => new Set(),
	};
}
