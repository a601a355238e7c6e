import { Readable, Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { IsnadError } from "../domain/errors.ts";
import { shown } from "./address.ts";
import type { FetchLimits } from "./limits.ts";

/** What is asked for; the same names are understood in an answer. */
export const acceptedEncodings = "gzip, deflate, br";

export type BodyOptions = {
	/** As the server names it. */
	encoding: string | undefined;
	limits: FetchLimits;
	/** For what is said of it. */
	address: string;
	signal: AbortSignal;
};

/**
 * A body as bytes, unpacked. It is read only as far as the limits, so that a small body that unpacks
 * to a huge one costs no more than an honest one.
 * Errors: `fetch_too_large`, `fetch_encoding` (another packing, or damaged), `fetch_failed`.
 */
export async function readBody(
	body: Readable,
	{ encoding, limits, address, signal }: BodyOptions,
): Promise<Uint8Array> {
	const packing = (encoding ?? "identity").trim().toLowerCase();
	const chunks: Buffer[] = [];
	const sent = atMost(limits.bodyBytes, address);
	const unpacked = atMost(limits.unpackedBytes, address);
	unpacked.on("data", (chunk: Buffer) => chunks.push(chunk));
	try {
		if (packing === "deflate") await inflate(body, sent, unpacked, signal);
		else await pipeline([body, sent, ...unpackers(packing, address), unpacked], { signal });
	} catch (error) {
		body.destroy();
		if (error instanceof IsnadError || signal.aborted) throw error;
		const code = (error as { code?: string }).code ?? "";
		if (/^(Z_|ERR_.*BROTLI|ERR__ERROR)/.test(code)) throw damaged(packing, address, error);
		throw error;
	}
	return Buffer.concat(chunks);
}

function unpackers(packing: string, address: string): Transform[] {
	if (packing === "identity" || packing === "") return [];
	if (packing === "gzip" || packing === "x-gzip") return [createGunzip()];
	if (packing === "br") return [createBrotliDecompress()];
	throw damaged(packing, address);
}

function damaged(packing: string, address: string, cause?: unknown): IsnadError {
	return new IsnadError(
		"fetch_encoding",
		`The body of ${shown(address)} cannot be unpacked (${shown(packing)}): give another address of the same article.`,
		{ cause, params: { address: shown(address) } },
	);
}

/** Servers send `deflate` with and without the head of zlib: the first byte tells. */
async function inflate(
	body: Readable,
	sent: Transform,
	unpacked: Transform,
	signal: AbortSignal,
): Promise<void> {
	const iterator = body[Symbol.asyncIterator]();
	const first = await iterator.next();
	const head = first.done ? Buffer.alloc(0) : Buffer.from(first.value);
	const unpacker = ((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
	async function* whole() {
		yield head;
		for (let next = await iterator.next(); !next.done; next = await iterator.next())
			yield next.value;
	}
	await pipeline(Readable.from(whole()), sent, unpacker, unpacked, { signal });
}

function atMost(bytes: number, address: string): Transform {
	let seen = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done: TransformCallback) {
			seen += chunk.length;
			if (seen <= bytes) done(null, chunk);
			else
				done(
					new IsnadError(
						"fetch_too_large",
						`${shown(address)} is larger than ${Math.ceil(bytes / 2 ** 20)} MB, which no article is: give a smaller page or feed.`,
						{ params: { address: shown(address), size: Math.ceil(bytes / 2 ** 20) } },
					),
				);
		},
	});
}
