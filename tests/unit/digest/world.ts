import type { Sleep } from "../../../src/digest/delivery/pace.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Subscription } from "../../../src/domain/digest.ts";
import type { PlatformName } from "../../../src/domain/sets/platforms.ts";

/**
 * A clock that runs only when everybody waits for it, so that months pass in a second and the same
 * seed gives the same run.
 */
export class World {
	/** What the clock on the wall shows, which may be set. */
	wall: number;
	#elapsed = 0;
	#timers: { at: number; resolve(): void }[] = [];
	/** Resolves once everything that can go on without the clock has gone on. */
	settle: () => Promise<void> = () => new Promise((resolve) => setImmediate(resolve));

	constructor(wall: number) {
		this.wall = wall;
	}

	readonly now = (): number => this.wall;

	/** Timers go by what has passed, not by the wall. */
	readonly sleep: Sleep = (ms, signal) =>
		new Promise((resolve) => {
			if (signal?.aborted) return resolve();
			const timer = { at: this.#elapsed + Math.max(0, ms), resolve };
			this.#timers.push(timer);
			signal?.addEventListener("abort", () => {
				this.#timers = this.#timers.filter((each) => each !== timer);
				resolve();
			});
		});

	/** Lets so much time pass. */
	async pass(ms: number): Promise<void> {
		const end = this.#elapsed + ms;
		for (;;) {
			await this.settle();
			this.#timers.sort((a, b) => a.at - b.at);
			const next = this.#timers[0];
			if (!next || next.at > end) break;
			this.#timers.shift();
			this.#advance(next.at);
			next.resolve();
		}
		this.#advance(end);
	}

	#advance(to: number): void {
		this.wall += Math.max(0, to - this.#elapsed);
		this.#elapsed = Math.max(this.#elapsed, to);
	}
}

export const everyDay: Subscription["days"] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function subscribed(
	id: string,
	platform: PlatformName,
	change: Partial<Subscription> = {},
): Subscription {
	return {
		id: id.padEnd(12, "x"),
		place: { platform, space: "T1", channel: `${platform}-${id}`, thread: null },
		maker: "U1",
		request: { command: "claims", text: "drones" },
		language: "en",
		when: "daily",
		at: "07:30",
		zone: "UTC",
		days: everyDay,
		empty: "say",
		paused: null,
		createdAt: 0,
		from: "2024-05-06",
		since: 0,
		lastDay: null,
		nextDue: 0,
		...change,
	};
}

export const emptyAnswer: Answer = {
	command: "claims",
	language: "en",
	answered: true,
	heading: "What is new",
	items: [],
	notes: [],
	actions: [],
	total: 0,
	offset: 0,
};
