import { createHash } from "node:crypto";
import { z } from "zod";
import { IsnadError } from "../domain/errors.ts";
import type { SearchData } from "./search-data.ts";
import { SnapshotParts } from "./snapshot-parts.ts";
import { breath } from "./turns.ts";

/** Raised when the bytes mean something else than before. */
const format = 2;
/** Raised when words are cut, folded, stemmed or compared differently. */
const analyser = 3;

const Header = z.object({
	format: z.literal(format),
	analyser: z.int(),
	/** Of the stop words: they are not in the index. */
	stopWords: z.string(),
	corpus: z.string(),
	sha256: z.string(),
	places: z.record(z.string(), z.object({ at: z.int().min(0), bytes: z.int().min(0) })),
});
type Header = z.infer<typeof Header>;

/** What a file of the index was made of: any other is stale. */
export type PartsOrigin = {
	/** Hash of the articles; of a part of the corpus what its form is called. */
	corpus: string;
	data: Pick<SearchData, "stopWords">;
};

const rebuilt = "it is rebuilt from the articles and should be written anew";

/**
 * Parts as bytes: one line of JSON that says which follow, then the parts (see SnapshotParts).
 * Numbers are little-endian.
 */
export function writeParts(parts: SnapshotParts, { corpus, data }: PartsOrigin): Uint8Array {
	const { body, places } = parts.pack();
	const stopWords = stopWordsHash(data);
	const header: Header = { format, analyser, stopWords, corpus, sha256: sha256(body), places };
	const head = Buffer.from(JSON.stringify(header));
	// Blanks let the body begin at a multiple of four bytes: it is read where it stands.
	const blanks = Buffer.alloc(3 - (head.length % 4), " ");
	return Buffer.concat([head, blanks, Buffer.from("\n"), body]);
}

/**
 * The parts of bytes of exactly this origin. Throws `snapshot_stale` where they belong to another
 * corpus, analyser or stop word list, `snapshot_corrupt` where they are damaged. The parts stand in
 * `bytes`: they may not be written to.
 */
export async function readParts(bytes: Uint8Array, origin: PartsOrigin): Promise<SnapshotParts> {
	const end = bytes.indexOf(10);
	const header = readHeader(bytes.subarray(0, Math.max(0, end)));
	const stopWords = stopWordsHash(origin.data);
	const { corpus } = origin;
	if (header.analyser !== analyser || header.corpus !== corpus || header.stopWords !== stopWords) {
		throw new IsnadError(
			"snapshot_stale",
			`The search snapshot is of another state of the corpus: ${rebuilt}.`,
		);
	}
	let body = bytes.subarray(end + 1);
	if (body.byteOffset % 4 !== 0) body = Uint8Array.from(body);
	await breath();
	if ((await sha256InSlices(body)) !== header.sha256)
		throw corruptParts("does not match its checksum");
	await breath();
	return SnapshotParts.unpack(body, header.places);
}

function readHeader(bytes: Uint8Array): Header {
	try {
		return Header.parse(JSON.parse(new TextDecoder().decode(bytes)));
	} catch (cause) {
		throw corruptParts("has no readable head", cause);
	}
}

function sha256(bytes: Uint8Array | string): string {
	return createHash("sha256").update(bytes).digest("hex");
}

/** Bytes hashed in one turn of the event loop: a few milliseconds. */
const hashedAtOnce = 2 ** 20;

async function sha256InSlices(bytes: Uint8Array): Promise<string> {
	const hash = createHash("sha256");
	for (let at = 0; at < bytes.length; at += hashedAtOnce) {
		hash.update(bytes.subarray(at, at + hashedAtOnce));
		await breath();
	}
	return hash.digest("hex");
}

function stopWordsHash({ stopWords }: Pick<SearchData, "stopWords">): string {
	return sha256([...stopWords].sort().join("\n"));
}

/** `snapshot_corrupt`, of what the bytes are. */
export function corruptParts(what: string, cause?: unknown): IsnadError {
	return new IsnadError("snapshot_corrupt", `The search snapshot ${what}: ${rebuilt}.`, { cause });
}
