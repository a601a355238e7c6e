import type { Notice } from "../../../src/domain/chat.ts";
import type { DigestPost, Poster, PostOutcome } from "../../../src/domain/digest.ts";
import type { World } from "./world.ts";

type Message = { id: string; key: string; channel: string; at: number; heading: string };
/** What becomes of a request: done and told; done and its reply lost; never done, which nobody tells. */
export type Luck = "done" | "reply_lost" | "never_done";

/** How a platform is away: what its poster makes of that. */
export const outages = {
	"nobody takes the connection": { kind: "failed", reason: "ECONNREFUSED", away: true },
	"a proxy answers for it": { kind: "unknown", reason: "HTTP 403" },
	"no reply comes": null,
	"429 without a time": { kind: "unknown", reason: "HTTP 429" },
} as const satisfies Record<string, PostOutcome | null>;
export type Outage = keyof typeof outages;

/**
 * A platform as the protocol sees it: messages with keys, a history, replies that get lost.
 * `nonceMs`: how long a key that was posted gives the same message again, as Discord's nonces do.
 */
export class Platform {
	readonly #world: World;
	readonly #nonceMs: number;
	messages: Message[] = [];
	told: { person: string; notice: Notice }[] = [];
	posts = 0;
	/** Requests of all kinds. */
	requests = 0;
	/** While set nothing that is asked of it is done. */
	outage: Outage | null = null;
	/** Decides what becomes of the next request. */
	luck: () => Luck = () => "done";
	/** Answers the next request instead, where it gives something. */
	refuse: (channel: string) => PostOutcome | null = () => null;
	latencyMs: number = 200;
	#ids = 0;

	constructor(world: World, nonceMs: number) {
		this.#world = world;
		this.#nonceMs = nonceMs;
	}

	readonly poster: Poster = {
		post: async (post, signal) => {
			await this.#world.sleep(this.latencyMs / 2, signal);
			if (signal.aborted) return { kind: "failed", reason: "not sent" };
			this.requests++;
			if (this.outage) return this.#away(this.outage, signal);
			return this.#take(post, signal);
		},
		find: async (key, place, since) => {
			await this.#world.sleep(this.latencyMs);
			this.requests++;
			if (this.outage || this.luck() !== "done") throw new Error("no reply");
			const channel = this.messages.filter((message) => message.channel === place.channel);
			return channel.find((each) => each.key === key && each.at >= since)?.id ?? null;
		},
		reach: async () => {
			await this.#world.sleep(this.latencyMs);
			this.requests++;
			return this.outage === null;
		},
		tell: async (person, _place, notice) => {
			this.told.push({ person, notice });
		},
		retract: async (key, keep) => {
			this.messages = this.messages.filter((each) => each.key !== key || each.id === keep);
		},
	};

	async #away(outage: Outage, signal: AbortSignal): Promise<PostOutcome> {
		this.posts++;
		const outcome = outages[outage];
		if (outcome === null) await this.#world.sleep(1e9, signal);
		return outcome ?? { kind: "unknown", reason: "no reply" };
	}

	async #take({ key, place, answer }: DigestPost, signal: AbortSignal): Promise<PostOutcome> {
		this.posts++;
		const refused = this.refuse(place.channel);
		if (refused) return refused;
		const luck = this.luck();
		if (luck !== "never_done") this.#add(key, place.channel, answer.heading);
		const id = this.messages.findLast((each) => each.key === key)?.id ?? "";
		if (luck === "done") {
			await this.#world.sleep(this.latencyMs / 2, signal);
			if (!signal.aborted) return { kind: "sent", message: id };
		} else await this.#world.sleep(1e9, signal);
		return { kind: "unknown", reason: "no reply" };
	}

	#add(key: string, channel: string, heading: string): void {
		const at = this.#world.now();
		const known = this.messages.findLast((each) => each.key === key);
		if (known && at - known.at < this.#nonceMs) return;
		this.messages.push({ id: `m${++this.#ids}`, key, channel, at, heading });
	}
}
