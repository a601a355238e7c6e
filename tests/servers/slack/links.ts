import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Json } from "./world.ts";

type Open = {
	socket: WebSocket;
	leaving: boolean;
	waiting: Map<string, (body: Json | null) => void>;
};

/** The sockets of Socket Mode: what is sent is spread over them, as Slack does. */
export class Links {
	readonly #server = new WebSocketServer({ noServer: true });
	readonly #open: Open[] = [];
	readonly #violation: (what: string) => void;
	#turn = 0;
	/** Takes connections and says nothing on them. */
	silent = false;
	/** Sockets that were opened in all. */
	opened = 0;

	constructor(violation: (what: string) => void) {
		this.#violation = violation;
	}

	get size(): number {
		return this.#open.length;
	}

	/** Sockets that stand and are to stay. */
	get staying(): number {
		return this.#open.filter(({ leaving }) => !leaving).length;
	}

	upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): void {
		this.#server.handleUpgrade(request, raw, head, (socket) => this.#welcome(socket));
	}

	#welcome(socket: WebSocket): void {
		const open: Open = { socket, leaving: false, waiting: new Map() };
		this.#open.push(open);
		this.opened++;
		if (this.#open.length > 10) this.#violation("more than 10 sockets");
		socket.on("message", (data) => this.#read(open, String(data)));
		socket.on("close", () => {
			this.#open.splice(this.#open.indexOf(open), 1);
			for (const settle of open.waiting.values()) settle(null);
		});
		socket.on("error", () => socket.terminate());
		if (!this.silent)
			socket.send(JSON.stringify({ type: "hello", num_connections: this.#open.length }));
	}

	#read(open: Open, text: string): void {
		const { envelope_id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: Json };
		const settle = open.waiting.get(envelope_id ?? "");
		if (!settle) this.#violation(`acknowledged what was not sent on this socket: ${envelope_id}`);
		open.waiting.delete(envelope_id ?? "");
		settle?.(payload ?? {});
	}

	/** The body of the acknowledgement; null where no socket stands, or it closed before. */
	send(envelope: Json & { envelope_id: string }): Promise<Json | null> {
		const able = this.#open.filter(({ socket }) => socket.readyState === socket.OPEN);
		const staying = able.filter(({ leaving }) => !leaving);
		const choice = staying.length > 0 ? staying : able;
		const open = choice[this.#turn++ % Math.max(1, choice.length)];
		if (!open) return Promise.resolve(null);
		return new Promise((resolve) => {
			open.waiting.set(envelope.envelope_id, resolve);
			open.socket.send(JSON.stringify(envelope));
		});
	}

	/** Asks for new sockets, as Slack does every few hours; the old ones stand until they are closed. */
	refresh(reason = "refresh_requested"): void {
		for (const open of this.#open) {
			open.leaving = true;
			open.socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: {} }));
		}
	}

	closeLeaving(): void {
		for (const { socket, leaving } of this.#open) if (leaving) socket.close();
	}

	/** Cuts so many sockets without a word; all where none is named. */
	cut(count = this.#open.length): void {
		for (const { socket } of this.#open.slice(0, count)) socket.terminate();
	}

	close(): void {
		this.cut();
		this.#server.close();
	}
}
