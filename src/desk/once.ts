import { asIsnadError, isToldOnce } from "../domain/errors.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { PlatformName } from "../domain/sets/platforms.ts";
import type { InboxStore } from "../domain/state/conversation.ts";

/** Deliveries of this process that are remembered without asking the store. */
const mostRemembered = 20_000;

/** Each delivery is worked on once, however often and wherever it arrives again. */
export class Once {
	readonly #inbox: InboxStore;
	readonly #process: string;
	readonly #now: Clock;
	readonly #log: Logger;
	readonly #seen = new Set<string>();

	/** `process`: an id that no other start of the program has. */
	constructor(inbox: InboxStore, process: string, now: Clock, log: Logger) {
		this.#inbox = inbox;
		this.#process = process;
		this.#now = now;
		this.#log = log;
	}

	async run(
		platform: PlatformName,
		delivery: string,
		work: (giveBack: () => void) => Promise<void>,
	): Promise<boolean> {
		const id = `${platform}:${delivery}`;
		// Noted before anything is awaited: the repeat may arrive while the store is being asked.
		if (this.#seen.has(id)) return false;
		this.#remember(id);
		if (!(await this.#begin(id))) return false;
		let isGivenBack = false;
		try {
			await work(() => {
				isGivenBack = true;
			});
		} finally {
			if (isGivenBack) await this.#release(id);
		}
		if (!isGivenBack) await this.#inbox.finish(id).catch((error) => this.#warn(error));
		return true;
	}

	async #release(id: string): Promise<void> {
		await this.#inbox.release(id, this.#process).catch((error) => this.#warn(error));
		this.#seen.delete(id);
	}

	#remember(id: string): void {
		this.#seen.add(id);
		if (this.#seen.size <= mostRemembered) return;
		const [oldest] = this.#seen;
		if (oldest !== undefined) this.#seen.delete(oldest);
	}

	/** Where the store fails, a person's question is worth more than the risk of a second answer. */
	async #begin(id: string): Promise<boolean> {
		try {
			return await this.#inbox.begin(id, this.#process, this.#now());
		} catch (error) {
			this.#warn(error);
			return true;
		}
	}

	#warn(error: unknown): void {
		if (isToldOnce(error)) return;
		this.#log("warn", "A delivery could not be noted.", { code: asIsnadError(error).code });
	}
}
