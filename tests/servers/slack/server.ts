import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { Deliveries, type Delivery } from "./deliveries.ts";
import { type FaultKind, Faults, type OtherAnswer } from "./faults.ts";
import { Installs } from "./installs.ts";
import { Links } from "./links.ts";
import { methods, type Result, scopeOf } from "./methods.ts";
import { ResponseUrls } from "./response-urls.ts";
import type { UnknownBlocks } from "./unknown-blocks.ts";
import { ids, type Json, World } from "./world.ts";

export type SlackServerOptions = {
	/** 0 for one that is free. */
	port?: number;
	/** Between two messages in a channel; Slack's is a second. */
	channelGapMs?: number;
	retriesMs?: readonly number[];
	now?: () => number;
};

export const tokens = {
	bot: "xoxb-test-000000000000-test",
	app: "xapp-1-A0ISNAD001-test",
	secret: "0123456789abcdef0123456789abcdef",
} as const;

/** A Slack of our own: Web API, Socket Mode and signed requests, with Slack's limits. */
export class SlackServer {
	readonly world: World;
	readonly faults = new Faults();
	readonly installs = new Installs();
	readonly links: Links;
	readonly deliveries: Deliveries;
	readonly responseUrls: ResponseUrls;
	/** Rules that the bot broke. */
	readonly violations: string[] = [];
	/** Scopes of the bot token; calls that need another are refused. */
	scopes: string[] = [];
	/** Tokens that are refused, with the code. */
	readonly refusedTokens = new Map<string, string>();
	get unknownBlocks(): UnknownBlocks {
		return this.responseUrls.unknownBlocks;
	}

	/** How often each method was called. */
	readonly calls = new Map<string, number>();
	readonly #server: Server;
	readonly #options: Required<Pick<SlackServerOptions, "channelGapMs" | "retriesMs">> &
		SlackServerOptions;
	readonly #lastPost = new Map<string, number>();
	readonly #triggers = new Map<string, number>();
	readonly #opened: { view: Json; id: string; trigger: string }[] = [];
	#port = 0;

