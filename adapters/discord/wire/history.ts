import { type APIMessage, type APITextChannel, type REST, Routes } from "discord.js";
import type { Place } from "../../../src/domain/place.ts";
import { channelOf } from "../handlers/asker.ts";
import { readCustomId } from "../layout/controls.ts";
import { controlsIn } from "../layout/message.ts";
import { limits } from "../limits.ts";

/** Pages of a hundred messages that are looked through for a digest; beyond them nobody can tell. */
const mostPages = 100;

/** Something answered, and not as Discord does: nothing follows from it. */
export class NoAnswer extends Error {
	constructor() {
		super("What answered for Discord is not what Discord documents.");
	}
}

/** Discord's ids are numbers of at most twenty digits. */
export function isId(value: unknown): value is string {
	return typeof value === "string" && /^\d{1,20}$/.test(value);
}

async function pageOf(
	rest: REST,
	place: Place,
	query: URLSearchParams,
	signal: AbortSignal,
): Promise<APIMessage[]> {
	const page = await rest.get(Routes.channelMessages(channelOf(place)), { query, signal });
	if (!Array.isArray(page) || page.some((each) => !isId(each?.id) || !isId(each?.author?.id)))
		throw new NoAnswer();
	return page;
}

/** Messages of the place after an id, a page at a time. Throws where they are too many to tell. */
export async function* historyAfter(
	rest: REST,
	place: Place,
	start: bigint,
	signal: AbortSignal,
): AsyncGenerator<APIMessage[]> {
	let after = start;
	for (let pages = 0; pages < mostPages; pages++) {
		const query = new URLSearchParams({ after: String(after), limit: String(limits.historyPage) });
		const page = await pageOf(rest, place, query, signal);
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
export async function checkReadable(
	rest: REST,
	place: Place,
	after: bigint,
	signal: AbortSignal,
): Promise<void> {
	const newest = await pageOf(rest, place, new URLSearchParams({ limit: "1" }), signal);
	if (newest.length > 0) return;
	const id = channelOf(place);
	const channel = (await rest.get(Routes.channel(id), {
		signal,
	})) as Partial<APITextChannel> | null;
	if (channel?.id !== id) throw new NoAnswer();
	if (channel.last_message_id && BigInt(channel.last_message_id) > after)
		throw new Error("The bot lacks the permission Read Message History in the digest's channel.");
}

/** Discord's ids begin with their time, in milliseconds since 2015 (API reference, "Snowflakes"). */
export function snowflakeAt(ms: number): bigint {
	return BigInt(Math.max(0, Math.floor(ms) - 1_420_070_400_000)) << 22n;
}

/** The key of the digest that a message shows; null where it shows none. */
export function keyOf(message: Pick<APIMessage, "components">): string | null {
	for (const id of controlsIn(message)) {
		const control = readCustomId(id);
		if (control?.kind === "digests") return control.key;
	}
	return null;
}
