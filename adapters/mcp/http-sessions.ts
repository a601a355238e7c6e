import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { isInitializeRequest } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { asIsnadError } from "../../src/domain/errors.ts";
import type { Clock } from "../../src/domain/ports.ts";
import { type Caller, createMcpServer, type McpParts } from "./create-mcp-server.ts";

/** A session is a few kilobytes; whoever begins another one than these ends the one used longest ago. */
const mostOfOne = 16;
const mostInAll = 400;
const idleMs = 30 * 60_000;
const longestMs = 24 * 60 * 60_000;
/** Messages of one session that wait for an answer. */
const mostPending = 16;

export type SessionParts = McpParts & { now: Clock; newId(): string };

type Session = Caller & {
	transport: WebStandardStreamableHTTPServerTransport;
	begunAt: number;
	usedAt: number;
	/** Requests that wait, by their id: what ends the wait of one that its client gave up. */
	pending: Map<string, () => void>;
};

const Message = z.looseObject({ method: z.string().optional(), id: RequestId().optional() });
const Cancelled = z.looseObject({
	method: z.literal("notifications/cancelled"),
	params: z.looseObject({ requestId: RequestId() }),
});

/** Sessions over HTTP. Each belongs to the token that began it; nothing is sent that was not asked for. */
export class McpSessions {
	readonly #parts: SessionParts;
	readonly #sessions = new Map<string, Session>();

	constructor(parts: SessionParts) {
		this.#parts = parts;
	}

	/** Sessions that are open now. */
	get size(): number {
		return this.#sessions.size;
	}

	/** Answers one HTTP request of whoever may ask. */
	async handle(request: Request, caller: Caller): Promise<Response> {
		this.#endOld();
		const id = request.headers.get("mcp-session-id");
		if (request.method === "POST") return this.#post(request, id, caller);
		const session = id === null ? undefined : this.#sessionOf(id, caller);
		if (request.method !== "DELETE")
			return refusal(405, "Nothing is sent that was not asked for: POST a message.");
		if (id === null || !session)
			return refusal(404, "There is no such session: begin another one.");
		const answer = await session.transport.handleRequest(request);
		await this.#end(id);
		return answer;
	}

	async #post(request: Request, id: string | null, caller: Caller): Promise<Response> {
		const body = await request.json().catch(() => undefined);
		if (body === undefined) return refusal(400, "The body is no JSON: send one message.", -32_700);
		const message = Message.safeParse(body);
		if (!message.success)
			return refusal(
				400,
				"The body is no message: send one JSON-RPC message, not a list.",
				-32_600,
			);
		if (id === null) {
			if (!isInitializeRequest(body))
				return refusal(400, "A session begins with initialize: send that first.", -32_600);
			return this.#begin(request, body, caller);
		}
		const session = this.#sessionOf(id, caller);
		if (!session) return refusal(404, "There is no such session: begin another one.", -32_001);
		session.usedAt = this.#parts.now();
		return this.#passOn(session, request, body);
	}

	async #begin(request: Request, body: unknown, caller: Caller): Promise<Response> {
		const own = [...this.#sessions].filter(([, { token }]) => token === caller.token);
		const [longest] = own.toSorted(([, a], [, b]) => a.usedAt - b.usedAt);
		if (own.length >= mostOfOne && longest) await this.#end(longest[0]);
		if (this.#sessions.size >= mostInAll)
			return refusal(503, "Too many sessions are open: try again in a few minutes.");
		const now = this.#parts.now();
		const transport = new WebStandardStreamableHTTPServerTransport({
			sessionIdGenerator: () => this.#parts.newId(),
			// One answer a request and no stream: nothing is held open, whoever goes away.
			enableJsonResponse: true,
			onsessioninitialized: (id) => {
				const times = { begunAt: now, usedAt: now };
				this.#sessions.set(id, { ...caller, transport, ...times, pending: new Map() });
			},
		});
		await createMcpServer(this.#parts, caller).connect(transport);
		const answer = await transport.handleRequest(request, { parsedBody: body });
		// One that did not begin is held by nobody.
		if (transport.sessionId === undefined) await transport.close();
		return answer;
	}

	/** The SDK answers nothing to a request that was cancelled: here its wait ends all the same. */
	async #passOn(session: Session, request: Request, body: unknown): Promise<Response> {
		const { transport, pending } = session;
		const cancelled = Cancelled.safeParse(body);
		const { id, method } = Message.parse(body);
		if (id === undefined || method === undefined) {
			const answer = await transport.handleRequest(request, { parsedBody: body });
			if (cancelled.success) pending.get(keyOf(cancelled.data.params.requestId))?.();
			return answer;
		}
		const key = keyOf(id);
		if (pending.size >= mostPending || pending.has(key))
			return refusal(429, "Too many requests of this session wait: wait for their answers.");
		const given = Promise.withResolvers<Response>();
		const giveUp = () => given.resolve(new Response(null, { status: 202 }));
		pending.set(key, giveUp);
		request.signal.addEventListener("abort", giveUp, { once: true });
		try {
			return await Promise.race([
				transport.handleRequest(request, { parsedBody: body }),
				given.promise,
			]);
		} finally {
			request.signal.removeEventListener("abort", giveUp);
			pending.delete(key);
		}
	}

	#sessionOf(id: string, { token }: Caller): Session | undefined {
		const session = this.#sessions.get(id);
		return session?.token === token ? session : undefined;
	}

	#endOld(): void {
		const now = this.#parts.now();
		for (const [id, { usedAt, begunAt }] of this.#sessions)
			if (now - usedAt > idleMs || now - begunAt > longestMs)
				this.#end(id).catch((error) => {
					const { code } = asIsnadError(error);
					this.#parts.log("warn", "A session that is over could not be closed.", { code });
				});
	}

	async #end(id: string): Promise<void> {
		const session = this.#sessions.get(id);
		this.#sessions.delete(id);
		for (const giveUp of session?.pending.values() ?? []) giveUp();
		await session?.transport.close();
	}
}

function RequestId() {
	return z.union([z.string(), z.number()]);
}

/** `1` and `"1"` are two requests. */
const keyOf = (id: string | number) => JSON.stringify(id);

function refusal(status: number, message: string, code = -32_000): Response {
	return Response.json({ jsonrpc: "2.0", error: { code, message }, id: null }, { status });
}
