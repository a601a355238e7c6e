import { createHash } from "node:crypto";
import type { Passage } from "../../domain/article.ts";
import { tokens } from "../../language/text/tokens.ts";
import { unwrap } from "../../language/text/unwrap.ts";

/** Words of a shingle: short enough to survive an edit nearby, long enough not to occur by chance. */
const width = 5;

/** A body made comparable, whatever stands around it and however it is spelled. */
export type Fingerprint = { id: string; shingles: ReadonlySet<number> };

/** The id is a hash of the folded body words: the same text has the same id under every file name. */
export function fingerprint(passages: readonly Pick<Passage, "kind" | "text">[]): Fingerprint {
	const words: string[] = [];
	const shingles = new Set<number>();
	for (const { kind, text } of passages) {
		if (kind !== "body" && kind !== "quote") continue;
		const own = tokens(unwrap(text).text).map((token) => token.text);
		for (const word of own) words.push(word);
		for (let at = 0; at + width <= own.length; at++)
			shingles.add(hashOf(own.slice(at, at + width)));
	}
	const id = createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 12);
	return { id: `a${id}`, shingles };
}

/** FNV-1a over the words; 32 bits are plenty for a set that is compared as a whole. */
function hashOf(words: readonly string[]): number {
	let hash = 0x811c9dc5;
	for (const word of words) {
		for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
		hash = Math.imul(hash ^ 32, 0x01000193);
	}
	return hash >>> 0;
}

/** Share of the smaller set that the other holds, 0 to 1. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
	return inCommon(a, b).share;
}

/** How much of the smaller set the other holds: how many, and their share, 0 to 1. */
export function inCommon<T>(
	a: ReadonlySet<T>,
	b: ReadonlySet<T>,
): { shared: number; share: number } {
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	let shared = 0;
	for (const one of small) if (large.has(one)) shared++;
	return { shared, share: shared / Math.max(1, small.size) };
}
