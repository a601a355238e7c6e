import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { type FaultKind, Faults } from "./faults.ts";
import { withFiles } from "./files.ts";
import { Gateway, type GatewayOptions } from "./gateway.ts";
import { InteractionDesk } from "./interactions.ts";
import { type Rate, Rates } from "./rates.ts";
import { answer, type Site } from "./routes.ts";
import { type Json, World } from "./world.ts";

export type ServerOptions = Partial<GatewayOptions> & {
	port?: number;
	/** Connections that the gateway advises. */
	shards?: number;
	/** Connections that may still be made today. */
	sessions?: number;
	/** Requests to a channel's messages, and all with the token; null sets no limit. */
	rates?: { channel: Rate | null; global: Rate | null };
	random?: () => number;
};

export type DiscordServer = {
	/** Of DISCORD_API_URL. */
	apiUrl: string;
	port: number;
	token: string;
	world: World;
	gateway: Gateway;
	interactions: InteractionDesk;
	faults: Faults;
	rates: Rates;
	/** Whether it still knows the token; false closes what is open too. */
	knowsToken(known: boolean): void;
	/** Requests by method and path, ids replaced. */
	counts: Map<string, number>;
	/** Status and code of every request that was answered with an error. */
	refusals: string[];
	/** Moves the server's clock on. */
	advance(ms: number): void;
	/** Resolves once `is` gives something; it is asked after every change. */
	until<T>(is: () => T | undefined | null | false, withinMs?: number): Promise<T>;
	close(): Promise<void>;
};

const discordRates = {
	channel: { limit: 5, perMs: 5_000 },
	global: { limit: 50, perMs: 1_000 },
};

