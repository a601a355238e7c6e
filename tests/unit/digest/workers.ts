import type { DigestParts } from "../../../src/digest/delivery/delivery-parts.ts";
import { rates, timing } from "../../../src/digest/delivery/rates.ts";
import { startDigests } from "../../../src/digest/delivery/scheduler.ts";
import type { ChangeJournal } from "../../../src/domain/state/change-journal.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { say } from "../answers/doubles.ts";
import { emptyAnswer, type World } from "./world.ts";

/** Seldom looks, so that the hours between pass quickly. */
export const slowly = { ...timing, lookMs: 60_000, watchMs: 2_000 };

/** A process over the shared state, which can be killed or frozen between any two of its steps. */
export class Worker {
	readonly #digests: { stop(): Promise<void> };
	#killed = false;
	#thawed: Promise<void> = Promise.resolve();
	readonly logged: string[] = [];

	constructor(
		world: World,
		store: Store,
		posters: DigestParts["posters"],
		more: Partial<DigestParts> = {},
	) {
		const name = ++workers;
		let ids = 0;
		this.#digests = startDigests({
			store: {
				subscriptions: this.#mortal(store.subscriptions),
				deliveries: this.#mortal(store.deliveries),
				changes: this.#journal(store.changes),
			},
			posters: Object.fromEntries(
				Object.entries(posters).map(([platform, poster]) => [platform, this.#mortal(poster)]),
			),
			write: async () => ({
				answer: emptyAnswer,
				news: true,
				upTo: await store.changes.last(),
			}),
			say,
			now: world.now,
			sleep: async (ms, signal) => {
				await world.sleep(ms, signal);
				await this.#alive();
			},
			log: (level, msg, fields) => {
				this.logged.push(`${level} ${msg} ${JSON.stringify(fields ?? {})}`);
			},
			newId: () => `w${name}-${++ids}`.padEnd(12, "_"),
			random: () => 0.5,
			timing: slowly,
			rates,
			...more,
		});
	}

	/** A hint is no step of the worker's: it comes at once or not at all. */
	#journal(changes: ChangeJournal): ChangeJournal {
		const { append, after, last, startOf, known } = this.#mortal(changes);
		return {
			append,
			after,
			last,
			startOf,
			known,
			...(changes.watch ? { watch: changes.watch } : {}),
		};
	}

	stop(): Promise<void> {
		return this.#digests.stop();
	}

	/** Nothing that it waits for ever comes. */
	kill(): void {
		this.#killed = true;
	}

	/** Everything that it waits for comes after `ms`. */
	freeze(world: World, ms: number): void {
		this.#thawed = world.sleep(ms);
	}

	async #alive(): Promise<void> {
		if (this.#killed) await new Promise(() => {});
		await this.#thawed;
		if (this.#killed) await new Promise(() => {});
	}

	#mortal<T extends object>(port: T): T {
		return new Proxy(port, {
			get: (target, name) => {
				const method = Reflect.get(target, name);
				if (typeof method !== "function") return method;
				return async (...args: unknown[]) => {
					await this.#alive();
					const result = await method.apply(target, args);
					await this.#alive();
					return result;
				};
			},
		});
	}
}

let workers = 0;
