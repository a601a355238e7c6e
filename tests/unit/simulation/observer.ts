import type { Writer } from "../../../src/digest/contents/writer.ts";
import { timing } from "../../../src/digest/delivery/rates.ts";
import type { Poster } from "../../../src/domain/digest.ts";
import type { ChangeJournal } from "../../../src/domain/state/change-journal.ts";
import type { FetchAddress } from "../../../src/fetching/fetched.ts";
import type { World } from "../digest/world.ts";

/** What a message of the simulation says of itself. */
export type Told = {
	subscription: string;
	/** Changes after the first number, up to the second. */
	since: number;
	upTo: number;
	/** What is told, as text. */
	said: string;
};

type Request = { process: string; begun: number; isAnswered: boolean };

type Read = { after: number; upTo: number; seqs: readonly number[] };

/** Stands beside all processes and notes what contradicts what is promised. */
export class Observer {
	readonly violations: string[] = [];
	readonly #world: World;
	/** By the source that is being looked at: who does it, and since when. */
	readonly #looking = new Map<string, Map<string, number>>();
	/** By the key of a delivery. */
	readonly #requests = new Map<string, Request[]>();
	/** When a process stood still. */
	readonly #still: { process: string; from: number; until: number }[] = [];
	readonly #answers = new Map<string, string>();
	readonly #reads: Read[] = [];
	/** The longest that two processes looked at one source at the same time, in milliseconds. */
	longestTogetherMs = 0;

	constructor(world: World) {
		this.#world = world;
	}

	/**
	 * Nobody posts what another process's request may still bring: for as long as a request takes at
	 * most, also where whoever made it was killed or stands still. Who is at work waits no longer than that.
	 */
	posting(process: string, poster: Poster): Poster {
		return {
			...poster,
			post: async (post, signal) => {
				const request = { process, begun: this.#world.now(), isAnswered: false };
				const made = this.#requests.get(post.key) ?? [];
				this.#requests.set(post.key, [...made, request]);
				const mayArrive = (one: Request) =>
					one.process !== process &&
					!one.isAnswered &&
					request.begun - one.begun < timing.requestMs;
				if (made.some(mayArrive)) this.violations.push(`${post.key} is posted by two at once`);
				const outcome = await poster.post(post, signal);
				request.isAnswered = outcome.kind !== "unknown";
				// To the millisecond: what has passed is a sum of fractions.
				if (Math.floor(this.#atWorkSince(request)) > timing.requestMs)
					this.violations.push(`${process} waits for its post of ${post.key} for too long`);
				return outcome;
			},
		};
	}

	/** Milliseconds in which the process did not stand still. */
	#atWorkSince({ process, begun }: Request): number {
		const still = this.#still.filter((each) => each.process === process);
		let [at, worked] = [begun, 0];
		for (const { from, until } of still.toSorted((a, b) => a.from - b.from)) {
			worked += Math.max(0, from - at);
			at = Math.max(at, until);
		}
		return worked + Math.max(0, this.#world.now() - at);
	}

	/** From the same number to the same number everybody writes the same. */
	writing(writer: Writer): Writer {
		return async (subscription, day) => {
			const written = await writer(subscription, day);
			const { id, since } = subscription;
			const { upTo, isWhole } = written;
			const said = written.answer.heading;
			if (isWhole !== false) {
				const known = this.#answers.get(`${since} ${upTo}`);
				if (known !== undefined && known !== said)
					this.violations.push(`from ${since} to ${upTo} is told ${known} and ${said}`);
				this.#answers.set(`${since} ${upTo}`, said);
			}
			const told: Told = { subscription: id, since, upTo, said };
			return {
				...written,
				answer: { ...written.answer, heading: JSON.stringify(told), items: [] },
			};
		};
	}

	/** How long two look at one source together. */
	fetching(process: string, fetch: FetchAddress): FetchAddress {
		return async (address, options) => {
			const end = this.#look(address, process);
			try {
				return await fetch(address, options);
			} finally {
				end();
			}
		};
	}

	/** What a reader was told of the journal is what stands there in the end. */
	reading(journal: ChangeJournal): ChangeJournal {
		return {
			...journal,
			after: async (after, limit) => {
				const found = await journal.after(after, limit);
				const seqs = found.map(({ seq }) => seq);
				this.#reads.push({ after, upTo: seqs.at(-1) ?? after, seqs });
				return found;
			},
		};
	}

	/** A number that became visible behind one that was read is passed over for good. */
	checkReads(all: readonly number[]): void {
		for (const { after, upTo, seqs } of this.#reads) {
			const there = all.filter((seq) => seq > after && seq <= upTo);
			if (there.join() === seqs.join()) continue;
			const missing = there.filter((seq) => !seqs.includes(seq));
			this.violations.push(`the journal after ${after} was read without ${missing.join()}`);
		}
	}

	/** A process that ended does nothing any more. */
	gone(process: string): void {
		for (const by of this.#looking.values()) by.delete(process);
	}

	/** One that stands still cannot end what it is doing: that time is not counted. */
	frozen(process: string, ms: number): void {
		const from = this.#world.now();
		this.#still.push({ process, from, until: from + ms });
		for (const by of this.#looking.values()) {
			const since = by.get(process);
			if (since !== undefined) by.set(process, Math.max(since, from + ms));
		}
	}

	#look(address: string, process: string): () => void {
		const by = this.#looking.get(address) ?? new Map<string, number>();
		this.#looking.set(address, by);
		const begun = this.#world.now();
		by.set(process, begun);
		return () => {
			const own = by.get(process) ?? begun;
			if (!by.delete(process)) return;
			for (const since of by.values()) {
				const togetherMs = this.#world.now() - Math.max(since, own);
				this.longestTogetherMs = Math.max(this.longestTogetherMs, togetherMs);
			}
		};
	}
}
