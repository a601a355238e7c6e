import type { Client } from "pg";
import { holdProcess } from "./locks.ts";

/** The name under which an append is told. */
export const channel = "isnad_changes";

const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** What is told within so long is told once. */
const togetherMs = 200;

/** A connection that does not end when it is told to is left to the end of the process. */
const mostEndingMs = 2_000;

type ListenerParts = {
	client(): Client;
	/** Whether the database was reached, or why not: the listener is the first to notice. */
	attempt(): { reached(): void; failed(error: unknown): void };
	/** A connection that was there has ended. */
	failed(error: unknown): void;
	/** From 0 to below 1. */
	random(): number;
};

/**
 * One connection that hears of appends, and by which others see that this process is at work. It is
 * made anew where it ends; who watches is told then as well, since something may have been missed.
 */
export class Listener {
	readonly #parts: ListenerParts;
	readonly #watching = new Set<() => void>();
	readonly #processes = new Set<string>();
	/** That is there, and what says that it is no more. */
	#line: { client: Client; over(error: unknown): void } | null = null;
	#connecting: Promise<void> | null = null;
	#timer: NodeJS.Timeout | undefined;
	#telling: NodeJS.Timeout | undefined;
	#failures = 0;
	#isClosed = false;

	constructor(parts: ListenerParts) {
		this.#parts = parts;
	}

	watch(heard: () => void): () => void {
		this.#watching.add(heard);
		void this.#connect();
		return () => void this.#watching.delete(heard);
	}

	/** Rejects nothing: where the database is away the process is known as soon as it is back. */
	async attend(process: string): Promise<void> {
		this.#processes.add(process);
		const line = this.#line;
		if (line) await hold(line.client, process).catch(line.over);
		else await this.#connect();
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		clearTimeout(this.#timer);
		clearTimeout(this.#telling);
		await this.#connecting;
		const client = this.#line?.client;
		if (!client) return;
		let timer: NodeJS.Timeout | undefined;
		// The timer also keeps the process alive meanwhile, which the connection does not.
		const late = new Promise<void>((resolve) => {
			timer = setTimeout(resolve, mostEndingMs);
		});
		await Promise.race([client.end().catch(() => undefined), late]);
		clearTimeout(timer);
	}

	#connect(): Promise<void> {
		if (this.#line || this.#isClosed) return Promise.resolve();
		this.#connecting ??= this.#open().finally(() => {
			this.#connecting = null;
		});
		return this.#connecting;
	}

	async #open(): Promise<void> {
		const client = this.#parts.client();
		const attempt = this.#parts.attempt();
		let isOver = false;
		// An error and the end both come, in either order: the first of them counts.
		const over = (error: unknown) => {
			if (isOver) return;
			isOver = true;
			void client.end().catch(() => undefined);
			const isLine = this.#line?.client === client;
			this.#lost(() => (isLine ? this.#parts : attempt).failed(error));
		};
		client.on("error", over);
		client.on("end", () => over(new Error("the connection ended")));
		client.on("notification", () => this.#tell());
		try {
			await client.connect();
			await client.query(`listen ${channel}`);
			for (const process of this.#processes) await hold(client, process);
			if (isOver) return;
			// To listen keeps no process alive. The driver can do so and its types do not say it.
			if ("unref" in client && typeof client.unref === "function") client.unref();
			this.#line = { client, over };
			attempt.reached();
			if (this.#failures > 0) this.#tell();
			this.#failures = 0;
		} catch (error) {
			over(error);
		}
	}

	#lost(tell: () => void): void {
		if (this.#isClosed) return;
		this.#line = null;
		tell();
		if (this.#timer) return;
		const doubled = Math.min(firstWaitMs * 2 ** Math.min(this.#failures++, 10), longestWaitMs);
		this.#timer = setTimeout(
			() => {
				this.#timer = undefined;
				void this.#connect();
			},
			doubled * (0.5 + this.#parts.random() / 2),
		);
		this.#timer.unref();
	}

	#tell(): void {
		if (this.#telling || this.#isClosed) return;
		this.#telling = setTimeout(() => {
			this.#telling = undefined;
			for (const heard of this.#watching) heard();
		}, togetherMs);
		this.#telling.unref();
	}
}

async function hold(client: Client, process: string): Promise<void> {
	await client.query(holdProcess, [process]);
}
