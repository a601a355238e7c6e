import type { Clock } from "../domain/ports.ts";
import type { FetchAddress } from "../fetching/fetched.ts";
import type { Hosts } from "./hosts.ts";
import { openRobots, parseRobots, type Robots } from "./robots.ts";

const keptMs = 24 * 3_600_000;
const mostSites = 1_000;
/** What robots.txt files call this program. */
const agent = "isnad";

/** The robots.txt of each site, asked for once a day. */
export class RobotsFiles {
	readonly #fetch: FetchAddress;
	readonly #hosts: Hosts;
	readonly #now: Clock;
	readonly #known = new Map<string, { until: number; robots: Promise<Robots> }>();

	constructor(fetch: FetchAddress, hosts: Hosts, now: Clock) {
		this.#fetch = fetch;
		this.#hosts = hosts;
		this.#now = now;
	}

	/** Whether the site lets its page be read by programs; its pause holds from then on. */
	async allows(address: string, signal: AbortSignal): Promise<boolean> {
		const { origin, pathname, search } = new URL(address);
		const { allows, delayMs } = await this.#of(origin, signal);
		if (delayMs !== null) this.#hosts.slow(address, delayMs);
		return allows(`${pathname}${search}`);
	}

	#of(origin: string, signal: AbortSignal): Promise<Robots> {
		const known = this.#known.get(origin);
		if (known && known.until > this.#now()) return known.robots;
		if (this.#known.size >= mostSites) this.#known.clear();
		const robots = this.#read(`${origin}/robots.txt`, signal);
		this.#known.set(origin, { until: this.#now() + keptMs, robots });
		// A look that was ended says nothing of the site.
		robots.catch(() => this.#known.delete(origin));
		return robots;
	}

	async #read(address: string, signal: AbortSignal): Promise<Robots> {
		const fetched = await this.#hosts.run(address, () => this.#fetch(address, { signal }));
		// A site without the file, or with one that cannot be read, asks for nothing.
		if (fetched.kind !== "body") return openRobots;
		return parseRobots(new TextDecoder().decode(fetched.bytes), agent);
	}
}
