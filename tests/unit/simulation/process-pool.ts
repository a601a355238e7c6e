import type { Client } from "pg";
import type { PgClient, PgPool, PgResult } from "../../../src/storage/postgres/pool.ts";
import type { World } from "../digest/world.ts";
import type { InFlight } from "./in-flight.ts";
import type { Link } from "./link.ts";

type PoolParts = {
	world: World;
	link: Link;
	inFlight: InFlight;
	/** From 0 to below 1. */
	random(): number;
	/** A connection that is made at once. */
	open(): Promise<Line>;
	/** Ends a backend, or only what it is doing. */
	end(backend: number, what: "backend" | "statement"): Promise<void>;
};

export type Line = { client: Client; backend: number };

/** As `bounds` of the program's own pool: the server would keep these by its clock, not by the world's. */
const lockMs = 10_000;
const idleInTransactionMs = 15_000;

/**
 * The connections of one process. Each statement takes its time on the way, so that transactions of several
 * processes lie one across the other as the seed says; what is cut or stands still leaves locks as it would.
 */
export class ProcessPool implements PgPool {
	readonly #parts: PoolParts;
	readonly #free: Line[] = [];
	readonly #all = new Set<Line>();

	constructor(parts: PoolParts) {
		this.#parts = parts;
	}

	async connect(): Promise<PgClient> {
		const { link, inFlight, open } = this.#parts;
		await inFlight.besides(() => link.alive());
		if (link.isCut) throw new Error("connect ECONNREFUSED");
		const line = this.#free.pop() ?? (await open());
		this.#all.add(line);
		let idle: AbortController | undefined;
		return {
			query: async (sql, parameters = []) => {
				await this.#way();
				idle?.abort();
				const result = await this.#send(line, sql, parameters);
				if (/^begin/.test(sql) || (idle && !/^(commit|rollback)/.test(sql)))
					idle = this.#later(idleInTransactionMs, () => this.#cut(line));
				else idle = undefined;
				await this.#way();
				if (!this.#all.has(line)) throw new Error("Connection terminated unexpectedly");
				return result;
			},
			release: (isBroken) => {
				if (isBroken) this.#cut(line);
				else if (this.#all.has(line)) this.#free.push(line);
			},
		};
	}

	async end(): Promise<void> {
		this.cut();
	}

	/** Of all connections, one after the other. The server rolls back what was not committed. */
	cut(): void {
		this.#free.length = 0;
		const lines = [...this.#all];
		this.#all.clear();
		const { inFlight, end } = this.#parts;
		void inFlight.during(async () => {
			for (const { backend } of lines) await end(backend, "backend");
		});
	}

	#cut(line: Line): void {
		if (!this.#all.delete(line)) return;
		void this.#parts.inFlight.during(() => this.#parts.end(line.backend, "backend"));
	}

	async #send({ client, backend }: Line, sql: string, parameters: unknown[]): Promise<PgResult> {
		const { inFlight, end } = this.#parts;
		let given: AbortController | undefined;
		const send = () => client.query(sql, parameters);
		try {
			return await inFlight.statement(backend, send, () => {
				given ??= this.#later(lockMs, () => inFlight.during(() => end(backend, "statement")));
			});
		} finally {
			given?.abort();
		}
	}

	/** Most are quick, some lie around for longer than a lock is waited for or a transaction may rest. */
	async #way(): Promise<void> {
		const { world, link, inFlight, random } = this.#parts;
		const ms = random() < 0.01 ? random() * 1.2 * idleInTransactionMs : random() * 10;
		await inFlight.besides(async () => {
			await world.sleep(ms);
			await link.alive();
		});
	}

	/** Unless it is called off. */
	#later(ms: number, work: () => void): AbortController {
		const off = new AbortController();
		void this.#parts.world.sleep(ms, off.signal).then(() => {
			if (!off.signal.aborted) work();
		});
		return off;
	}
}
