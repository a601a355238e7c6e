/** What the next requests meet. `slow`: they are done and answered late. */
export type FaultKind = "rate_limited" | "server_error" | "lost_reply" | "slow" | OtherAnswer;

/** Something else answers; `done`: after the request was done. `type`: of the body. */
export type OtherAnswer = {
	/** Under which it is counted. */
	name?: string;
	status: number;
	text: string;
	type?: string;
	headers?: Record<string, string>;
	done?: boolean;
	/** The body breaks off in its middle. */
	cut?: boolean;
};

type Planned = { kind: FaultKind; left: number; method: string | null };

/** Methods by which something is shown to people, which faults meet where none is named. */
const showing = new Set(["chat.postMessage", "chat.update", "chat.postEphemeral", "response_url"]);

export class Faults {
	readonly slowMs = 300;
	/** How many requests met which. */
	readonly met = new Map<string, number>();
	#planned: Planned[] = [];
	#chance: {
		share: number;
		kinds: readonly FaultKind[];
		random: () => number;
		methods: ReadonlySet<string>;
	} | null = null;

	/** The next so many requests, of one method or of those that show something. */
	plan(kind: FaultKind, left: number, method: string | null = null): void {
		this.#planned.push({ kind, left, method });
	}

	/** A share of all requests of some methods, 0 to 1, drawn by `random`. */
	chance(
		share: number,
		kinds: readonly FaultKind[],
		random: () => number,
		methods: ReadonlySet<string> = showing,
	): void {
		this.#chance = { share, kinds, random, methods };
	}

	clear(): void {
		this.#planned = [];
		this.#chance = null;
	}

	/** What this request meets. */
	take(method: string): FaultKind | null {
		const met = this.#next(method);
		if (met === null) return null;
		const name = typeof met === "string" ? met : (met.name ?? `${met.status}`);
		this.met.set(name, (this.met.get(name) ?? 0) + 1);
		return met;
	}

	#next(method: string): FaultKind | null {
		const planned = this.#planned.find((each) =>
			each.method === null ? showing.has(method) : each.method === method,
		);
		if (planned) {
			planned.left--;
			this.#planned = this.#planned.filter(({ left }) => left > 0);
			return planned.kind;
		}
		if (!this.#chance?.methods.has(method)) return null;
		const { share, kinds, random } = this.#chance;
		if (random() >= share) return null;
		return kinds[Math.floor(random() * kinds.length)] ?? null;
	}
}
