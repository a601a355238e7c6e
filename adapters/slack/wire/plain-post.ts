import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

export type PlainAnswer = { status: number; retryAfter: string | null; text: string };

/** What Slack answers is a word. */
const mostBytes = 100_000;

/**
 * A body of JSON to an address, over the connections that Node keeps. `fetch` does the same, for a good part of
 * the processor time that a whole answer takes. A redirect is an answer like any other: nothing follows it.
 * Rejects where no answer came whole within the time: whether the other end took the body is not known then.
 */
export function postJson(address: string, body: string, timeoutMs: number): Promise<PlainAnswer> {
	return new Promise((resolve, reject) => {
		const url = new URL(address);
		const isPlain = url.protocol === "http:";
		const options = {
			method: "POST",
			headers: {
				"content-type": "application/json; charset=utf-8",
				"content-length": Buffer.byteLength(body),
			},
			signal: AbortSignal.timeout(timeoutMs),
		};
		const take = (response: IncomingMessage) => {
			readAll(response).then(
				(text) =>
					resolve({
						status: response.statusCode ?? 0,
						retryAfter: response.headers["retry-after"] ?? null,
						text,
					}),
				reject,
			);
		};
		const sent = isPlain ? requestHttp(url, options, take) : requestHttps(url, options, take);
		sent.once("error", reject);
		sent.end(body);
	});
}

function readAll(response: IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		let text = "";
		response.setEncoding("utf8");
		response.on("data", (piece: string) => {
			text += piece;
			if (text.length > mostBytes) response.destroy(new Error("an answer too long"));
		});
		response.once("end", () => resolve(text));
		response.once("error", reject);
		response.once("aborted", () => reject(new Error("half an answer")));
	});
}
