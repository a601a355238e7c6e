import type { Writer } from "../../../src/digest/contents/writer.ts";
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

type Read = { after: number; upTo: number; seqs: readonly number[] };

/** Stands beside all processes and notes what contradicts what is promised. */
export class Observer {
	readonly violations: string[] = [];
	readonly #world: World;
	/** By what is being done: who does it, and since when. */
	readonly #doing = new Map<string, Map<string, number>>();
	readonly #answers = new Map<string, string>();
	readonly #reads: Read[] = [];
	/** The longest that two processes looked at one source at the same time, in milliseconds. */
	longestTogetherMs = 0;

	constructor(world: World) {
		this.#world = world;
	}

	/** No message is posted by two at once. */
	posting(process: string, poster: Poster): Poster {
		return {
			...poster,
			post: async (post, signal) => {
				const end = this.#begin(`post ${post.key}`, process);
				if (end.others > 0) this.violations.push(`${post.key} is posted by two at once`);
				try {
					return await poster.post(post, signal);
				} finally {
					end();
				}
			},
		};
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
			const end = this.#begin(`fetch ${address}`, process);
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
		for (const by of this.#doing.values()) by.delete(process);
	}

	/** One that stands still cannot end what it is doing: that time is not counted. */
	frozen(process: string, ms: number): void {
		const from = this.#world.now();
		for (const [what, by] of this.#doing) {
			const since = by.get(process);
			if (since !== undefined && what.startsWith("fetch"))
				by.set(process, Math.max(since, from + ms));
		}
	}

	#begin(what: string, process: string): (() => void) & { others: number } {
		const by = this.#doing.get(what) ?? new Map<string, number>();
		this.#doing.set(what, by);
		const begun = this.#world.now();
		const others = [...by.keys()].filter((each) => each !== process).length;
		by.set(process, begun);
		const end = () => {
			const own = by.get(process) ?? begun;
			if (!by.delete(process) || !what.startsWith("fetch")) return;
			for (const since of by.values()) {
				const togetherMs = this.#world.now() - Math.max(since, own);
				this.longestTogetherMs = Math.max(this.longestTogetherMs, togetherMs);
			}
		};
		return Object.assign(end, { others });
	}
}
