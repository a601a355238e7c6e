import { createHmac } from "node:crypto";
import type { Links } from "./links.ts";
import type { Json } from "./world.ts";

export type Kind = "events_api" | "slash_commands" | "interactive";

/** One thing that Slack sent, and how the app took it. */
export type Delivery = {
	id: string;
	kind: Kind;
	payload: Json;
	/** `performance.now()` of the first try. */
	sentAt: number;
	/** Milliseconds to the first acknowledgement; null where there was none. */
	acknowledgedMs: number | null;
	/** What the acknowledgement held, such as errors of a form. */
	answer: Json | null;
	tries: number;
};

export type DeliveryParts = {
	links: Links;
	violation(what: string): void;
	/** Pauses before an event is delivered again; Slack's are 0, 1 minute and 5 minutes. */
	retriesMs: readonly number[];
	/** HTTP mode: where the app listens. */
	http: { url: string; secret: string; now(): number } | null;
};

const patienceMs = 3_000;

/** Sends over Socket Mode or signed HTTP, and counts what comes late. */
export class Deliveries {
	readonly #parts: DeliveryParts;
	readonly all: Delivery[] = [];
	#ids = 0;

	constructor(parts: DeliveryParts) {
		this.#parts = parts;
	}

	useHttp(http: DeliveryParts["http"]): void {
		this.#parts.http = http;
	}

	/** Resolves once the app has acknowledged it, or nothing more is tried. */
	async send(kind: Kind, payload: Json): Promise<Delivery> {
		const delivery: Delivery = {
			id: `delivery${++this.#ids}`,
			kind,
			payload,
			sentAt: performance.now(),
			acknowledgedMs: null,
			answer: null,
			tries: 0,
		};
		this.all.push(delivery);
		const pauses = kind === "events_api" ? this.#parts.retriesMs : [];
		for (const pause of [-1, ...pauses]) {
			if (pause >= 0) await new Promise((resolve) => setTimeout(resolve, pause));
			if (await this.#try(delivery)) return delivery;
		}
		this.#parts.violation(`never acknowledged: ${kind}`);
		return delivery;
	}

	/** The same thing once more, whatever became of it before. */
	async again(id: string): Promise<void> {
		const delivery = this.all.find((each) => each.id === id);
		if (delivery) await this.#try(delivery);
	}

	forget(delivery: Delivery): void {
		const at = this.all.indexOf(delivery);
		if (at >= 0) this.all.splice(at, 1);
	}

	async #try(delivery: Delivery): Promise<boolean> {
		delivery.tries++;
		const began = performance.now();
		const answer = await within(this.#parts.http ? this.#post(delivery) : this.#emit(delivery));
		const took = performance.now() - began;
		if (answer === null) return false;
		if (took > patienceMs) {
			this.#parts.violation(`late: ${delivery.kind} acknowledged after ${Math.round(took)} ms`);
			return false;
		}
		if (delivery.acknowledgedMs === null) {
			delivery.acknowledgedMs = performance.now() - delivery.sentAt;
			delivery.answer = answer;
		}
		return true;
	}

	#emit({ id, kind, payload, tries }: Delivery): Promise<Json | null> {
		return this.#parts.links.send({
			envelope_id: `${id}-${tries}`,
			type: kind,
			payload,
			accepts_response_payload: kind !== "events_api",
			...(tries > 1 ? { retry_attempt: tries - 1, retry_reason: "timeout" } : {}),
		});
	}

	async #post({ kind, payload, tries }: Delivery): Promise<Json | null> {
		const { http } = this.#parts;
		if (!http) return null;
		const isEvent = kind === "events_api";
		const body = isEvent
			? JSON.stringify(payload)
			: kind === "slash_commands"
				? new URLSearchParams(payload as Record<string, string>).toString()
				: new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
		const headers = {
			...signed(body, http.secret, http.now()),
			"content-type": isEvent ? "application/json" : "application/x-www-form-urlencoded",
			...(tries > 1
				? { "x-slack-retry-num": String(tries - 1), "x-slack-retry-reason": "http_timeout" }
				: {}),
		};
		try {
			const response = await fetch(http.url, { method: "POST", headers, body });
			const text = await response.text();
			if (response.status !== 200) return null;
			return text ? (JSON.parse(text) as Json) : {};
		} catch {
			return null;
		}
	}
}

/** The headers by which Slack proves that a request is its own. */
export function signed(body: string, secret: string, now: number): Record<string, string> {
	const stamp = String(Math.floor(now / 1_000));
	const hash = createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex");
	return { "x-slack-request-timestamp": stamp, "x-slack-signature": `v0=${hash}` };
}

/** Null where it takes longer than Slack waits, with a little room to see how late it came. */
function within<T>(answer: Promise<T | null>): Promise<T | null> {
	const { promise, resolve } = Promise.withResolvers<null>();
	const timer = setTimeout(() => resolve(null), patienceMs + 500);
	return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
