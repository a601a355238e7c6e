import { type App, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { IsnadError, PlatformAway } from "../../../../src/domain/errors.ts";
import type { Logger } from "../../../../src/domain/ports.ts";
import { failureOf, reasonOf, tokenError, waitOf } from "../failure.ts";
import type { Sleep } from "../pace.ts";
import { quietLogger } from "../sdk-log.ts";

export type SocketParts = {
	appToken: string;
	apiUrl?: string | undefined;
	log: Logger;
	sleep: Sleep;
	onFatal(error: IsnadError): void;
	/** Sockets that stand side by side. Slack allows ten, and spreads what it sends over them. */
	sockets?: number;
	/** How long a socket may take until Slack greets, in milliseconds. */
	greetingMs?: number;
};

/** A socket that is not to be renewed any more stays open for so long, for what is still under way. */
const graceMs = 10_000;
const pausesMs = [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
const callTimeoutMs = 10_000;
/** A token that is refused is tried again after so long, and again, before it is refused for good. */
const refusedPausesMs = [500, 1_500];

type Line = { socket: SocketModeReceiver; renewed: boolean };

/**
 * Socket Mode on Bolt's own receivers, without a moment in which nobody listens. Bolt closes its
 * socket when Slack asks for a new one and opens that only after `clientPingTimeout` (five seconds);
 * here the new one stands before the old one goes, and a second one covers for one that breaks.
 */
export class SocketReceiver implements Receiver {
	readonly #parts: SocketParts;
	readonly #lines = new Set<Line>();
	readonly #over = new AbortController();
	#app: App | undefined;

	constructor(parts: SocketParts) {
		this.#parts = parts;
	}

	/** Sockets that stand. */
	get open(): number {
		return this.#lines.size;
	}

	/** Whether Slack can deliver anything. */
	get isConnected(): boolean {
		return this.#lines.size > 0;
	}

	init(app: App): void {
		this.#app = app;
	}

	/** Resolves once all sockets stand. Errors: `config_invalid` where Slack refuses the token. */
	async start(): Promise<void> {
		const { sockets = 2 } = this.#parts;
		try {
			await Promise.all(Array.from({ length: sockets }, () => this.#openFirst()));
		} catch (error) {
			await this.stop();
			throw startError(error);
		}
	}

	async #openFirst(): Promise<void> {
		for (const pauseMs of refusedPausesMs) {
			try {
				return await this.#openLine();
			} catch (error) {
				if (!tokenError(failureOf(error), "SLACK_APP_TOKEN")) throw error;
				await this.#parts.sleep(pauseMs, this.#over.signal);
			}
		}
		return this.#openLine();
	}

	async stop(): Promise<void> {
		this.#over.abort();
		const lines = [...this.#lines];
		this.#lines.clear();
		for (const { socket } of lines) await socket.stop();
	}

	async #openLine(): Promise<void> {
		const { appToken, apiUrl, log } = this.#parts;
		const socket = new SocketModeReceiver({
			appToken,
			autoReconnectEnabled: false,
			logger: quietLogger(log),
			installerOptions: {
				clientOptions: {
					...(apiUrl ? { slackApiUrl: apiUrl } : {}),
					retryConfig: { retries: 0 },
					rejectRateLimitedCalls: true,
					timeout: callTimeoutMs,
				},
			},
		});
		if (this.#app) socket.init(this.#app);
		const line: Line = { socket, renewed: false };
		this.#readFirst(line);
		await this.#greeted(socket);
		if (this.#over.signal.aborted) {
			await socket.stop();
			return;
		}
		this.#lines.add(line);
		socket.client.on("disconnected", () => this.#lost(line));
	}

	/** The SDK waits for ever where Slack takes the connection and says nothing. */
	async #greeted(socket: SocketModeReceiver): Promise<void> {
		const { greetingMs = 15_000 } = this.#parts;
		const { promise, reject } = Promise.withResolvers<never>();
		const timer = setTimeout(() => reject(new Error("no greeting")), greetingMs);
		try {
			await Promise.race([socket.start(), promise]);
		} catch (error) {
			await socket.stop();
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	/** Sees Slack's `disconnect` before the SDK does, which would close the socket there and then. */
	#readFirst(line: Line): void {
		const { client } = line.socket;
		const readers = client.listeners("ws_message");
		client.removeAllListeners("ws_message");
		client.on("ws_message", (data: unknown, isBinary: boolean) => {
			const reason = disconnectReason(data);
			if (reason === null) for (const read of readers) read(data, isBinary);
			else this.#renew(line, reason);
		});
	}

	#renew(line: Line, reason: string): void {
		if (reason === "link_disabled") {
			this.#parts.onFatal(
				new IsnadError(
					"config_invalid",
					"Socket Mode was switched off for the Slack app: switch it on again, or unset SLACK_APP_TOKEN and set SLACK_SIGNING_SECRET for HTTP.",
				),
			);
			return;
		}
		if (line.renewed || this.#over.signal.aborted) return;
		line.renewed = true;
		void this.#replace().then(async () => {
			await this.#parts.sleep(graceMs, this.#over.signal);
			if (this.#lines.delete(line)) await line.socket.stop();
		});
	}

	#lost(line: Line): void {
		if (!this.#lines.delete(line) || line.renewed) return;
		this.#parts.log("info", "A connection to Slack broke and is being renewed.");
		void this.#replace();
	}

	/** Opens a socket, however often it takes; a refused token ends it. */
	async #replace(): Promise<void> {
		const { log, sleep, onFatal } = this.#parts;
		let refusals = 0;
		for (let tries = 0; !this.#over.signal.aborted; tries++) {
			await sleep(pausesMs[Math.min(tries, pausesMs.length - 1)] ?? 0, this.#over.signal);
			if (this.#over.signal.aborted) return;
			try {
				await this.#openLine();
				return;
			} catch (error) {
				const failure = failureOf(error);
				const fatal = tokenError(failure, "SLACK_APP_TOKEN");
				refusals = fatal ? refusals + 1 : 0;
				// What refuses a token once may take it the next time.
				if (fatal && refusals > refusedPausesMs.length) return onFatal(fatal);
				log("warn", "Slack gave no new connection.", { reason: failure.kind, tries });
				if (failure.kind === "limited") await sleep(waitOf(failure), this.#over.signal);
			}
		}
	}
}

function startError(error: unknown): IsnadError {
	const failure = failureOf(error);
	const told = tokenError(failure, "SLACK_APP_TOKEN");
	if (told) return told;
	return new PlatformAway(
		`Slack opened no connection for SLACK_APP_TOKEN (${reasonOf(failure)}): see that Socket Mode is switched on for the app and that Slack can be reached.`,
		{ cause: error },
	);
}

/** Why Slack asks for another socket; null for every other message. */
function disconnectReason(data: unknown): string | null {
	const text = typeof data === "string" ? data : "";
	if (text.length > 2_000 || !text.includes('"disconnect"')) return null;
	try {
		const { type, reason } = JSON.parse(text) as { type?: unknown; reason?: unknown };
		return type === "disconnect" ? String(reason ?? "") : null;
	} catch {
		return null;
	}
}
