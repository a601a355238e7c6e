import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { mutatedLine } from "../../../../bench/batch-mutations.ts";
import { Quotations } from "../../../../bench/quotations.ts";
import { shippedExtraction } from "../../../../src/app/load/extraction.ts";
import { projectFolder } from "../../../../src/app/paths.ts";
import { ingest, openCorpus } from "../../../../src/corpus/index.ts";
import { run } from "../doubles.ts";

const seed = Number(process.env.ISNAD_TEST_SEED);
const count = 100;

async function newsCorpus(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-batch-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const { rules, extract, relate } = await shippedExtraction();
	const paths = [join(projectFolder, "tests", "fixtures", "known")];
	await ingest({ paths, corpusDir: folder, rules, extract, relate });
	return folder;
}

describe(`mutated lines from seed ${seed}; npm run bench -- batch sends 5,000`, () => {
	it("end nothing, and every quotation is its article's own words", async () => {
		const corpus = await newsCorpus();
		const quotations = new Quotations((await openCorpus(corpus)).articles);
		const lines = Array.from({ length: count }, (_, n) => mutatedLine(seed + n));
		const asked = lines.filter(({ line }) => line.trim());
		const input = asked.map(({ line }) => line).join("\n");
		const { status, stdout } = await run(["batch", "--corpus", corpus], { input });
		expect(status).toBe(0);
		const answers = stdout.trimEnd().split("\n");
		expect(answers).toHaveLength(asked.length);
		const codes = new Set<string>();
		let quoted = 0;
		for (const [n, text] of answers.entries()) {
			const { seed: of, done } = asked[n] ?? { seed: 0, done: [] };
			const answer = JSON.parse(text) as { error?: { code: string } };
			const found = quotations.check(answer);
			expect(found.wrong, `seed ${of}: ${done.join(", ")}`).toEqual([]);
			expect(answer.error?.code, `seed ${of}: ${done.join(", ")}`).not.toBe("internal");
			codes.add(answer.error?.code ?? "answer");
			quoted += found.count;
		}
		// It saw answers with quotations and several kinds of refusals.
		expect(quoted).toBeGreaterThan(50);
		expect(codes.size).toBeGreaterThan(3);
	});

	it("are the same for the same seed, and others for another one", () => {
		expect(mutatedLine(seed)).toEqual(mutatedLine(seed));
		expect(mutatedLine(seed).line).not.toEqual(mutatedLine(seed + 1).line);
	});
});

describe("Quotations", () => {
	it("sees a word that was changed, and one that is cited from another place", async () => {
		const { articles } = await openCorpus(await newsCorpus());
		const quotations = new Quotations(articles);
		const article = articles[0];
		const passage = article?.passages[1];
		if (!article || !passage || passage.source.start === null) throw new Error("no passage");
		const quote = passage.text.slice(0, 12);
		const { line, start } = passage.source;
		const citation = {
			...{ article: article.id, passage: passage.id, line },
			...{ start, end: start + 12 },
		};
		expect(quotations.check([{ quote, citation }])).toEqual({ count: 1, wrong: [] });
		const changed = `${quote.slice(0, 11)}#`;
		expect(quotations.check({ quote: changed, citation }).wrong).toEqual([changed]);
		expect(quotations.check({ quote, citation: { ...citation, start: start + 1 } }).wrong).toEqual([
			quote,
		]);
		expect(quotations.check({ quote: "words that nobody wrote" }).wrong).toHaveLength(1);
	});
});
