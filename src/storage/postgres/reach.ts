import type { IsnadError } from "../../domain/errors.ts";
import type { Clock, Logger } from "../../domain/ports.ts";

/** One thing that is asked of a database, and what came of it. */
export type Attempt = { answered(): void; failed(error: IsnadError): void };

/**
 * Says once that a database is away, and once that it is there again, whatever was asked of it meanwhile.
 * What was asked before the last change of the two tells nothing of now: an answer that was under way
 * when the server went, or a refusal that was under way when it came back, would be a change of its own.
 */
export class Reach {
	readonly #log: Logger;
	readonly #now: Clock;
	#awaySince: number | null = null;
	#changes = 0;

	constructor(log: Logger, now: Clock) {
		this.#log = log;
		this.#now = now;
	}

	/** Before something is asked. */
	attempt(): Attempt {
		const begun = this.#changes;
		const isOfNow = () => begun === this.#changes;
		return {
			answered: () => isOfNow() && this.#answered(),
			failed: (error) => isOfNow() && this.failed(error),
		};
	}

	/** Of a connection that ends by itself. */
	failed({ code, message }: IsnadError): void {
		if (code !== "store_unavailable" || this.#awaySince !== null) return;
		this.#awaySince = this.#now();
		this.#changes++;
		this.#log("error", message, { code });
	}

	#answered(): void {
		if (this.#awaySince === null) return;
		const seconds = Math.max(0, Math.round((this.#now() - this.#awaySince) / 1_000));
		this.#awaySince = null;
		this.#changes++;
		this.#log("info", "The database is there again.", { seconds });
	}
}
