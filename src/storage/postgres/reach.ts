import type { IsnadError } from "../../domain/errors.ts";
import type { Clock, Logger } from "../../domain/ports.ts";

/** Says once that a database is away, and once that it is there again, whatever was asked of it meanwhile. */
export class Reach {
	readonly #log: Logger;
	readonly #now: Clock;
	#awaySince: number | null = null;

	constructor(log: Logger, now: Clock) {
		this.#log = log;
		this.#now = now;
	}

	failed({ code, message }: IsnadError): void {
		if (code !== "store_unavailable" || this.#awaySince !== null) return;
		this.#awaySince = this.#now();
		this.#log("error", message, { code });
	}

	answered(): void {
		if (this.#awaySince === null) return;
		const seconds = Math.max(0, Math.round((this.#now() - this.#awaySince) / 1_000));
		this.#awaySince = null;
		this.#log("info", "The database is there again.", { seconds });
	}
}
