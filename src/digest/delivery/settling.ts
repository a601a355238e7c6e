import type { Delivery } from "../../domain/delivery-ledger.ts";
import type { Sleep } from "./pace.ts";

/** Deliveries that are remembered; those long past are forgotten, and wait in full. */
const mostRemembered = 5_000;

/**
 * Waits until no request for a delivery can be on its way any more. What this process posted itself
 * it need not wait for in full again: the time since then counts, by timers, which no clock that is
 * set can cut short. So after an outage what was perhaps posted is not behind what is due later.
 */
export class Settling {
	readonly #sleep: Sleep;
	readonly #settleMs: number;
	readonly #signal: AbortSignal;
	readonly #posted = new Map<string, { attempts: number; settled: Promise<void> }>();

	constructor(sleep: Sleep, settleMs: number, signal: AbortSignal) {
		this.#sleep = sleep;
		this.#settleMs = settleMs;
		this.#signal = signal;
	}

	/** A post of this process ended without an answer; `attempts`: with this one. */
	begin({ key }: Delivery, attempts: number): void {
		this.#posted.delete(key);
		this.#posted.set(key, { attempts, settled: this.#wait() });
		const oldest = this.#posted.keys().next().value;
		if (this.#posted.size > mostRemembered && oldest !== undefined) this.#posted.delete(oldest);
	}

	/** Resolves early where the process is asked to stop. */
	async settled({ key, attempts }: Delivery): Promise<void> {
		const posted = this.#posted.get(key);
		// Another process has tried it since: its request is not ours.
		await (posted?.attempts === attempts ? posted.settled : this.#wait());
	}

	/** The platform has told. */
	end({ key }: Delivery): void {
		this.#posted.delete(key);
	}

	#wait(): Promise<void> {
		return this.#sleep(this.#settleMs, this.#signal);
	}
}
