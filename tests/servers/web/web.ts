import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a path answers; a function sees the request and may misbehave as servers do. */
export type Route =
	| string
	| {
			status?: number;
			headers?: Record<string, string>;
			body?: string | Uint8Array;
			/** Sent as ETag; a request that names it is answered 304. */
			etag?: string;
			lastModified?: string;
	  }
	| ((request: IncomingMessage, response: ServerResponse) => void);

export type Seen = {
	path: string;
	headers: IncomingMessage["headers"];
	status: number;
	at: number;
};

export type Web = {
	/** `127.0.0.1:PORT`, as an operator would allow it. */
	host: string;
	url(path: string): string;
	/** Sets or replaces what a path answers; the path counts with its query. */
	serve(path: string, route: Route): void;
	drop(path: string): void;
	/** Every request, in order. */
	readonly seen: Seen[];
	/** Requests that were in hand at the same moment, at most. */
	readonly busiest: number;
	close(): Promise<void>;
};

/** A web server on 127.0.0.1 at a free port: pages and feeds of a test, and how servers go wrong. */
export async function startWeb(routes: Record<string, Route> = {}): Promise<Web> {
	const table = new Map(Object.entries(routes));
	const seen: Seen[] = [];
	let open = 0;
	let busiest = 0;
	const server = createServer((request, response) => {
		const path = request.url ?? "/";
		busiest = Math.max(busiest, ++open);
		response.on("close", () => {
			open--;
		});
		const note: Seen = { path, headers: request.headers, status: 0, at: performance.now() };
		seen.push(note);
		response.on("close", () => {
			note.status = response.statusCode;
		});
		answer(table.get(path), request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		host,
		url: (path) => `http://${host}${path}`,
		serve: (path, route) => void table.set(path, route),
		drop: (path) => void table.delete(path),
		seen,
		get busiest() {
			return busiest;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function answer(route: Route | undefined, request: IncomingMessage, response: ServerResponse) {
	if (typeof route === "function") return route(request, response);
	if (route === undefined) {
		response.writeHead(404).end("nothing here");
		return;
	}
	const {
		status = 200,
		headers = {},
		body = "",
		etag,
		lastModified,
	} = typeof route === "string" ? { body: route } : route;
	const known =
		(etag !== undefined && request.headers["if-none-match"] === etag) ||
		(lastModified !== undefined && request.headers["if-modified-since"] === lastModified);
	const sent = {
		"Content-Type": typeOf(body),
		...(etag === undefined ? {} : { ETag: etag }),
		...(lastModified === undefined ? {} : { "Last-Modified": lastModified }),
		...headers,
	};
	if (known) response.writeHead(304, sent).end();
	else response.writeHead(status, sent).end(body);
}

function typeOf(body: string | Uint8Array): string {
	const head = typeof body === "string" ? body.trimStart().slice(0, 5) : "";
	if (head.startsWith("<?xml") || head.startsWith("<rss")) return "application/xml";
	return head.startsWith("{") ? "application/feed+json" : "text/html; charset=utf-8";
}
