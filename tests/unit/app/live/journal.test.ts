import { expect, it } from "vitest";
import { CorpusJournal } from "../../../../src/app/live/journal.ts";
import { withEarlier } from "../../../../src/corpus/versions/keep-version.ts";
import { IsnadError } from "../../../../src/domain/errors.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { article, claim } from "../../answers/doubles.ts";

function story(id: string, file = `${id}.txt`) {
	const made = article(id, ["The harbour opened."], { source: { file, sha256: "0".repeat(64) } });
	claim(made, 1, "The harbour opened");
	return made;
}

it("notes later what the database did not take, as it is by then", async () => {
	const { changes } = memoryStore();
	let isAway = false;
	const append: typeof changes.append = async (noted) => {
		if (isAway) throw new IsnadError("store_unavailable", "away");
		return changes.append(noted);
	};
	const [a, b, c] = [story("a"), story("b"), story("c", "a.txt")];
	const articles = [a];
	const journal = await CorpusJournal.open({
		journal: { ...changes, append },
		...{ articles, now: () => 5 },
	});
	const before = (id: string) => (id === "a" ? a : b);
	isAway = true;
	await expect(journal.noteDifference({ put: [b], removed: [], before })).rejects.toThrow("away");
	await expect(journal.noteDifference({ put: [c], removed: ["a"], before })).rejects.toThrow();
	expect(journal.isBehind).toBe(true);
	// Another process notices one of them.
	const head = { title: null, outlet: null, url: null, published: b.published, file: "b.txt" };
	const more = { language: b.language, rendering: b.rendering };
	const added = { kind: "added", article: "b", before: null, newClaims: ["b-c1"], goneClaims: [] };
	await changes.append([{ ...added, kind: "added", at: 6, head: { ...head, ...more } }]);
	isAway = false;
	await journal.noteDifference({ put: [], removed: [], before });
	expect(journal.isBehind).toBe(false);
	const noted = await changes.after(0, 10);
	expect(noted.map(({ kind, article: of, before: was }) => [kind, of, was])).toEqual([
		["added", "a", null],
		["added", "b", null],
		["updated", "c", "a"],
	]);
	await journal.noteDifference({ put: [], removed: ["b"], before });
	expect(await changes.known()).toEqual(new Set(["c"]));
});

it("tells what is new since the version that another process noted, where this one passed it by", async () => {
	const { changes } = memoryStore();
	const opened = () => CorpusJournal.open({ journal: changes, articles: [], now: () => 5 });
	const [both, late] = [await opened(), await opened()];
	const first = story("a");
	const rewritten = article("b", ["The harbour opened.", "Grain was counted."]);
	claim(rewritten, 1, "The harbour opened");
	claim(rewritten, 2, "Grain was counted");
	const second = withEarlier(rewritten, first, "2024-05-06");
	const before = (id: string) => (id === "a" ? first : undefined);
	await both.noteDifference({ put: [first], removed: [], before });
	await late.look();
	await late.noteDifference({ put: [second], removed: [], before: () => undefined });
	await both.noteDifference({ put: [second], removed: ["a"], before });
	const noted = await changes.after(0, 10);
	expect(noted.map(({ kind, article: of, newClaims }) => [kind, of, newClaims])).toEqual([
		["added", "a", ["a-c1"]],
		["updated", "b", ["b-c2"]],
	]);
});

it("does not take for gone what another process added while this one read the corpus", async () => {
	const { changes } = memoryStore();
	const [a, b] = [story("a"), story("b")];
	const folder = new Set(["a", "b"]);
	const listed = async () => folder;
	const opened = (articles: (typeof a)[]) =>
		CorpusJournal.open({ journal: changes, articles, listed, now: () => 5 });
	await opened([a, b]);
	const late = await opened([a]);
	await late.noteDifference({ put: [b], removed: [], before: () => undefined });
	expect(await changes.last()).toBe(2);
	// What it read and is gone by now is no news either.
	folder.delete("a");
	folder.delete("b");
	await opened([]);
	await opened([a, b]);
	expect((await changes.after(2, 10)).map(({ kind }) => kind)).toEqual(["withdrawn", "withdrawn"]);
});

it("works out anew what others have gone on from since the corpus was looked at", async () => {
	const { changes } = memoryStore();
	const [a, b, c] = [story("a"), story("b", "a.txt"), story("c")];
	const folder = new Set(["a"]);
	const opened = () =>
		CorpusJournal.open({
			journal: changes,
			articles: [],
			listed: async () => folder,
			now: () => 5,
		});
	const [quick, slow] = [await opened(), await opened()];
	const before = (id: string) => ({ a, b })[id];
	for (const each of [quick, slow]) await each.look();
	await quick.noteDifference({ put: [a], removed: [], before });
	folder.delete("a");
	folder.add("b");
	await quick.look();
	await quick.noteDifference({ put: [b], removed: ["a"], before });
	await slow.noteDifference({ put: [a, c], removed: [], before });
	expect(slow.isBehind).toBe(true);
	folder.add("c");
	await slow.look();
	await slow.noteDifference({ put: [b], removed: ["a"], before });
	expect(slow.isBehind).toBe(false);
	const noted = await changes.after(0, 10);
	expect(noted.map(({ kind, article: of }) => `${kind} ${of}`)).toEqual([
		...["added a", "updated b", "added c"],
	]);
});
