import { readConfig } from "../../src/app/config.ts";
import { openServed, servedArticles } from "../../src/app/live/served.ts";
import { localDay } from "../../src/digest/local-days.ts";
import type { Subscription } from "../../src/domain/digest.ts";
import { openStore } from "../../src/storage/open.ts";
import { topics } from "./questions.ts";

/** The last so many articles are news to every digest. */
const news = 200;

type Channels = Record<"slack" | "discord", readonly string[]>;

/** Notes the articles of a corpus as a program notes them that has served it for long. */
export async function noteArticles(data: string, corpus: string): Promise<void> {
	const opened = await openServed(readConfig({ ISNAD_DATA: data, ISNAD_CORPUS: corpus }));
	const store = await openStore({ data });
	try {
		const at = Date.now();
		await store.changes.append(
			servedArticles(opened).map(({ id, claims }) => ({
				...{ at, kind: "added" as const, article: id, before: null, goneClaims: [] },
				newClaims: claims.map((claim) => claim.id),
			})),
		);
	} finally {
		await store.close();
	}
}

/** Adds digests that are all due now, one channel after the other on each platform. */
export async function makeDue(data: string, count: number, channels: Channels): Promise<void> {
	const store = await openStore({ data });
	try {
		const since = Math.max(0, (await store.changes.known()).size - news);
		for (let n = 0; n < count; n++)
			await store.subscriptions.add(digestOf(n, since, channels), count);
	} finally {
		await store.close();
	}
}

function digestOf(n: number, since: number, channels: Channels): Subscription {
	const platform = n % 2 === 0 ? "slack" : "discord";
	const own = channels[platform];
	const topic = topics[n % topics.length] ?? "";
	const now = Date.now();
	return {
		id: `load${n}`.padEnd(12, "x"),
		place: { platform, space: null, channel: own[(n >> 1) % own.length] ?? "", thread: null },
		maker: "U1",
		request: topic.startsWith("by:")
			? { command: "claims", text: "", by: topic.slice(3) }
			: { command: "claims", text: topic },
		language: /\p{Script=Arabic}/u.test(topic) ? "ar" : "en",
		...{
			when: "daily",
			at: "00:00",
			zone: "UTC",
			days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
		},
		...{ empty: "say", paused: null, createdAt: now + n, from: localDay(now, "UTC") },
		...{ since, lastDay: null, nextDue: now },
	};
}
