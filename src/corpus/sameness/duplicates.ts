import { overlap } from "./fingerprint.ts";

/** Share of the shorter body that must stand in the longer one. */
const nearlyAll = 0.9;
/** A news flash that a long article repeats word for word is no copy of it. */
const leastSize = 0.5;
/** Every fourth shingle, by its hash: the same ones in every article, so shared text is met. */
const sampled = (shingle: number) => shingle % 4 === 0;
const smallBody = 60;

/** Finds articles whose bodies are nearly the same, without comparing each with each. */
export class DuplicateIndex {
	readonly #shingles = new Map<string, ReadonlySet<number>>();
	readonly #holders = new Map<number, string[]>();

	add(id: string, shingles: ReadonlySet<number>): void {
		if (this.#shingles.has(id)) return;
		this.#shingles.set(id, shingles);
		for (const shingle of shingles) {
			if (shingles.size > smallBody && !sampled(shingle)) continue;
			const holders = this.#holders.get(shingle);
			if (holders) holders.push(id);
			else this.#holders.set(shingle, [id]);
		}
	}

	remove(id: string): void {
		for (const shingle of this.#shingles.get(id) ?? []) {
			const left = this.#holders.get(shingle)?.filter((holder) => holder !== id);
			if (left) this.#holders.set(shingle, left);
		}
		this.#shingles.delete(id);
	}

	/** The id of the article that holds nearly the same body, the closest first; null where there is none. */
	find(shingles: ReadonlySet<number>): string | null {
		const [best] = this.#alike(shingles, nearlyAll, leastSize);
		return best ?? null;
	}

	/** Whether an article of that id shares at least `share` of the shorter body. */
	isLike(id: string, shingles: ReadonlySet<number>, share: number): boolean {
		const other = this.#shingles.get(id);
		return other !== undefined && overlap(other, shingles) >= share;
	}

	#alike(shingles: ReadonlySet<number>, share: number, size: number): string[] {
		const candidates = new Set<string>();
		for (const shingle of shingles)
			for (const id of this.#holders.get(shingle) ?? []) candidates.add(id);
		const out: { id: string; share: number }[] = [];
		for (const id of candidates) {
			const other = this.#shingles.get(id);
			if (!other) continue;
			const ratio = Math.min(other.size, shingles.size) / Math.max(other.size, shingles.size, 1);
			if (ratio < size) continue;
			const got = overlap(other, shingles);
			if (got >= share) out.push({ id, share: got });
		}
		return out.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1)).map((o) => o.id);
	}
}
