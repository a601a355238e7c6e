import type { IncomingMessage, ServerResponse } from "node:http";
import { type App, HTTPReceiver, type Receiver } from "@slack/bolt";
import type { Logger } from "../../../../src/domain/ports.ts";
import { limits } from "../../limits.ts";
import { quietLogger } from "../sdk-log.ts";

/** Gives a path of the process's HTTP server to a handler; what takes it away again. */
export type Mount = (
	path: string,
	handler: (request: IncomingMessage, response: ServerResponse) => void,
) => () => void;

export type HttpParts = {
	signingSecret: string;
	mount: Mount;
	now(): number;
	log: Logger;
};

/** Slack's requests are far smaller; a stranger may send no more either. */
const mostBytes = 1_000_000;
const path = "/slack/events";

/** Slack's requests over HTTP, checked by Bolt; what Bolt lets pass and should not is refused before. */
export class HttpReceiver implements Receiver {
	readonly #parts: HttpParts;
	readonly #bolt: HTTPReceiver;
	#unmount: (() => void) | undefined;

	constructor(parts: HttpParts) {
		this.#parts = parts;
		this.#bolt = new HTTPReceiver({
			signingSecret: parts.signingSecret,
			endpoints: path,
			bodyLimit: mostBytes,
			logger: quietLogger(parts.log),
		});
	}

	/** Whether requests are taken. */
	get isConnected(): boolean {
		return this.#unmount !== undefined;
	}

	init(app: App): void {
		this.#bolt.init(app);
	}

	async start(): Promise<void> {
		this.#unmount = this.#parts.mount(path, (request, response) => this.#handle(request, response));
	}

	/** Takes nothing new; what was taken is answered by its own handler. */
	async stop(): Promise<void> {
		this.#unmount?.();
		this.#unmount = undefined;
	}

	#handle(request: IncomingMessage, response: ServerResponse): void {
		if (this.#isFromAfar(request)) {
			refuse(response, 401);
			return;
		}
		try {
			this.#bolt.requestListener(request, response);
		} catch {
			refuse(response, 404);
		}
	}

	/** Bolt refuses signatures of the past, and takes those of the future. */
	#isFromAfar({ headers }: IncomingMessage): boolean {
		const stamp = headers["x-slack-request-timestamp"];
		if (stamp === undefined) return false;
		const off = Number(stamp) * 1_000 - this.#parts.now();
		return !(Math.abs(off) <= limits.signatureMs);
	}
}

function refuse(response: ServerResponse, status: number): void {
	// What is refused may never have been sent to its end: nobody waits for the rest.
	response.writeHead(status, { "content-type": "text/plain", connection: "close" });
	response.end();
}
