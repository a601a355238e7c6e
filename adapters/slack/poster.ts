import type { DigestPost, Poster, PostOutcome } from "../../src/domain/digest.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Place } from "../../src/domain/place.ts";
import type { Logger } from "../../src/domain/ports.ts";
import { layDigest } from "./layout/answer.ts";
import { layNotice } from "./layout/notice.ts";
import { eventTypes, findPost, postArguments, postsWith } from "./posts.ts";
import type { Client, SlackApi } from "./wire/api.ts";
import { type Failure, SlackFailure } from "./wire/failure.ts";
import type { ChannelPace } from "./wire/pace.ts";

export type PosterParts = {
	api: SlackApi;
	pace: ChannelPace;
	say: Say;
	log: Logger;
	/** A client whose requests end with the signal; it repeats nothing. */
	client(signal: AbortSignal): Client;
};

/** Slack's codes for a channel that is no more, and for one that is closed to the bot. */
const gone = new Set(["channel_not_found", "is_archived", "user_not_found", "user_disabled"]);
const closed = new Set([
	"not_in_channel",
	"restricted_action",
	"restricted_action_read_only_channel",
	"restricted_action_thread_only_channel",
	"restricted_action_non_threadable_channel",
	"messages_tab_disabled",
	"cannot_dm_bot",
	"access_denied",
	"no_permission",
	"team_access_not_granted",
]);

/** Digests in Slack: posted by a single request, and found again by the key in their metadata. */
export function createPoster({ api, pace, say, log, client }: PosterParts): Poster {
	const reading = (signal: AbortSignal) => ({
		client: client(signal),
		repeatable: <T>(call: () => Promise<T>) => api.repeatable(call),
	});
	const sought = (key: string, { channel, thread }: Place, since: number) => ({
		channel,
		thread,
		type: eventTypes.digest,
		key,
		since,
	});
	return {
		async post({ key, place, answer, view }: DigestPost, signal): Promise<PostOutcome> {
			const message = layDigest(answer, { view }, say);
			return pace.run(place.channel, async () => {
				if (signal.aborted) return { kind: "failed", reason: "given up before it was sent" };
				const args = postArguments(
					{ ...message, channel: place.channel, thread: place.thread },
					{ type: eventTypes.digest, key },
				);
				const done = await api.attempt(() => client(signal).chat.postMessage(args));
				if (!done.ok) return outcomeOf(done.failure);
				return { kind: "sent", message: done.value.ts ?? "" };
			});
		},

		find: (key, place, since, signal) => findPost(reading(signal), sought(key, place, since)),

		async retract(key, keep, place, since, signal) {
			const { client: own, repeatable } = reading(signal);
			const { channel } = place;
			for await (const ts of postsWith({ client: own, repeatable }, sought(key, place, since))) {
				if (ts !== keep) await repeatable(() => own.chat.delete({ channel, ts }));
			}
		},

		async tell(person, _place, notice) {
			for (const [at, message] of layNotice(notice).entries()) {
				try {
					await api.post({ ...message, channel: person, key: `tell:${person}:${at}` });
				} catch (error) {
					const reason = error instanceof SlackFailure ? error.message : "unknown";
					log("warn", "A person could not be told something in Slack.", { reason });
					return;
				}
			}
		},
	};
}

function outcomeOf(failure: Failure): PostOutcome {
	if (failure.kind === "limited") return { kind: "wait", retryAfterMs: failure.retryAfterMs };
	if (failure.kind === "unknown") return failure;
	if (gone.has(failure.error)) return { kind: "closed", reason: "channel_gone" };
	if (closed.has(failure.error)) return { kind: "closed", reason: "not_allowed" };
	return { kind: "failed", reason: failure.error };
}
