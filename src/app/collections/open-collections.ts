import { asIsnadError, IsnadError } from "../../domain/errors.ts";
import type { Clock, Logger } from "../../domain/ports.ts";

type Closing = { close(): Promise<void> };

export type OpenParts<T extends Closing> = {
	open(id: string): Promise<T>;
	/** That are open at a time: what is open is in memory. */
	most: number;
	log: Logger;
	now: Clock;
};

/** What could not be opened is not tried again before: its folder is read to find out. */
const restsMs = 30_000;

type Entry<T> = { opened: T; users: number };

/**
 * Collections that are open, each from the first question on until another one needs its room. They are
 * opened one after the other; what is open already answers meanwhile, and what is in use stays.
 */
export class OpenCollections<T extends Closing> {
	readonly #parts: OpenParts<T>;
	/** In the order of their last use. */
	readonly #open = new Map<string, Entry<T>>();
	readonly #opening = new Map<string, Promise<void>>();
	readonly #broken = new Map<string, { error: IsnadError; at: number }>();
	#last: Promise<unknown> = Promise.resolve();
	/** Whoever waits for room. */
	#freed = Promise.withResolvers<void>();
	#waiting = 0;
	#isClosed = false;

	constructor(parts: OpenParts<T>) {
		this.#parts = parts;
	}

	/** Runs work on one that stays open meanwhile. Rejects with why it cannot be opened. */
	async use<R>(id: string, work: (opened: T) => Promise<R>): Promise<R> {
		const entry = await this.#take(id);
		try {
			return await work(entry.opened);
		} finally {
			entry.users--;
			this.#freed.resolve();
			this.#freed = Promise.withResolvers<void>();
		}
	}

	isOpen(id: string): boolean {
		return this.#open.has(id);
	}

	/** Whether another one waits for room: what is held open without anybody asking is to be let go. */
	get isWanted(): boolean {
		return this.#waiting > 0;
	}

	/** Ends what is opened and whatever is still being opened. */
	async close(): Promise<void> {
		this.#isClosed = true;
		this.#freed.resolve();
		await this.#last;
		const all = [...this.#open.values()];
		this.#open.clear();
		for (const { opened } of all) await opened.close();
	}

	async #take(id: string): Promise<Entry<T>> {
		for (;;) {
			const entry = this.#open.get(id);
			if (entry) {
				// Behind all others: the first of them is the one that was used longest ago.
				this.#open.delete(id);
				this.#open.set(id, entry);
				entry.users++;
				return entry;
			}
			await this.#opened(id);
		}
	}

	#opened(id: string): Promise<void> {
		const known = this.#opening.get(id);
		if (known) return known;
		const opening = this.#last.then(() => this.#openNow(id));
		this.#opening.set(id, opening);
		this.#last = opening.catch(() => undefined).finally(() => this.#opening.delete(id));
		return opening;
	}

	async #openNow(id: string): Promise<void> {
		const { now, log, open } = this.#parts;
		if (this.#isClosed) throw new IsnadError("stopped", "The program is being stopped.");
		const broken = this.#broken.get(id);
		if (broken && Math.abs(now() - broken.at) < restsMs) throw broken.error;
		await this.#makeRoom();
		try {
			this.#open.set(id, { opened: await open(id), users: 0 });
			this.#broken.delete(id);
		} catch (failure) {
			const error = asIsnadError(failure);
			this.#broken.set(id, { error, at: now() });
			const { code, message } = error;
			log("error", `A collection cannot be opened: ${message}`, { collection: id, code });
			throw error;
		}
	}

	async #makeRoom(): Promise<void> {
		while (this.#open.size >= this.#parts.most) {
			if (this.#isClosed) return;
			const idle = [...this.#open].find(([, { users }]) => users === 0);
			if (!idle) {
				this.#waiting++;
				await this.#freed.promise.finally(() => this.#waiting--);
				continue;
			}
			const [id, { opened }] = idle;
			this.#open.delete(id);
			await opened.close();
			this.#parts.log("debug", "A collection was closed to make room.", { collection: id });
		}
	}
}
