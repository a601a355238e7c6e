/** What the next requests meet. `lost_reply`: done, and the answer never arrives. */
export type FaultKind =
	| { kind: "rate_limited"; retryAfterMs: number; global?: boolean }
	| { kind: "server_error" }
	| { kind: "lost_reply" }
	| { kind: "dropped" }
	| { kind: "slow"; ms: number }
	/** Something else answers; `done`: after the request was done. `type`: of the body. */
	| {
			kind: "answer";
			status: number;
			text: string;
			type?: string;
			headers?: Record<string, string>;
			done?: boolean;
			/** The body breaks off in its middle. */
			cut?: boolean;
	  };

export type FaultOrder = FaultKind & {
	/** Under which it is counted; its kind where absent. */
	name?: string;
	/** How many requests; all from now on where absent. */
	times?: number;
	/** From 0 to 1: how likely each is to meet it; 1 where absent. */
	probability?: number;
	method?: string;
	/** Part of the path, such as `/messages`. */
	path?: string;
};

/** Faults on demand, in the order in which they were asked for. */
export class Faults {
	/** How many requests met which. */
	readonly met = new Map<string, number>();
	#orders: FaultOrder[] = [];
	readonly #random: () => number;

	constructor(random: () => number) {
		this.#random = random;
	}

	add(order: FaultOrder): void {
		this.#orders.push({ ...order });
	}

	clear(): void {
		this.#orders = [];
	}

	/** What this request meets. */
	next(method: string, path: string): FaultKind | null {
		for (const order of this.#orders) {
			if (order.method !== undefined && order.method !== method) continue;
			if (order.path !== undefined && !path.includes(order.path)) continue;
			if (this.#random() >= (order.probability ?? 1)) continue;
			if (order.times !== undefined) order.times--;
			this.#orders = this.#orders.filter(({ times }) => times === undefined || times > 0);
			const name = order.name ?? order.kind;
			this.met.set(name, (this.met.get(name) ?? 0) + 1);
			return order;
		}
		return null;
	}
}
