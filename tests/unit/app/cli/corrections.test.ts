import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeCorpus } from "../../../../src/corpus/store/write-corpus.ts";
import type { Source, SourceItem } from "../../../../src/domain/sources.ts";
import { openStore } from "../../../../src/storage/open.ts";
import { emptyFolder } from "../../../correcting.ts";
import { article, claim } from "../../answers/doubles.ts";
import { isOneLine, run as runCli } from "../doubles.ts";

const why = ["--why", "read in the text", "--who", "nora"];

function sourceOf(id: string, address: string): Source {
	return {
		...{ id, address, kind: "feed", title: null, addedBy: "console/x", addedAt: 1 },
		...{ etag: null, lastModified: null, nextPollAt: 1, lastSuccessAt: null },
		...{ lastProblem: null, failures: 0 },
	};
}
function itemOf(of: string, address: string | null): SourceItem {
	return {
		...{ key: of, address, mark: of, article: of, etag: null, lastModified: null },
		...{ firstSeenAt: 1, nextCheckAt: null, missing: 0, problem: null },
	};
}

async function corpus() {
	const folder = emptyFolder();
	const strike = article("a1", ["The harbour strike ended, Mayor Hill said.", "It began in May."]);
	claim(strike, 1, "The harbour strike ended", { speaker: { name: "Mayor Hill", kind: "person" } });
	const other = article("b2", ["The harbour strike goes on, Lena Hale said."]);
	claim(other, 1, "The harbour strike goes on", { speaker: { name: "Lena Hale", kind: "person" } });
	const reasons = { ar: "س", en: "y" };
	other.contradictions = [
		{ claims: ["a1-c1", "b2-c1"], kind: "denial", strength: "direct", why: reasons },
	];
	await writeCorpus(folder, { put: [strike, other] });
	const env = { ISNAD_DATA: join(folder, "data"), ISNAD_CORPUS: folder };
	const run = (...args: string[]) => runCli(args, { env });
	const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).stdout);
	return { folder, run, json, strike, other };
}

describe("isnad correct", () => {
	it("holds until it is taken back, and keeps who, when and why", async () => {
		const { run, json } = await corpus();
		const { correction } = await json("correct", "speaker", "a1.txt:1", "Lee Okafor", ...why);
		expect(correction).toMatchObject({ kind: "speaker", by: "nora", at: Date.UTC(2024, 5, 1) });
		const by = () => json("claims", "", "--by", "Lee Okafor");
		expect((await by()).items).toMatchObject([{ claim: { corrected: ["speaker"] } }]);
		expect((await run("correct", "list")).stdout).toMatch(
			/Lee Okafor[\s\S]*nora: read in the text/,
		);
		expect((await run("correct", "undo", correction.id, ...why)).stdout).toMatch(/^Taken back/);
		expect((await by()).items).toEqual([]);
		expect((await json("correct", "list", "--all")).corrections).toHaveLength(1);
		expect((await run("correct", "list")).stdout).toBe("Nothing is corrected.\n");
	});

	it("says that two claims are no contradiction, and that two names are one", async () => {
		const { json } = await corpus();
		await json("correct", "unpair", "a1-c1", "b2-c1", ...why);
		await json("correct", "merge", "Mayor Hill", "Lena Hale", ...why);
		const { items } = await json("claims", "harbour strike", "--by", "Mayor Hill");
		expect(items).toMatchObject([{ contradictedBy: [] }, { contradictedBy: [] }]);
	});

	it("refuses with one sentence and the right status, and keeps nothing", async () => {
		const { run } = await corpus();
		for (const [args, status] of [
			[["correct"], 2],
			[["correct", "speaker", "a1-c1"], 2],
			[["correct", "hide", "a1"], 2],
			[["correct", "hide", "nothing.txt", ...why], 1],
			[["correct", "act", "a1-c1", "sings", ...why], 1],
			[["correct", "undo", "zzzzzz", ...why], 1],
			[["remove", ...why], 2],
			[["remove", "nothing.txt", ...why], 1],
		] as const) {
			const ended = await run(...args);
			expect([args, ended.status, isOneLine(ended.stderr)]).toEqual([args, status, true]);
		}
		expect((await run("correct", "list")).stdout).toBe("Nothing is corrected.\n");
	});

	it("is held against what is there by doctor", async () => {
		const { run, folder, other } = await corpus();
		await run("correct", "act", "b2-c1", "denies", ...why);
		expect((await run("doctor")).stdout).toContain("ok    corrections: 1 of 1 hold.");
		// A reading that has the claim no more.
		const bare = { ...other, claims: [], contradictions: [] };
		writeFileSync(join(folder, "articles", "b2.json"), JSON.stringify(bare));
		writeFileSync(join(folder, "corrections", "aaaaaa.json"), "{");
		const { stdout, status } = await run("doctor");
		expect(stdout).toMatch(/WRONG corrections: \w{6} points at nothing any more/);
		expect(stdout).toMatch(/WRONG corpus corrections\/aaaaaa\.json/);
		expect(status).toBe(1);
		const checked = await run("collections", "check");
		expect(checked.stdout).toMatch(/WRONG collection default corrections: \w{6} points at nothing/);
		expect(checked.status).toBe(1);
	});
});

