import type { Clock } from "../domain/ports.ts";

/** What one host and all of them together are asked at once. */
export const manners = {
	/** Requests in hand at one host; browsers open six. */
	perHost: 4,
	/** Between the beginnings of two requests to one host, in milliseconds. */
	gapMs: 40,
	/** Requests in hand altogether. */
	all: 8,
	/** A request that would have to wait longer is not made. */
	longestTurnMs: 30_000,
} as const;

type Host = { busy: number; nextAt: number; gapMs: number; waiting: (() => void)[] };

/** Keeps to the manners, whoever asks for what: every request of a poller goes through here. */
export class Hosts {
	readonly #hosts = new Map<string, Host>();
	readonly #now: Clock;
	readonly #sleep: (ms: number) => Promise<void>;
	#busy = 0;
	readonly #queue: (() => void)[] = [];

	constructor(now: Clock, sleep: (ms: number) => Promise<void>) {
		this.#now = now;
		this.#sleep = sleep;
	}

	/** Runs it once the host may be asked again. */
	async run<T>(address: string, work: () => Promise<T>): Promise<T> {
		const host = this.#host(address);
		while (host.busy >= manners.perHost)
			await new Promise<void>((resolve) => host.waiting.push(resolve));
		host.busy++;
		while (this.#busy >= manners.all)
			await new Promise<void>((resolve) => this.#queue.push(resolve));
		this.#busy++;
		try {
			const wait = host.nextAt - this.#now();
			host.nextAt = Math.max(host.nextAt, this.#now()) + host.gapMs;
			if (wait > 0) await this.#sleep(wait);
			return await work();
		} finally {
			host.busy--;
			this.#busy--;
			host.waiting.shift()?.();
			this.#queue.shift()?.();
			this.#forget(address, host);
		}
	}

	/** How long the host wants to be left alone still, in milliseconds; 0 where a request may just wait its turn. */
	restOf(address: string): number {
		const rest = (this.#hosts.get(hostOf(address))?.nextAt ?? 0) - this.#now();
		return rest > manners.longestTurnMs ? rest : 0;
	}

	/** The host asks to be left alone. */
	rest(address: string, ms: number): void {
		const host = this.#host(address);
		host.nextAt = Math.max(host.nextAt, this.#now() + ms);
	}

	/** A longer pause between two requests, as its robots.txt asks. */
	slow(address: string, gapMs: number): void {
		this.#host(address).gapMs = Math.max(manners.gapMs, gapMs);
	}

	#forget(address: string, { busy, waiting, gapMs, nextAt }: Host): void {
		const idle = busy === 0 && waiting.length === 0 && nextAt <= this.#now();
		if (idle && gapMs === manners.gapMs) this.#hosts.delete(hostOf(address));
	}

	#host(address: string): Host {
		const name = hostOf(address);
		let host = this.#hosts.get(name);
		if (!host) {
			host = { busy: 0, nextAt: 0, gapMs: manners.gapMs, waiting: [] };
			this.#hosts.set(name, host);
		}
		return host;
	}
}

function hostOf(address: string): string {
	return URL.canParse(address) ? new URL(address).host : address;
}
