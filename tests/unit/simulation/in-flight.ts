/** Real milliseconds: what takes longer may be waiting for a lock, ... */
const patienceMs = 15;
/** ... and does where it waits so much later as well: one that closes a circle is refused in between. */
const circleMs = 4;

type Sent = { isBlocked: boolean; blocked(): void };

/**
 * What goes on at a server while the world's clock stands still. The clock may go on once all of it waits:
 * for the clock itself, or for a lock that somebody holds who waits for the clock.
 */
export class InFlight {
	/** Backends that wait for a lock. */
	readonly #waiting: () => Promise<ReadonlySet<number>>;
	/** By backend: its statement that has no answer yet. */
	readonly #sent = new Map<number, Sent>();
	#running = 0;
	/** Whether something was answered since locks were looked at: others may have got theirs. */
	#isStale = false;

	constructor(waiting: () => Promise<ReadonlySet<number>>) {
		this.#waiting = waiting;
	}

	/** Work that goes on by itself. */
	async during<T>(work: () => Promise<T>): Promise<T> {
		this.#running++;
		try {
			return await work();
		} finally {
			this.#running--;
		}
	}

	/** A part of such work that waits for the clock. */
	async besides<T>(wait: () => Promise<T>): Promise<T> {
		this.#running--;
		try {
			return await wait();
		} finally {
			this.#running++;
		}
	}

	/** A part of such work that a backend does; `blocked` is called where it begins to wait for a lock. */
	async statement<T>(backend: number, send: () => Promise<T>, blocked: () => void): Promise<T> {
		const sent = { isBlocked: false, blocked };
		this.#sent.set(backend, sent);
		try {
			return await send();
		} finally {
			this.#sent.delete(backend);
			if (sent.isBlocked) this.#running++;
			this.#isStale = true;
		}
	}

	/** Resolves once all of it waits. */
	async settle(): Promise<void> {
		let since = performance.now();
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			const isAnyBlocked = [...this.#sent.values()].some(({ isBlocked }) => isBlocked);
			if (this.#running === 0 && !(this.#isStale && isAnyBlocked)) return;
			if (this.#running > 0 && performance.now() - since < patienceMs) continue;
			await this.#lookAtLocks();
			since = performance.now();
		}
	}

	async #lookAtLocks(): Promise<void> {
		this.#isStale = false;
		const before = await this.#waiting();
		await new Promise((resolve) => setTimeout(resolve, circleMs));
		const after = await this.#waiting();
		for (const [backend, sent] of this.#sent) {
			const isBlocked = before.has(backend) && after.has(backend);
			if (isBlocked === sent.isBlocked) continue;
			sent.isBlocked = isBlocked;
			this.#running += isBlocked ? -1 : 1;

			if (isBlocked) sent.blocked();
		}
	}
}
