import { createHash } from "node:crypto";
import { z } from "zod";
import type { Article, Passage } from "../domain/article.ts";
import { IsnadError } from "../domain/errors.ts";
import type { SearchData } from "./data.ts";
import { inSlices } from "./slices.ts";
import { PassageStore } from "./store.ts";

/** Raised when the bytes mean something else than before. */
const format = 1;
/** Raised when words are cut or folded differently: what is stored are the words of each passage. */
const analyser = 1;

const Header = z.object({
	format: z.literal(format),
	analyser: z.int(),
	corpus: z.string(),
	passages: z.int().min(0),
	words: z.int().min(0),
	numbers: z.int().min(0),
	sha256: z.string(),
});

const wordsPerSlice = 8_000;
const rebuilt = "it is rebuilt from the articles and should be written anew";

/**
 * The index as bytes: one line of JSON, then the words of the corpus (one a line, UTF-8), then for
 * every passage three or more 32-bit numbers: how many words, where the other language begins, and
 * the words' numbers. `corpus` is the hash of the articles that were indexed, in their order.
 */
export function saveSnapshot(store: PassageStore, corpus: string): Uint8Array {
	const words = Buffer.from(store.words.all.join("\n"), "utf8");
	const kept = store.passages.filter((passage) => passage !== undefined);
	const total = kept.reduce((sum, passage) => sum + 2 + passage.words.length, 0);
	const numbers = new Int32Array(total);
	let at = 0;
	for (const passage of kept) {
		numbers[at++] = passage.words.length;
		numbers[at++] = passage.otherFrom;
		numbers.set(passage.words, at);
		at += passage.words.length;
	}
	const body = Buffer.concat([words, Buffer.from(numbers.buffer)]);
	const header: z.infer<typeof Header> = {
		format,
		analyser,
		corpus,
		passages: kept.length,
		words: words.length,
		numbers: total,
		sha256: createHash("sha256").update(body).digest("hex"),
	};
	return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/**
 * Builds the store from a snapshot of exactly these articles. Throws `snapshot_stale` where it
 * belongs to another corpus or an older analyser, `snapshot_corrupt` where its bytes are damaged.
 */
export async function loadSnapshot(
	bytes: Uint8Array,
	articles: readonly Article[],
	corpus: string,
	data: SearchData,
): Promise<PassageStore> {
	const { header, body } = open(bytes);
	if (header.analyser !== analyser || header.corpus !== corpus) {
		throw new IsnadError("snapshot_stale", `The search snapshot is of another state of the corpus: ${rebuilt}.`);
	}
	const passages = articles.flatMap((article) =>
		article.passages.map((passage): [Article, Passage] => [article, passage]),
	);
	const numbers = new Int32Array(header.numbers);
	new Uint8Array(numbers.buffer).set(body.subarray(header.words));
	if (passages.length !== header.passages) throw corrupt("does not count as many passages as the corpus");
	const store = new PassageStore(data);
	const words = Buffer.from(body.subarray(0, header.words)).toString("utf8");
	if (words) await inSlices(words.split("\n"), wordsPerSlice, () => 1, (word) => store.words.idOf(word));
	let at = 0;
	const cost = ([, passage]: [Article, Passage]) => passage.text.length / 5;
	await inSlices(passages, wordsPerSlice, cost, ([article, passage]) => {
		const length = numbers[at] ?? -1;
		const otherFrom = numbers[at + 1] ?? -1;
		const own = numbers.slice(at + 2, at + 2 + length);
		at += 2 + length;
		if (length < 0 || otherFrom < 0 || at > numbers.length) throw corrupt("ends too early");
		store.insert({ article, passage, words: own, otherFrom });
	});
	return store;
}

function open(bytes: Uint8Array): { header: z.infer<typeof Header>; body: Uint8Array } {
	const end = bytes.indexOf(10);
	const body = bytes.subarray(end + 1);
	let header: z.infer<typeof Header>;
	try {
		header = Header.parse(JSON.parse(Buffer.from(bytes.subarray(0, Math.max(0, end))).toString("utf8")));
	} catch (cause) {
		throw corrupt("has no readable head", cause);
	}
	if (body.length !== header.words + 4 * header.numbers) throw corrupt("is cut short");
	if (createHash("sha256").update(body).digest("hex") !== header.sha256) {
		throw corrupt("does not match its checksum");
	}
	return { header, body };
}

function corrupt(what: string, cause?: unknown): IsnadError {
	return new IsnadError("snapshot_corrupt", `The search snapshot ${what}: ${rebuilt}.`, { cause });
}
