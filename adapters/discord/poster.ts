import {
	type APIDMChannel,
	type APIMessage,
	type APITextChannel,
	type APIUser,
	type REST,
	Routes,
} from "discord.js";
import type { Poster, PostOutcome } from "../../src/domain/digest.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Place } from "../../src/domain/place.ts";
import type { Logger } from "../../src/domain/ports.ts";
import { channelOf } from "./handlers/asker.ts";
import { layOut } from "./layout/answer.ts";
import { readCustomId } from "./layout/controls.ts";
import { controlsIn } from "./layout/message.ts";
import { layOutNotice } from "./layout/notice.ts";
import { codes, limits } from "./limits.ts";
import { closeRest, createRest, type Failure, failureOf } from "./wire/rest.ts";
import { isRefused } from "./wire/wire.ts";

/** Clocks differ: a message that seems to be older than this before `since` is looked at too. */
const clockLeewayMs = 120_000;
/** Pages of a hundred messages that are looked through for a digest; beyond them nobody can tell. */
const mostPages = 100;
/** A request that takes longer has an unknown outcome; shorter than any lease. */
const requestWithinMs = 10_000;

export type PosterParts = {
	token: string;
	apiUrl: string | undefined;
	say: Say;
	log: Logger;
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
	let self: Promise<string> | null = null;

	/** The bot's own id; asked for once, and again where that failed. */
	const ownId = (signal: AbortSignal): Promise<string> => {
		self ??= (rest.get(Routes.user(), { signal }) as Promise<APIUser>).then(({ id }) => id);
		self.catch(() => {
			self = null;
		});
		return self;
	};

	/** Ids of our messages with the key. */
	const ours = async (page: APIMessage[], key: string, signal: AbortSignal) => {
		const own = await ownId(signal);
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
				const { id } = (await rest.post(route, { body, signal })) as APIMessage;
				return { kind: "sent", message: id };
			} catch (error) {
				return outcomeOf(failureOf(error));
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
				if (!isRefused(failureOf(error), codes.unknownChannel, codes.missingAccess)) throw error;
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
		async tell(person, _place, notice) {
			try {
				const recipient = { recipient_id: person };
				const channel = (await rest.post(Routes.userChannels(), {
					body: recipient,
				})) as APIDMChannel;
				for (const body of layOutNotice(notice))
					await rest.post(Routes.channelMessages(channel.id), { body });
			} catch (error) {
				const { kind } = failureOf(error);
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
			return { kind: "failed", reason: failure.message };
		case "unknown":
			return { kind: "unknown", reason: failure.message };
		case "refused":
			if (failure.code === codes.unknownChannel) return { kind: "closed", reason: "channel_gone" };
			if (failure.status === 403) return { kind: "closed", reason: "not_allowed" };
			return { kind: "failed", reason: `${failure.code} ${failure.message}`.trim() };
	}
}

/** Messages of the place after an id, a page at a time. Throws where they are too many to tell. */
async function* historyAfter(
	rest: REST,
	place: Place,
	start: bigint,
	signal: AbortSignal,
): AsyncGenerator<APIMessage[]> {
	const route = Routes.channelMessages(channelOf(place));
	let after = start;
	for (let pages = 0; pages < mostPages; pages++) {
		const query = new URLSearchParams({ after: String(after), limit: String(limits.historyPage) });
		const page = (await rest.get(route, { query, signal })) as APIMessage[];
		yield page;
		if (page.length < limits.historyPage) return;
		for (const { id } of page) if (BigInt(id) > after) after = BigInt(id);
	}
	throw new Error("The channel has too many messages since then to look through.");
}

/**
 * Without the right to read the history Discord returns an empty one, which tells nothing. Throws
 * where there are messages that were not shown.
 */
async function checkReadable(
	rest: REST,
	place: Place,
	after: bigint,
	signal: AbortSignal,
): Promise<void> {
	const id = channelOf(place);
	const query = new URLSearchParams({ limit: "1" });
	const newest = (await rest.get(Routes.channelMessages(id), { query, signal })) as APIMessage[];
	if (newest.length > 0) return;
	const channel = (await rest.get(Routes.channel(id), { signal })) as APITextChannel;
	if (channel.last_message_id && BigInt(channel.last_message_id) > after)
		throw new Error("The bot lacks the permission Read Message History in the digest's channel.");
}

/** Discord's ids begin with their time, in milliseconds since 2015 (API reference, "Snowflakes"). */
function snowflakeAt(ms: number): bigint {
	return BigInt(Math.max(0, Math.floor(ms) - 1_420_070_400_000)) << 22n;
}

function keyOf(message: Pick<APIMessage, "components">): string | null {
	for (const id of controlsIn(message)) {
		const control = readCustomId(id);
		if (control?.kind === "digests") return control.key;
	}
	return null;
}
