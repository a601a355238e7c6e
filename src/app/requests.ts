import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { AsRequest } from "../domain/ports.ts";

const requests = new AsyncLocalStorage<string>();

/** 12 characters of A-Z, a-z, 0-9, `_` and `-`. */
export function newRequestId(): string {
	return randomBytes(9).toString("base64url");
}

/** The request that is being worked on; undefined outside of any. */
export function requestId(): string | undefined {
	return requests.getStore();
}

/**
 * A request of its own, whatever it was begun in: an HTTP request, the delivery of a digest, a look
 * at a source.
 */
export const asNewRequest: AsRequest = (work, id = newRequestId()) => requests.run(id, work);

/** Goes on under the request that it stands in, if any: what a platform delivered may have come over HTTP. */
export const asRequest: AsRequest = (work, id) =>
	requestId() === undefined ? asNewRequest(work, id) : work();
