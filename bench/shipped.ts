/**
 * The shipped corpus beside what the program reads in the same five texts: how much of what people
 * annotated is found, and what else. Needs the texts, which are not part of the project.
 *   npm run bench -- shipped [--texts ../shared/seeds]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadExtraction } from "../src/app/load/extraction.ts";
import { loadIdentityData } from "../src/app/load/identity-data.ts";
import { loadAliases } from "../src/app/load/language-data.ts";
import { loadSearchData } from "../src/app/load/search-data.ts";
import { indexDataFolder, projectFolder, shippedCorpus } from "../src/app/paths.ts";
import { ingest, openCorpus } from "../src/corpus/index.ts";
import type { Article, Claim } from "../src/domain/article.ts";
import type { IdentityTable } from "../src/identity/identity-table.ts";
import { NameMatcher } from "../src/identity/name-matcher.ts";

const { values } = parseArgs({
	options: { texts: { type: "string", default: join(projectFolder, "../shared/seeds") } },
});

/** The texts as `ingest` reads them. */
async function readByProgram(texts: string): Promise<Article[]> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-shipped-"));
	try {
		const { rules, extract, relate } = await loadExtraction(indexDataFolder);
		await ingest({ paths: [texts], corpusDir: folder, rules, extract, relate });
		return (await openCorpus(folder)).articles;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** One name across both: an identity is the same by its spellings. */
async function whoIn(articles: readonly Article[]): Promise<IdentityTable> {
	const data = await loadSearchData(indexDataFolder);
	const identities = await loadIdentityData(indexDataFolder, data);
	const aliases = await loadAliases(indexDataFolder);
	return new NameMatcher(data.lexicon, data.stopWords, aliases, identities).whoIn(articles);
}

const byHand = (await openCorpus(shippedCorpus)).articles;
const byProgram = await readByProgram(values.texts);
const who = await whoIn([...byHand, ...byProgram]);

function isSameSpeaker(a: Claim, b: Claim): boolean {
	if (a.speaker.kind === "anonymous" || b.speaker.kind === "anonymous")
		return a.speaker.kind === b.speaker.kind;
	const own = new Set(who.speakers(a));
	return who.speakers(b).some((one) => own.has(one));
}

/** Of the claims of people those that the program has on the same line, each for one of its own. */
function found(hand: Article, read: Article | undefined, isSame: (a: Claim, b: Claim) => boolean) {
	const left = new Set(read?.claims);
	return hand.claims.filter((claim) => {
		const twin = [...left].find(
			(other) => other.source.line === claim.source.line && isSame(claim, other),
		);
		return twin !== undefined && left.delete(twin);
	}).length;
}

/** Pairs as two places, which both corpora have in common. */
function pairsOf(articles: readonly Article[]): Set<string> {
	const places = new Map(
		articles.flatMap(({ claims, source: { file } }) =>
			claims.map(({ id, source }) => [id, `${file}:${source.line}`] as const),
		),
	);
	const pairs = articles.flatMap(({ contradictions }) => contradictions);
	const files = new Map(articles.map(({ id, source }) => [id, source.file]));
	for (const { article, claim } of pairs.flatMap(({ told = [] }) => told))
		places.set(claim.id, `${files.get(article)}:${claim.source.line}`);
	return new Set(
		pairs.map(({ claims }) =>
			claims
				.map((id) => places.get(id) ?? id)
				.sort()
				.join(" "),
		),
	);
}

const counts = { hand: 0, read: 0, speaker: 0, act: 0 };
console.log("| text | claims by hand | read | same line and speaker | and act |");
console.log("| --- | --- | --- | --- | --- |");
for (const hand of byHand.toSorted((a, b) => (a.source.file < b.source.file ? -1 : 1))) {
	const { file } = hand.source;
	const read = byProgram.find(({ source }) => source.file === file);
	const row = {
		hand: hand.claims.length,
		read: read?.claims.length ?? 0,
		speaker: found(hand, read, isSameSpeaker),
		act: found(hand, read, (a, b) => isSameSpeaker(a, b) && a.act === b.act),
	};
	for (const key of ["hand", "read", "speaker", "act"] as const) counts[key] += row[key];
	console.log(`| ${file} | ${row.hand} | ${row.read} | ${row.speaker} | ${row.act} |`);
}
console.log(`| all | ${counts.hand} | ${counts.read} | ${counts.speaker} | ${counts.act} |`);
const [handPairs, readPairs] = [pairsOf(byHand), pairsOf(byProgram)];
const both = [...handPairs].filter((pair) => readPairs.has(pair)).length;
const total = (articles: readonly Article[]) =>
	articles.reduce((sum, { contradictions }) => sum + contradictions.length, 0);
console.log(
	`\nContradictions: ${total(byHand)} by hand, at ${handPairs.size} pairs of lines; ${total(byProgram)} read, at ${readPairs.size}. At ${both} of these pairs of lines both have one.`,
);
