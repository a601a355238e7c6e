import { type APIDMChannel, type APIMessage, type APIUser, Routes } from "discord.js";
import type { Poster, PostOutcome } from "../../src/domain/digest.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Logger } from "../../src/domain/ports.ts";
import { channelOf } from "./handlers/asker.ts";
import { layOut } from "./layout/answer.ts";
import { layOutNotice } from "./layout/notice.ts";
import { codes, limits } from "./limits.ts";
import type { Meaning } from "./wire/answers.ts";
import { checkReadable, historyAfter, isId, keyOf, NoAnswer, snowflakeAt } from "./wire/history.ts";
import { closeRest, createRest, type Failure, failureOf } from "./wire/rest.ts";
import { isRefused } from "./wire/wire.ts";

/** Clocks differ: a message that seems to be older than this before `since` is looked at too. */
const clockLeewayMs = 120_000;
/** A request that takes longer has an unknown outcome; shorter than any lease. */
const requestWithinMs = 10_000;

export type PosterParts = {
	token: string;
	apiUrl: string | undefined;
	say: Say;
	log: Logger;
	/** Called where Discord says that it does not know the token. */
	onUnauthorized?(): void;
};

/**
 * Posts digests. The key is the message's nonce, by which Discord knows a repeat for a few minutes,
 * and stands in the custom id of a button, where the channel's history shows it for good.
 */
export function createDiscordPoster(parts: PosterParts): Poster & { close(): void } {
	const { say, log } = parts;
	const rest = createRest(parts.apiUrl, {
		rejectOnRateLimit: () => true,
		timeout: requestWithinMs,
	}).setToken(parts.token);
	let self: string | null = null;
	const failed = (error: unknown): Failure => {
		const failure = failureOf(error);
		if (failure.kind === "unauthorized") parts.onUnauthorized?.();
		return failure;
	};

	/** The bot's own id, as Discord says it. */
	const askWhoIAm = async (signal: AbortSignal): Promise<string> => {
		const user = (await rest.get(Routes.user(), { signal })) as Partial<APIUser> | null;
		if (!isId(user?.id)) throw new NoAnswer();
		self = user.id;
		return self;
	};

	/** Ids of our messages with the key. */
	const ours = async (page: APIMessage[], key: string, signal: AbortSignal) => {
		const own = self ?? (await askWhoIAm(signal));
		const found = page.filter(({ author, ...each }) => author.id === own && keyOf(each) === key);
		return found.map(({ id }) => id);
	};

	return {
		async post(post, signal) {
			if (signal.aborted) return { kind: "failed", reason: "given up before it was sent" };
			const body = {
				...layOut(
					post.answer,
					{ view: post.view, conversation: "", part: 0, audience: "channel", digest: post.key },
					say,
				),
				nonce: post.key.slice(0, limits.nonce),
				enforce_nonce: true,
			};
			try {
				const route = Routes.channelMessages(channelOf(post.place));
				const posted = (await rest.post(route, { body, signal })) as Partial<APIMessage> | null;
				// Whatever else says 200 may have thrown the message away, or passed it on.
				if (!isId(posted?.id)) return { kind: "unknown", reason: "no message in the answer" };
				return { kind: "sent", message: posted.id };
			} catch (error) {
				return outcomeOf(failed(error));
			}
		},
		async find(key, place, since, signal) {
			const after = snowflakeAt(since - clockLeewayMs);
			let seen = false;
			try {
				for await (const page of historyAfter(rest, place, after, signal)) {
					seen ||= page.length > 0;
					const [found] = await ours(page, key, signal);
					if (found) return found;
				}
				if (!seen) await checkReadable(rest, place, after, signal);
			} catch (error) {
				// Where nobody of us can look nothing can be posted either: the next post tells.
				if (!isRefused(failed(error), codes.unknownChannel, codes.missingAccess)) throw error;
			}
			return null;
		},
		async retract(key, keep, place, since, signal) {
			const after = snowflakeAt(since - clockLeewayMs);
			for await (const page of historyAfter(rest, place, after, signal))
				for (const id of await ours(page, key, signal))
					if (id !== keep)
						await rest.delete(Routes.channelMessage(channelOf(place), id), { signal });
		},
		async reach(signal) {
			try {
				await askWhoIAm(signal);
				return true;
			} catch (error) {
				failed(error);
				return false;
			}
		},
		async tell(person, _place, notice) {
			try {
				const recipient = { recipient_id: person };
				const channel = (await rest.post(Routes.userChannels(), {
					body: recipient,
				})) as APIDMChannel;
				for (const body of layOutNotice(notice))
					await rest.post(Routes.channelMessages(channel.id), { body });
			} catch (error) {
				const { kind } = failed(error);
				log("info", "A person could not be told about a digest.", { why: kind });
			}
		},
		close: () => closeRest(rest),
	};
}

/** What a failed post means for the digest. */
export function outcomeOf(failure: Failure): PostOutcome {
	switch (failure.kind) {
		case "wait":
			return failure;
		case "unsent":
			return { kind: "failed", reason: failure.message, away: true };
		case "unauthorized":
		case "unknown":
			return { kind: "unknown", reason: failure.message };
		case "refused":
			return outcomes[failure.meaning](failure.message);
	}
}

const outcomes: Record<Meaning, (reason: string) => PostOutcome> = {
	refused: (reason) => ({ kind: "failed", reason }),
	gone: () => ({ kind: "closed", reason: "channel_gone" }),
	closed: () => ({ kind: "closed", reason: "not_allowed" }),
	wait: () => ({ kind: "wait", retryAfterMs: null }),
};
