import type { Asker, Desk } from "../../src/domain/chat.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Metrics } from "../../src/domain/metrics.ts";
import type { Pictures } from "../../src/domain/picture.ts";
import type { Place } from "../../src/domain/place.ts";
import type { AsRequest, Logger } from "../../src/domain/ports.ts";
import type { EarlierTries } from "../shared/earlier-tries.ts";
import type { Turns } from "../shared/turns.ts";
import type { Work } from "../shared/work.ts";
import type { Identity } from "./identity.ts";
import type { People } from "./people.ts";
import type { Threads } from "./threads.ts";
import type { SlackApi } from "./wire/api.ts";
import type { ChannelPace, Sleep } from "./wire/pace.ts";
import { ResponseUrl } from "./wire/response-url.ts";

/** What every handler needs. */
export type Context = {
	desk: Desk;
	say: Say;
	log: Logger;
	now(): number;
	sleep: Sleep;
	api: SlackApi;
	pace: ChannelPace;
	people: People;
	me: Identity;
	threads: Threads;
	/** By their keys: answers that were to be shared, and surely were not. */
	undone: EarlierTries<true>;
	/** Whether the bot goes on in its own threads without being named. */
	followUps: boolean;
	work: Work;
	asRequest: AsRequest;
	metrics: Pick<Metrics, "acknowledged">;
	/** Absent where no pictures are drawn. */
	pictures: Pictures | undefined;
	/** Another address of Slack's API. */
	apiUrl: string | undefined;
	/** For what the core works out. */
	turns: Turns;
	/** After so long without an answer it is shown that the bot is at work. */
	placeholderAfterMs: number;
};

/** How long a question waits for what Slack tells about its asker. */
const patienceMs = 500;

/**
 * Who asks. Rights matter to settings, digests and sources: these wait for what Slack tells; a
 * question goes on without it.
 */
export async function askerOf(
	{ people, sleep }: Context,
	place: Place,
	person: string,
	rightsMatter: boolean,
): Promise<Asker> {
	const told = people.get(person);
	const known = rightsMatter
		? await told
		: await Promise.race([told, sleep(patienceMs).then(() => null)]);
	return {
		place,
		person,
		admin: known?.admin ?? false,
		direct: isDirect(place.channel),
		language: known?.language,
		timeZone: known?.timeZone,
	};
}

export function placeOf(
	team: string | undefined,
	channel: string,
	thread: string | null = null,
): Place {
	return { platform: "slack", space: team ?? null, channel, thread };
}

/** A conversation of a person with the bot alone. */
export function isDirect(channel: string): boolean {
	return channel.startsWith("D");
}

export function responseUrl(
	{ now, sleep }: Pick<Context, "now" | "sleep">,
	url: string | undefined,
	since?: number,
): ResponseUrl | null {
	return url ? new ResponseUrl(url, { now, sleep, ...(since ? { since } : {}) }) : null;
}
