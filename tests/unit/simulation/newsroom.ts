import { withEarlier } from "../../../src/corpus/versions/keep-version.ts";
import type { Article } from "../../../src/domain/article.ts";
import { article, claim } from "../answers/doubles.ts";

/** The corpus folder that all processes serve: articles come, are rewritten and go while they look. */
export class Newsroom {
	readonly articles = new Map<string, Article>();
	/** Those that were there at any time. */
	readonly all = new Map<string, Article>();
	#count = 0;

	/** One change, as `random` (0 to below 1) chooses. */
	change(random: () => number): void {
		const known = [...this.articles.values()];
		const one = known[Math.floor(random() * known.length)];
		const what = random();
		if (one && what < 0.12) this.articles.delete(one.id);
		else if (one && what < 0.3) {
			this.articles.delete(one.id);
			this.#put(one.source.file, one);
		} else this.#put(`story${this.#count}.txt`);
	}

	/** Another text has another id: a new version remembers the old one, and says its first sentence still. */
	#put(file: string, old?: Article): void {
		const n = this.#count++;
		const kept = old?.passages[0]?.text ?? `The harbour said number ${n}.`;
		const lines = [kept, `Grain was counted ${n} times.`];
		const made = article(`a${n}`, lines, { source: { file, sha256: "0".repeat(64) } });
		for (const [at, line] of lines.entries()) claim(made, at + 1, line.slice(0, -1));
		const put = old ? withEarlier(made, old, "2024-05-06") : made;
		this.articles.set(put.id, put);
		this.all.set(put.id, put);
	}
}
