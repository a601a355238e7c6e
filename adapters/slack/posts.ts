import type { webApi } from "@slack/bolt";
import type { Message } from "./layout/message.ts";
import { SlackFailure } from "./wire/failure.ts";

/** The type of metadata that our answers carry, and that of digests. */
export const eventTypes = { answer: "isnad_answer", digest: "isnad_digest" } as const;
export type EventType = (typeof eventTypes)[keyof typeof eventTypes];

/** A message as `chat.postMessage` takes it: no previews, no names made into mentions. */
export function postArguments(
	{
		channel,
		thread,
		text,
		blocks,
	}: Message & { channel: string; thread?: string | null | undefined },
	metadata: { type: EventType; key: string },
) {
	return {
		channel,
		text,
		blocks,
		unfurl_links: false,
		unfurl_media: false,
		metadata: { event_type: metadata.type, event_payload: { key: metadata.key } },
		...(thread ? { thread_ts: thread } : {}),
	};
}

/** The clock of Slack and ours may differ by this much. */
const clockSkewMs = 5 * 60_000;
const pageSize = 200;
/** Pages that are looked through before it is said that nothing can be told. */
const mostPages = 50;

type Sought = {
	channel: string;
	thread: string | null;
	type: EventType;
	key: string;
	/** Milliseconds since the epoch. */
	since: number;
};

type Reading = {
	client: webApi.WebClient;
	/** Repeats a call that failed; reading may be repeated. */
	repeatable<T>(call: () => Promise<T>): Promise<T>;
};

/** The message with this key, or null where there surely is none. Errors: `SlackFailure`. */
export async function findPost(api: Reading, sought: Sought): Promise<string | null> {
	for await (const ts of postsWith(api, sought)) return ts;
	return null;
}

/** Every message with this key. Errors: `SlackFailure`. */
export async function* postsWith(
	api: Reading,
	{ channel, thread, type, key, since }: Sought,
): AsyncGenerator<string> {
	const { conversations } = api.client;
	const oldest = (Math.max(0, since - clockSkewMs) / 1_000).toFixed(6);
	let cursor: string | undefined;
	for (let page = 0; page < mostPages; page++) {
		const common = {
			channel,
			oldest,
			inclusive: true,
			limit: pageSize,
			include_all_metadata: true,
			...(cursor ? { cursor } : {}),
		};
		const found = await api.repeatable(() =>
			thread ? conversations.replies({ ...common, ts: thread }) : conversations.history(common),
		);
		if (!Array.isArray(found.messages)) throw cannotTell("no messages in the answer");
		for (const { ts, metadata, bot_id } of found.messages) {
			const payload = metadata?.event_payload as { key?: unknown } | undefined;
			if (bot_id && ts && metadata?.event_type === type && payload?.key === key) yield ts;
		}
		cursor = found.response_metadata?.next_cursor || undefined;
		if (!cursor && found.has_more) throw cannotTell("more messages, and no way to them");
		if (!cursor) return;
	}
	throw cannotTell("the channel's history is too long");
}

function cannotTell(reason: string): SlackFailure {
	return new SlackFailure({ kind: "unknown", reason });
}