/** Discord on 127.0.0.1: REST under `/api/v10`, the gateway beside it. */
export async function startDiscordServer(options: ServerOptions = {}): Promise<DiscordServer> {
	let ahead = 0;
	let known = true;
	const now = () => Date.now() + ahead;
	const world = new World(now);
	const token = options.token ?? "test-token";
	const waiting = new Set<() => void>();
	const changed = () => {
		for (const each of [...waiting]) each();
	};
	const gateway = new Gateway(world, {
		token,
		heartbeatMs: options.heartbeatMs ?? 41_250,
		forbidden: options.forbidden ?? 0,
		guildsPerShard: options.guildsPerShard ?? 2_500,
	});
	const interactions = new InteractionDesk(world, changed);
	const site: Site = {
		world,
		gateway,
		interactions,
		shards: options.shards ?? 1,
		sessions: options.sessions ?? 999,
		creations: { left: 200 },
		changed,
	};
	const rates = new Rates(now, options.rates ?? discordRates);
	const faults = new Faults(options.random ?? Math.random);
	const counts = new Map<string, number>();
	const refusals: string[] = [];
	const http = createServer((request, response) => {
		handle(request, response).catch(() => request.socket.destroy());
	});

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? "/", "http://localhost");
		const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, "");
		const method = request.method ?? "GET";
		const body = await bodyOf(request);
		const name = `${method} ${path.replace(/\d{15,}/g, "{id}").replace(/token-\{id\}/, "{token}")}`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
		const counted = !path.startsWith("/interactions/") && !path.startsWith("/webhooks/");
		if (counted && (!known || request.headers.authorization !== `Bot ${token}`))
			return respond(response, 401, { message: "401: Unauthorized", code: 0 });
		const fault = faults.next(method, path);
		if (fault?.kind === "dropped") return void request.socket.destroy();
		if (fault?.kind === "answer" && !fault.done) return answerInstead(response, fault);
		if (fault && (await interrupts(fault, response))) return;
		const bucket = /^\/channels\/\d+\/messages/.exec(path);
		const taken = rates.take(bucket ? `${method}${bucket[0]}` : null, counted);
		if (taken.waitMs > 0) {
			const headers = { ...taken.headers, "retry-after": String(taken.waitMs / 1_000) };
			return tooMany(response, taken.waitMs, headers);
		}
		const result = answer(site, { method, path, query: url.searchParams, body });
		if (result.status >= 400) changed();
		if (fault?.kind === "lost_reply") return void request.socket.destroy();
		if (fault?.kind === "answer") return answerInstead(response, fault);
		respond(response, result.status, result.body, taken.headers);
	}

	function answerInstead(response: ServerResponse, fault: FaultKind & { kind: "answer" }): void {
		const { status, text, type = "application/json", headers = {}, cut } = fault;
		const length = cut ? { "content-length": String(text.length + 100) } : {};
		response.writeHead(status, { "content-type": type, ...length, ...headers });
		if (cut) response.write(text, () => response.socket?.destroy());
		else response.end(text);
	}

	async function interrupts(fault: FaultKind, response: ServerResponse): Promise<boolean> {
		if (fault.kind === "slow") await new Promise((done) => setTimeout(done, fault.ms));
		if (fault.kind === "server_error") respond(response, 503, { message: "503", code: 0 });
		if (fault.kind === "rate_limited") {
			const scope = fault.global ? { "x-ratelimit-global": "true" } : {};
			const seconds = String(fault.retryAfterMs / 1_000);
			tooMany(response, fault.retryAfterMs, { ...scope, "retry-after": seconds });
		}
		return fault.kind === "server_error" || fault.kind === "rate_limited";
	}

	function tooMany(response: ServerResponse, ms: number, headers: Record<string, string>): void {
		const global = "x-ratelimit-global" in headers;
		const body = { message: "You are being rate limited.", retry_after: ms / 1_000, global };
		respond(response, 429, body, { "x-ratelimit-scope": global ? "global" : "user", ...headers });
	}

	function respond(
		response: ServerResponse,
		status: number,
		body?: unknown,
		headers: Record<string, string> = {},
	): void {
		if (status >= 400) refusals.push(`${status} ${(body as Json | undefined)?.code ?? ""}`.trim());
		if ([401, 403, 429].includes(status) && rates.refused() > 10_000)
			world.violations.push("more than 10,000 invalid requests in ten minutes");
		const isEmpty = status === 204 || body === undefined;
		const type = isEmpty ? {} : { "content-type": "application/json" };
		response.writeHead(status, { ...type, ...headers });
		response.end(isEmpty ? undefined : JSON.stringify(body));
	}

	const sockets = new WebSocketServer({ noServer: true });
	http.on("upgrade", (request, socket, head) => {
		sockets.handleUpgrade(request, socket, head, (accepted) => gateway.accept(accepted));
	});
	http.listen(options.port ?? 0, "127.0.0.1");
	await once(http, "listening");
	const { port } = http.address() as AddressInfo;
	gateway.address = `ws://127.0.0.1:${port}/gateway`;
	return {
		apiUrl: `http://127.0.0.1:${port}/api`,
		port,
		token,
		world,
		gateway,
		interactions,
		faults,
		rates,
		counts,
		refusals,
		knowsToken: (is) => {
			known = is;
			gateway.knowsToken = is;
			if (!is) gateway.break(4_004);
		},
		advance: (ms) => {
			ahead += ms;
		},
		until: (is, withinMs = 40_000) =>
			new Promise((resolve, reject) => {
				const look = () => {
					const value = is();
					if (!value) return;
					end();
					resolve(value);
				};
				const poll = setInterval(look, 20);
				const late = setTimeout(() => {
					end();
					reject(new Error(`Nothing came of it within ${withinMs} ms.`));
				}, withinMs);
				const end = () => {
					clearInterval(poll);
					clearTimeout(late);
					waiting.delete(look);
				};
				waiting.add(look);
				look();
			}),
		close: async () => {
			gateway.close();
			sockets.close();
			http.closeAllConnections();
			http.close();
			await once(http, "close");
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const data = Buffer.concat(chunks);
	const type = request.headers["content-type"] ?? "";
	if (type.startsWith("multipart/form-data")) return withFiles(data, type);
	if (data.length === 0) return null;
	try {
		return JSON.parse(data.toString("utf8")) as unknown;
	} catch {
		return null;
	}
}
