import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type App, HTTPReceiver, type Receiver } from "@slack/bolt";
import { IsnadError } from "../../../../src/domain/errors.ts";
import type { Logger } from "../../../../src/domain/ports.ts";
import { limits } from "../../limits.ts";
import { quietLogger } from "../sdk-log.ts";

export type HttpParts = {
	signingSecret: string;
	host: string;
	port: number;
	now(): number;
	log: Logger;
};

/** Slack's requests are far smaller; a stranger may send no more either. */
const mostBytes = 1_000_000;
/** Slack gives up after 3 s; who sends slower than this is somebody else. */
const longestRequestMs = 10_000;
/** How long a stop waits for requests that came whole: they are acknowledged well within it. */
const longestStopMs = 1_000;
const path = "/slack/events";

/** Slack's requests over HTTP, checked by Bolt; what Bolt lets pass and should not is refused before. */
export class HttpReceiver implements Receiver {
	readonly #parts: HttpParts;
	readonly #bolt: HTTPReceiver;
	#server: Server | undefined;
	#stopping = false;
	/** Requests that are not answered yet. */
	readonly #open = new Set<IncomingMessage>();

	constructor(parts: HttpParts) {
		this.#parts = parts;
		this.#bolt = new HTTPReceiver({
			signingSecret: parts.signingSecret,
			endpoints: path,
			bodyLimit: mostBytes,
			logger: quietLogger(parts.log),
		});
	}

	/** The port that is listened on; 0 where none is. */
	get port(): number {
		const address = this.#server?.address();
		return address && typeof address === "object" ? address.port : 0;
	}

	init(app: App): void {
		this.#bolt.init(app);
	}

	/** Errors: `config_invalid` where the port cannot be had. */
	async start(): Promise<void> {
		const { host, port } = this.#parts;
		const server = createServer(
			{
				requestTimeout: longestRequestMs,
				headersTimeout: longestRequestMs,
				connectionsCheckingInterval: longestRequestMs / 4,
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

	/**
	 * Takes nothing new; resolves once every request that came whole is answered. One that is still
	 * being sent was never taken, and whoever sends it is not waited for.
	 */
	async stop(): Promise<void> {
		const server = this.#server;
		this.#stopping = true;
		if (!server?.listening) return;
		const { promise, resolve } = Promise.withResolvers<void>();
		server.close(() => resolve());
		for (const request of this.#open) if (!request.complete) request.socket.destroy();
		this.#closeIfDone();
		const patience = setTimeout(() => server.closeAllConnections(), longestStopMs);
		await promise;
		clearTimeout(patience);
	}

	/** Connections that are kept alive would hold up a stop. */
	#closeIfDone(): void {
		if (this.#stopping && this.#open.size === 0) this.#server?.closeAllConnections();
	}

	#handle(request: IncomingMessage, response: ServerResponse): void {
		this.#open.add(request);
		response.once("close", () => {
			this.#open.delete(request);
			this.#closeIfDone();
		});
		const refused = this.#refusal(request);
		if (refused !== null) {
			end(response, refused);
			return;
		}
		try {
			this.#bolt.requestListener(request, response);
		} catch {
			end(response, 404);
		}
	}

	/** The status of what is answered here; null for what Bolt is to look at. */
	#refusal(request: IncomingMessage): number | null {
		if (request.method === "GET" && request.url === "/healthz") return this.#stopping ? 503 : 200;
		// Slack delivers again what was not taken: to the next process.
		if (this.#stopping) return 503;
		return this.#isFromAfar(request) ? 401 : null;
	}

	/** Bolt refuses signatures of the past, and takes those of the future. */
	#isFromAfar({ headers }: IncomingMessage): boolean {
		const stamp = headers["x-slack-request-timestamp"];
		if (stamp === undefined) return false;
		const off = Number(stamp) * 1_000 - this.#parts.now();
		return !(Math.abs(off) <= limits.signatureMs);
	}
}

function end(response: ServerResponse, status: number): void {
	// What is refused may never have been sent to its end: nobody waits for the rest.
	const closing = status === 200 ? {} : { connection: "close" };
	response.writeHead(status, { "content-type": "text/plain", ...closing });
	response.end(status === 200 ? "ok\n" : "");
}
