import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { asIsnadError, IsnadError } from "../../../src/domain/errors.ts";
import type { AsRequest, Logger } from "../../../src/domain/ports.ts";
import { isOperating } from "./operating.ts";
import type { Routes } from "./routes.ts";

/** Answers one path by itself, from the first byte on: what an SDK reads and checks. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => void;

export type WebParts = {
	host: string;
	/** 0: any that is free. */
	port: number;
	/** Answered from the first moment on, also while everything else is being opened or closed. */
	operating: Routes;
	/** Of each request: in its answer's header `x-request-id` and in every line logged for it. */
	newId(): string;
	asRequest: AsRequest;
	log: Logger;
};

/** Requests of ours are far smaller; a stranger may send no more either. */
const mostBytes = 1_000_000;
/** Slack gives up after 3 s; who sends slower than this is somebody else. */
const longestRequestMs = 10_000;
/**
 * For which a connection is kept without a request: longer than the minute that proxies keep one, so
 * that none sends on a connection that is being closed here.
 */
const keptAliveMs = 75_000;
/** How long a stop waits for requests that came whole: they are answered well within it. */
const longestStopMs = 1_000;

/** The one HTTP server of the process: whatever is served over HTTP is a path of it. */
export class WebServer {
	readonly #parts: WebParts;
	#server: Server | undefined;
	#phase: "opening" | "open" | "stopping" = "opening";
	#listener: ReturnType<typeof getRequestListener>;
	readonly #raw = new Map<string, RawHandler>();
	/** Requests that are not answered yet. */
	readonly #pending = new Set<IncomingMessage>();

	constructor(parts: WebParts) {
		this.#parts = parts;
		this.#listener = this.#listenerOf([]);
	}

	/** The port that is listened on; 0 where none is. */
	get port(): number {
		const address = this.#server?.address();
		return address && typeof address === "object" ? address.port : 0;
	}

	get isStopping(): boolean {
		return this.#phase === "stopping";
	}

	/** Listens; until `open` only the operating paths are answered. Errors: `config_invalid` where the port cannot be had. */
	async start(): Promise<void> {
		const { host, port } = this.#parts;
		const server = createServer(
			{
				requestTimeout: longestRequestMs,
				headersTimeout: longestRequestMs,
				connectionsCheckingInterval: longestRequestMs / 4,
				keepAliveTimeout: keptAliveMs,
			},
			(request, response) => this.#handle(request, response),
		);
		this.#server = server;
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		server.once("error", (error: NodeJS.ErrnoException) =>
			reject(
				new IsnadError(
					"config_invalid",
					`${host}:${port} cannot be listened on (${error.code}): set HOST and PORT to an address that is free.`,
					{ cause: error },
				),
			),
		);
		server.listen(port, host, resolve);
		await promise;
	}

	/** Everything is there: from now on these routes are answered, in their order. */
	open(routes: readonly Routes[]): void {
		if (this.#phase !== "opening") return;
		this.#listener = this.#listenerOf(routes);
		this.#phase = "open";
	}

	/** Gives a path to a handler of its own; what takes it away again. */
	mount(path: string, handler: RawHandler): () => void {
		this.#raw.set(path, handler);
		return () => {
			if (this.#raw.get(path) === handler) this.#raw.delete(path);
		};
	}

	/**
	 * Takes nothing new; resolves once every request that came whole is answered. One that is still
	 * being sent was never taken, and whoever sends it is not waited for.
	 */
	async stop(): Promise<void> {
		const server = this.#server;
		this.#phase = "stopping";
		if (!server?.listening) return;
		const { promise, resolve } = Promise.withResolvers<void>();
		server.close(() => resolve());
		for (const request of this.#pending) if (!request.complete) request.socket.destroy();
		this.#closeIfDone();
		const patience = setTimeout(() => server.closeAllConnections(), longestStopMs);
		await promise;
		clearTimeout(patience);
	}

	/** Connections that are kept alive would hold up a stop. */
	#closeIfDone(): void {
		if (this.isStopping && this.#pending.size === 0) this.#server?.closeAllConnections();
	}

	#handle(request: IncomingMessage, response: ServerResponse): void {
		this.#pending.add(request);
		response.once("close", () => {
			this.#pending.delete(request);
			this.#closeIfDone();
		});
		const id = this.#parts.newId();
		response.setHeader("x-request-id", id);
		this.#parts.asRequest(() => this.#answer(request, response), id);
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		const [path = "/"] = (request.url ?? "/").split("?", 1);
		const raw = this.#raw.get(path);
		const refused = this.#refusal(path, raw ? {} : request.headers);
		if (refused) {
			// What is refused may never be sent to its end: nobody waits for the rest.
			response.writeHead(refused.status, { "content-type": "text/plain", connection: "close" });
			response.end(`${refused.why}\n`);
		} else if (raw) raw(request, response);
		else void this.#listener(request, response);
	}

	/** Why a request is not even looked at; a handler of its own path bounds what it reads itself. */
	#refusal(path: string, headers: IncomingHttpHeaders): { status: number; why: string } | null {
		// Whoever sends it again finds the next process, or this one once it is ready.
		if (this.#phase !== "open" && !isOperating(path)) return { status: 503, why: "not ready" };
		if (headers["transfer-encoding"] !== undefined) return { status: 411, why: "length required" };
		const isLong = Number(headers["content-length"] ?? 0) > mostBytes;
		return isLong ? { status: 413, why: "too large" } : null;
	}

	#listenerOf(routes: readonly Routes[]): ReturnType<typeof getRequestListener> {
		const { operating, log } = this.#parts;
		const app = new Hono();
		for (const each of [operating, ...routes]) app.route("/", each);
		app.notFound((c) => c.text("not found\n", 404));
		app.onError((error, c) => {
			log("error", "A page could not be made.", { code: asIsnadError(error).code });
			return c.text("internal error\n", 500);
		});
		return getRequestListener(app.fetch, { overrideGlobalObjects: false });
	}
}
