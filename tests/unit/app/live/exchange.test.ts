import { expect, it } from "vitest";
import { LiveCorpus } from "../../../../src/app/live/live-corpus.ts";
import { Corrections } from "../../../../src/corrections/corrections.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { PassageJudge, PassageQuery } from "../../../../src/domain/passage-search.ts";
import { PlainIndex } from "../../../contract/passage-index/plain-index.ts";
import { article, names, reader, say } from "../../answers/doubles.ts";

/** An index that holds its first search until it is let go, and tells of changes late. */
class SlowIndex extends PlainIndex {
	readonly asked = Promise.withResolvers<void>();
	readonly mayFind = Promise.withResolvers<void>();
	readonly changed = Promise.withResolvers<void>();
	readonly mayTell = Promise.withResolvers<void>();

	override async search(query: PassageQuery, judge: PassageJudge) {
		this.asked.resolve();
		await this.mayFind.promise;
		return super.search(query, judge);
	}

	override async add(added: Article): Promise<void> {
		await super.add(added);
		this.changed.resolve();
		await this.mayTell.promise;
	}
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

it("answers from one state where an article came in while the index was searched", async () => {
	const here = article("a", ["The harbour strike began."]);
	const fresh = article("b", ["The harbour strike spread."]);
	const index = new SlowIndex([here]);
	const live = new LiveCorpus({
		served: { fixed: [], own: new Map([["a", here]]), corrections: new Corrections([]) },
		...{ index, reader: () => reader(), names, stopWords: new Set<string>(), say },
	});
	const asked = live.answer({ command: "search", text: "harbour strike" });
	await index.asked.promise;
	const applied = live.apply({
		put: [fresh],
		pairs: new Map(),
		removed: [],
		hash: "",
		digests: new Map(),
	});
	await index.changed.promise;
	index.mayFind.resolve();
	const { items } = await asked;
	expect(items.map((item) => item.kind === "passage" && item.quote)).toEqual([
		"The harbour strike began.",
	]);
	index.mayTell.resolve();
	await applied;
});

it("asks again what was asked while an article gave way to another under its id", async () => {
	const before = article("a", ["The harbour strike began."]);
	const after = article("a", ["The harbour strike ended."]);
	for (const passage of after.passages) passage.id = "a-later";
	const index = new SlowIndex([before]);
	const live = new LiveCorpus({
		served: { fixed: [], own: new Map([["a", before]]), corrections: new Corrections([]) },
		...{ index, reader: () => reader(), names, stopWords: new Set<string>(), say },
	});
	const asked = live.answer({ command: "search", text: "harbour strike" });
	await index.asked.promise;
	const applied = live.apply({
		put: [after],
		pairs: new Map(),
		removed: [],
		hash: "",
		digests: new Map(),
	});
	await index.changed.promise;
	// The index has the next state already, and the corpus not yet.
	index.mayFind.resolve();
	await tick();
	index.mayTell.resolve();
	await applied;
	const { items } = await asked;
	expect(items.map((item) => item.kind === "passage" && item.quote)).toEqual([
		"The harbour strike ended.",
	]);
});