	private constructor(options: SlackServerOptions) {
		this.#options = { channelGapMs: 1_000, retriesMs: [0, 60_000, 300_000], ...options };
		this.world = new World(options.now ?? Date.now);
		const violation = (what: string) => void this.violations.push(what);
		this.links = new Links(violation);
		this.responseUrls = new ResponseUrls(this.world, violation);
		this.deliveries = new Deliveries({
			links: this.links,
			violation,
			retriesMs: this.#options.retriesMs,
			http: null,
		});
		this.#server = createServer((request, response) => void this.#answer(request, response));
		this.#server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) =>
			this.links.upgrade(request, socket, head),
		);
	}

	static async start(options: SlackServerOptions = {}): Promise<SlackServer> {
		const server = new SlackServer(options);
		await new Promise<void>((resolve) =>
			server.#server.listen(options.port ?? 0, "127.0.0.1", resolve),
		);
		server.#port = (server.#server.address() as AddressInfo).port;
		return server;
	}

	get port(): number {
		return this.#port;
	}

	get apiUrl(): string {
		return `http://127.0.0.1:${this.#port}/api/`;
	}

	async close(): Promise<void> {
		this.links.close();
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	/** A trigger of now, which opens a form within three seconds. */
	trigger(): string {
		const id = this.world.id("trigger");
		this.#triggers.set(id, performance.now());
		return id;
	}

	/** Makes a trigger as old as that. */
	ageTrigger(id: string, ms: number): void {
		this.#triggers.set(id, (this.#triggers.get(id) ?? performance.now()) - ms);
	}

	responseUrl(channel: string, person: string, original: string | null = null): string {
		const id = this.responseUrls.give(channel, person, original);
		return `http://127.0.0.1:${this.#port}/response/${id}`;
	}

	/** The form that a trigger opened. */
	form(trigger: string): { view: Json; id: string } | undefined {
		return this.#opened.findLast((each) => each.trigger === trigger);
	}

	/** Drops what belongs to a command that was looked at, so that long runs need no memory. */
	forget(delivery: Delivery, url: string): void {
		const { messages } = this.world;
		for (let at = messages.length - 1; at >= 0; at--)
			if (messages[at]?.by === url) messages.splice(at, 1);
		this.deliveries.forget(delivery);
		this.responseUrls.forget(url);
		this.#triggers.delete(String(delivery.payload["trigger_id"]));
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await textOf(request);
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		const method = /^\/api\/([\w.]+)$/.exec(pathname)?.[1];
		const answerUrl = /^\/response\/(\w+)$/.exec(pathname)?.[1];
		const name = method ?? (answerUrl ? "response_url" : "");
		this.calls.set(name, (this.calls.get(name) ?? 0) + 1);
		const fault = this.faults.take(name);
		if (fault === "rate_limited") return send(response, 429, "", { "retry-after": "1" });
		if (fault === "server_error") return send(response, 503, "unavailable");
		if (typeof fault === "object" && fault && !fault.done) return answerInstead(response, fault);
		const answer = answerUrl
			? this.responseUrls.take(answerUrl, JSON.parse(body) as Json)
			: method
				? this.#call(method, argumentsOf(request, body), request)
				: { status: 404, text: "" };
		await this.#finish(response, fault, answer);
	}

	async #finish(
		response: ServerResponse,
		fault: FaultKind | null,
		answer: { status: number; text: string; headers?: Record<string, string> },
	): Promise<void> {
		if (fault === "lost_reply") {
			response.socket?.destroy();
			return;
		}
		if (typeof fault === "object" && fault) return answerInstead(response, fault);
		if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, this.faults.slowMs));
		send(response, answer.status, answer.text, answer.headers);
	}

	#call(method: string, args: Json, request: IncomingMessage) {
		const result =
			this.#tokenRefusal(method, request) ??
			this.installs.result(method, args, tokenOf(request)) ??
			this.#scopeRefusal(method, args) ??
			this.#result(method, args);
		const messages = !result.ok && "messages" in result ? result.messages : undefined;
		const body = {
			...result,
			...(messages ? { response_metadata: { messages } } : {}),
		};
		const limited = !result.ok && result.error === "ratelimited";
		return {
			status: limited ? 429 : 200,
			text: JSON.stringify(body),
			headers: {
				"content-type": "application/json",
				...(limited ? { "retry-after": "1" } : {}),
				...(this.scopes.length > 0 ? { "x-oauth-scopes": this.scopes.join(",") } : {}),
			},
		};
	}

	#tokenRefusal(method: string, request: IncomingMessage): Result | null {
		if (method === "oauth.v2.access") return null;
		const token = tokenOf(request);
		if (this.installs.granted.has(token) && !this.refusedTokens.has(token)) return null;
		const wanted = method === "apps.connections.open" ? tokens.app : tokens.bot;
		const refused = this.refusedTokens.get(token) ?? (token === wanted ? null : "invalid_auth");
		return refused ? { ok: false, error: refused } : null;
	}

	#scopeRefusal(method: string, args: Json): Result | null {
		const scope = scopeOf(method, args);
		if (scope === null || this.scopes.includes(scope)) return null;
		return { ok: false, error: "missing_scope" };
	}

	#result(method: string, args: Json): Result {
		if (method === "auth.test")
			return {
				ok: true,
				url: "https://news.slack.com/",
				team: "News desk",
				user: "isnad",
				team_id: ids.team,
				user_id: ids.botUser,
				bot_id: ids.bot,
			};
		if (method === "apps.connections.open")
			return { ok: true, url: `ws://127.0.0.1:${this.#port}/link` };
		const found = methods[method];
		if (!found) return { ok: false, error: "unknown_method" };
		if (method === "chat.postMessage" && this.#isTooFast(String(args["channel"])))
			return { ok: false, error: "ratelimited" };
		return found(args, {
			world: this.world,
			violation: (what) => void this.violations.push(what),
			unknownBlocks: this.unknownBlocks,
			triggerAge: (id) => {
				const at = this.#triggers.get(id);
				return at === undefined ? null : performance.now() - at;
			},
			opened: (view, trigger) => {
				const id = this.world.id("V");
				this.#opened.push({ view, id, trigger });
				return id;
			},
		});
	}

	#isTooFast(channel: string): boolean {
		const now = performance.now();
		const since = now - (this.#lastPost.get(channel) ?? -1e9);
		// A little less than the gap: the two clocks tick apart.
		if (since < this.#options.channelGapMs * 0.98) {
			this.violations.push(`too fast: ${Math.round(since)} ms after the last in ${channel}`);
			return true;
		}
		this.#lastPost.set(channel, now);
		return false;
	}
}

function tokenOf({ headers }: IncomingMessage): string {
	return headers.authorization?.replace("Bearer ", "") ?? "";
}

function answerInstead(response: ServerResponse, fault: OtherAnswer): void {
	const { status, text, type = "application/json", headers = {}, cut } = fault;
	const length = cut ? { "content-length": String(text.length + 100) } : {};
	response.writeHead(status, { "content-type": type, ...length, ...headers });
	if (cut) response.write(text, () => response.socket?.destroy());
	else response.end(text);
}

function argumentsOf({ headers }: IncomingMessage, body: string): Json {
	if (headers["content-type"]?.startsWith("application/json")) return JSON.parse(body) as Json;
	return Object.fromEntries(new URLSearchParams(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString("utf8");
}

function send(
	response: ServerResponse,
	status: number,
	text: string,
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, headers);
	response.end(text);
}
