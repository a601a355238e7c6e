import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What a test lets a translator answer with. */
export type Script =
	| { kind: "text"; text: string }
	/** A text, and never the end of its body. */
	| { kind: "cut"; text: string }
	| { kind: "empty" }
	/** No answer at all, until the client or the test ends it. */
	| { kind: "silent" }
	/** A text after so many milliseconds. */
	| { kind: "late"; ms: number; text: string }
	/** The connection ends without a word. */
	| { kind: "dropped" }
	/** A page, as a proxy puts one in the place of an answer. */
	| { kind: "page" }
	| { kind: "endless" }
	| { kind: "status"; status: number; retryAfter?: number };

/** What a client asked, in whichever protocol. */
export type Asked = {
	path: string;
	text: string;
	from: string | undefined;
	to: string | undefined;
	/** What a model was told before the text. */
	told: string | undefined;
	key: string | undefined;
};

const Libre = z.object({
	q: z.string(),
	source: z.string(),
	target: z.string(),
	api_key: z.string().optional(),
});
const Chat = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });

/** LibreTranslate at `/translate` and the OpenAI chat protocol at `/v1/chat/completions`, on 127.0.0.1. */
export class TranslationServer {
	readonly asked: Asked[] = [];
	/** Connections, asked or not. */
	connections = 0;
	readonly url: string;
	readonly #server: ReturnType<typeof createServer>;
	readonly #script: (asked: Asked) => Script;

	private constructor(server: ReturnType<typeof createServer>, script: (asked: Asked) => Script) {
		this.#server = server;
		this.#script = script;
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	static async start(script: (asked: Asked) => Script): Promise<TranslationServer> {
		const server = createServer();
		server.listen(0, "127.0.0.1");
		await once(server, "listening");
		const made = new TranslationServer(server, script);
		server.on("connection", () => made.connections++);
		server.on("request", (request, response) => void made.#answer(request, response));
		return made;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		this.#server.close();
		await once(this.#server, "close");
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		let body = "";
		for await (const chunk of request.setEncoding("utf8")) body += chunk;
		const asked = askedOf(request, body);
		if (!asked) return void response.writeHead(400).end(`{"error":"malformed"}`);
		this.asked.push(asked);
		reply(response, this.#script(asked), asked.path !== "/translate");
	}
}

function askedOf({ url: path = "", headers }: IncomingMessage, body: string): Asked | null {
	const json: unknown = JSON.parse(body || "null");
	if (path === "/translate") {
		const libre = Libre.safeParse(json);
		if (!libre.success) return null;
		const { q: text, source: from, target: to, api_key: key } = libre.data;
		return { path, text, from, to, told: undefined, key };
	}
	const chat = Chat.safeParse(json);
	if (path !== "/v1/chat/completions" || !chat.success) return null;
	const said = (role: string) =>
		chat.data.messages.find((message) => message.role === role)?.content;
	const key = headers.authorization;
	return {
		path,
		text: said("user") ?? "",
		told: said("system"),
		from: undefined,
		to: undefined,
		key,
	};
}

function reply(response: ServerResponse, script: Script, isChat: boolean): void {
	const bodyOf = (text: string) =>
		isChat
			? {
					id: "1",
					object: "chat.completion",
					created: 1,
					model: "scripted",
					choices: [
						{ index: 0, finish_reason: "stop", message: { role: "assistant", content: text } },
					],
				}
			: { translatedText: text };
	const json = (text: string) => JSON.stringify(bodyOf(text));
	const type = { "content-type": "application/json" };
	switch (script.kind) {
		case "text":
			return void response.writeHead(200, type).end(json(script.text));
		case "empty":
			return void response.writeHead(200, type).end(json(""));
		case "cut": {
			const whole = json(script.text);
			response.writeHead(200, { ...type, "content-length": Buffer.byteLength(whole) });
			response.write(whole.slice(0, whole.length / 2));
			return void setImmediate(() => response.destroy());
		}
		case "silent":
			return;
		case "late":
			return void setTimeout(
				() => response.writeHead(200, type).end(json(script.text)),
				script.ms,
			).unref();
		case "dropped":
			return void response.destroy();
		case "page":
			return void response
				.writeHead(200, { "content-type": "text/html" })
				.end("<html>Sign in</html>");
		case "endless":
			return void response.writeHead(200, type).end(json("و".repeat(200_000)));
		case "status": {
			const { status, retryAfter } = script;
			const wait = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
			return void response.writeHead(status, { ...type, ...wait }).end(`{"error":"scripted"}`);
		}
	}
}