describe("isnad remove", () => {
	it("takes an article out for good, and leaves nothing wrong behind", async () => {
		const { run, json, folder, other } = await corpus();
		await run("correct", "act", "a1-c1", "denies", ...why);
		const text = join(folder, "story.txt");
		const lines = Array.from(
			{ length: 6 },
			(_, n) => `Mayor Hill said that ${n + 2} piers burned.`,
		);
		writeFileSync(text, `The harbour fire\n\n${lines.join("\n\n")}\n`);
		await run("ingest", text);
		expect(await json("remove", "story.txt", ...why)).toMatchObject({ source: null, kept: [] });
		expect(await json("remove", "a1.txt", ...why)).toMatchObject({ articles: ["a1"] });
		expect(readdirSync(join(folder, "articles"))).toEqual(["b2.json"]);
		const left = JSON.parse(readFileSync(join(folder, "articles", "b2.json"), "utf8"));
		expect(left).toEqual({ ...other, contradictions: [] });
		const again = await run("ingest", text);
		expect(again.stderr).toMatch(/story\.txt: It was removed by nora on 2024-06-01/);
		expect((await run("doctor")).stdout).not.toContain("WRONG");
		expect((await run("sources")).stdout).toMatch(/2 articles were taken down/);
	});

	it("mends a corpus that lists an article whose file somebody deleted", async () => {
		const { run, folder } = await corpus();
		rmSync(join(folder, "articles", "a1.json"));
		expect((await run("doctor")).stdout).toContain("WRONG");
		expect((await run("remove", "a1", ...why)).status).toBe(0);
		expect((await run("doctor")).stdout).not.toContain("WRONG");
	});

	it("ends a source and takes the articles that came from it alone", async () => {
		const { run, json, folder, strike } = await corpus();
		const data = join(folder, "data");
		const url = "https://example.org/strike";
		const apart = article("c3", ["Rain over the delta."], { url: "https://example.org/rain" });
		await writeCorpus(folder, { put: [{ ...strike, url }, apart] });
		const store = await openStore({ data });
		for (const id of ["abcdef", "ghjkmn"]) {
			const address = `https://example.org/${id}`;
			await store.sources.add(sourceOf(id, address));
		}
		await store.sources.saveItems("abcdef", [itemOf("a1", url), itemOf("c3", apart.url)]);
		await store.sources.saveItems("ghjkmn", [itemOf("c3", apart.url)]);
		await store.close();
		const removed = await json("remove", "abcdef", ...why);
		expect(removed).toEqual({ source: "abcdef", articles: ["a1"], kept: [] });
		expect(readdirSync(join(folder, "articles"))).toEqual(["b2.json", "c3.json"]);
		const { sources } = await json("source", "list");
		expect(sources.map(({ id }: { id: string }) => id)).toEqual(["ghjkmn"]);
		expect((await run("doctor")).stdout).not.toContain("WRONG");
	});

	it("takes a shipped article out of the answers alone", async () => {
		const env = { ISNAD_DATA: emptyFolder() };
		const [article] = JSON.parse((await runCli(["sources", "--json"], { env })).stdout).items;
		const { id } = article.article;
		const removed = await runCli(["remove", id, ...why, "--json"], { env });
		expect(JSON.parse(removed.stdout)).toEqual({ source: null, articles: [], kept: [id] });
		const { items } = JSON.parse((await runCli(["sources", "--json"], { env })).stdout);
		expect(items.map((item: { article: { id: string } }) => item.article.id)).not.toContain(id);
	});
});
