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
				const { ts } = done.value;
				return ts
					? { kind: "sent", message: ts }
					: { kind: "unknown", reason: "no message in the answer" };
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

		async reach(signal) {
			const done = await api.attempt(() => client(signal).auth.test());
			return done.ok && Boolean(done.value.user_id);
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
	switch (failure.kind) {
		case "limited":
			return { kind: "wait", retryAfterMs: failure.retryAfterMs };
		case "unsent":
			return { kind: "failed", reason: failure.reason, away: true };
		case "unknown":
			return failure;
		case "refused":
			return outcomes[failure.meaning](failure.error);
	}
}

const outcomes: Record<
	(Failure & { kind: "refused" })["meaning"],
	(reason: string) => PostOutcome
> = {
	refused: (reason) => ({ kind: "failed", reason }),
	gone: () => ({ kind: "closed", reason: "channel_gone" }),
	closed: () => ({ kind: "closed", reason: "not_allowed" }),
	// What the platform thinks of the token may change, and says nothing about the message.
	token: (reason) => ({ kind: "unknown", reason }),
};
