import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Extraction } from "../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import { Article, type Claim } from "../../src/domain/article.ts";
import { ingestedFrom } from "./read-case.ts";

/** A pair by where its claims stand: the file and the line of each. */
type Lines = { at: [string, string]; said: string };
export type SeedPairs = { byHand: Lines[]; found: Lines[]; missed: Lines[]; others: string[] };

/**
 * The pairs that were made by hand for the shipped corpus beside those of the same texts as `ingest`
 * reads them. Both are compared by the lines where their claims stand: the shipped claims are
 * paraphrases, and have no place in the line.
 */
export async function readSeedPairs(engine: Extraction, folder: string): Promise<SeedPairs> {
	const corpus = mkdtempSync(join(tmpdir(), "isnad-seeds-"));
	try {
		const read = await ingestedFrom(engine, folder, corpus);
		const shipped = join(indexDataFolder, "corpus/articles");
		const hand = readdirSync(shipped).map((name) =>
			Article.parse(JSON.parse(readFileSync(join(shipped, name), "utf8"))),
		);
		const byHand = linesOf(hand);
		const reported = linesOf(read);
		const isSame = (a: Lines, b: Lines) => near(a.at, b.at) || near(a.at, [b.at[1], b.at[0]]);
		return {
			byHand,
			found: byHand.filter((pair) => reported.some((other) => isSame(pair, other))),
			missed: byHand.filter((pair) => !reported.some((other) => isSame(pair, other))),
			others: reported
				.filter((pair) => !byHand.some((other) => isSame(pair, other)))
				.map(({ said }) => said),
		};
	} finally {
		rmSync(corpus, { recursive: true });
	}
}

function near(a: [string, string], b: [string, string]): boolean {
	return a[0] === b[0] && a[1] === b[1];
}

function linesOf(articles: readonly Article[]): Lines[] {
	const claims = new Map(
		articles.flatMap(({ claims, source }) =>
			claims.map((claim) => [claim.id, { claim, file: source.file }] as const),
		),
	);
	const files = new Map(articles.map(({ id, source }) => [id, source.file]));
	for (const { article, claim } of articles.flatMap(toldBeside))
		claims.set(claim.id, { claim, file: files.get(article) ?? "" });
	return articles.flatMap(({ contradictions }) =>
		contradictions.flatMap((pair): Lines[] => {
			const [a, b] = pair.claims.map((id) => claims.get(id));
			if (!a || !b) return [];
			const at = [a, b].map(({ claim, file }) => `${file}:${claim.source.line}`);
			return [
				{ at: at as [string, string], said: `${pair.kind} ${told(a.claim)}\n   ${told(b.claim)}` },
			];
		}),
	);
}

/** What the articles of its pairs tell themselves. */
const toldBeside = ({ contradictions }: Article) => contradictions.flatMap(({ told = [] }) => told);

function told({ act, speaker, quote, paraphrase, source }: Claim): string {
	return `${source.line} ${speaker.label?.en ?? speaker.name} ${act} | ${paraphrase?.en ?? quote}`;
}
